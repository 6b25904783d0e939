import Canvas
import Matchmaking
import Screens
import Wording

extension Scene {
  /// An evening that goes through its programme.
  func programme(_ language: Language, _ size: Size) -> Hall {
    var hall = Hall(language: language, size: size)
    hall.wait(seconds: 0)
    hall.press(.alt("4"))
    if self == .programmeEmpty { return hall }
    hall.press(.f2)
    if self == .programmeForm { return hall }
    hall.press(.f2)
    // In, opened, the ice broken, and the first round planned and begun.
    for _ in 0..<4 {
      hall.press(.enter)
      hall.wait(seconds: 540)
    }
    hall.press(.f5)
    if self == .seatingForm { return hall }
    hall.press(.f2)
    if self == .seats { return hall }
    hall.press(.escape)
    if self == .seatMoves {
      hall.leave(2)
      hall.press(.f5, .f2)
      return hall
    }
    hall.press(.enter)
    hall.wait(seconds: self == .programmeLate ? 500 : 200)
    if self == .programmePaused { hall.press(.character(" ")) }
    return hall
  }
}
