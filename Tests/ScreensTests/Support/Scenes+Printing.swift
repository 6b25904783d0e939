import Canvas
import Screens
import Wording

extension Scene {
  /// Paper, from the door.
  func printing(_ language: Language, _ size: Size) -> Hall {
    var hall = Hall(language: language, size: size)
    hall.press(.alt("p"))
    switch self {
    case .printingAgain:
      hall.press(.enter, .escape)
      hall.press(.alt("p"))
      hall.press(.enter)
    case .printed: hall.press(.tab, .tab, .enter)
    default: break
    }
    return hall
  }
}
