import Canvas
import Matchmaking
import Screens
import Wording

extension Scene {
  /// The red thread, hearts in step, who has nobody yet, and what comes after it all.
  func games(_ language: Language, _ size: Size) -> Hall {
    if self == .archiving {
      let closed = SampleEvening.evening(of: SampleEvening.event(state: .closed), slips: 60)
      var hall = Hall(closed, language: language, size: size)
      hall.press(.alt("2"))
      hall.press(.alt("a"))
      return hall
    }
    var hall = Hall(language: language, size: size)
    hall.wait(seconds: 0)
    hall.press(.alt(self == .waitingGuests ? "5" : "4"))
    hall.games.questions = [
      HeartsQuestion("周末怎么过？", ["在家看书", "出门爬山", "找朋友吃饭"]),
      HeartsQuestion("口味", ["甜", "咸", "辣"]),
    ]
    hall.press(.alt(self == .redThread ? "t" : "h"))
    switch self {
    case .redThread:
      hall.type("M1 3 5 F2 4 6 7")
      hall.press(.tab)
      hall.type("20260819")
      hall.press(.enter)
    case .hearts:
      hall.press(.down)
      hall.type("F2 a d")
      hall.press(.enter)
    default: break
    }
    return hall
  }
}
