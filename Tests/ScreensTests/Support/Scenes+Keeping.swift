import Canvas
import Matchmaking
import Screens
import Wording

extension Scene {
  /// Keeping the register.
  func keeping(_ language: Language, _ size: Size) -> Hall {
    var hall = Hall(language: language, size: size)
    hall.press(.alt("1"))
    switch self {
    case .memberForm:
      hall.press(.insert)
      hall.type("林若曦")
      hall.press(.down)
      hall.type("女")
      hall.press(.down)
      hall.type("1995年3月")
      hall.press(.down)
      hall.type("1380")
    case .memberEdit: hall.press(.control("e"))
    case .verificationQueue: hall.press(.control("v"), .named(.down))
    case .verification:
      hall.press(.control("v"), .named(.enter), .character("看"), .named(.down), .named(.down))
      hall.press(.named(.down))
      hall.type("370102199")
      hall.press(.f2)
    case .duplicates: hall.press(.control("d"), .named(.right))
    case .consents: hall.press(.control("g"), .named(.down), .named(.enter))
    case .couples: hall.press(.control("p"))
    case .coupleForm:
      hall.press(.control("p"), .named(.enter), .named(.right), .named(.right), .named(.down))
      hall.press(.named(.down), .named(.enter))
    case .savedFilters:
      hall.press(.f3)
      hall.type(language == .chinese ? "女 身高>=165 " : "sex=F height>=165 ")
      hall.press(.named(.escape), .control("o"))
      hall.type("高个女生")
    default: break
    }
    return hall
  }
}
