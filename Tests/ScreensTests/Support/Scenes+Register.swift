import Canvas
import Matchmaking
import Screens
import Wording

extension Scene {
  /// The register, as one looks for somebody in it.
  func members(_ language: Language, _ size: Size) -> Hall {
    var hall = Hall(language: language, size: size)
    let isChinese = language == .chinese
    hall.press(.alt("1"))
    switch self {
    case .membersConditions:
      hall.press(.f3)
      hall.type(isChinese ? "女 年龄=25..32 身高>=165 已核验 " : "sex=F age=25..32 height>=165 verified ")
      hall.press(.escape)
      hall.press(.down, .down)
    case .membersCompleting:
      hall.press(.f3)
      hall.type(isChinese ? "性别=" : "sex=")
      hall.press(.tab)
    case .membersFault:
      hall.press(.f3)
      hall.type(isChinese ? "年龄=170 已核验 学" : "age=170 verified edu")
    case .membersSorted, .memberColumns:
      // The column of heights, shown and sorted by.
      hall.press(.f6, .down, .down, .down, .down, .f2, .enter)
      if self == .memberColumns {
        hall.press(.f6, .down)
      } else {
        hall.press(.f6, .down, .down, .down)
      }
      if self == .membersSorted { hall.press(.down, .enter) }
    case .filterForm:
      hall.press(.f3)
      hall.type(isChinese ? "女 年龄=25..32 籍贯=济南" : "sex=F age=25..32 hometown=济南")
      hall.press(.f4, .down, .down)
      hall.type("0")
    case .membersNobody:
      hall.press(.f3)
      hall.type("尉迟恭")
    case .membersReading:
      hall.press(.f3)
      hall.type("人民医院")
    case .membersValues:
      hall.press(.f3)
      hall.type(isChinese ? "女 单位~" : "sex=F employer~")
      hall.press(.tab, .tab)
    case .importColumns, .importMeaning, .importCorrected, .importProgress, .importProblems,
      .importWritten, .importChanges:
      importing(&hall)
    case .circle: hall.press(.down, .down, .down, .f5, .down)
    case .circleReasons: hall.press(.down, .down, .down, .f5, .enter)
    case .criteria:
      hall.press(.f5, .f6)
      hall.type(" 身高")
    case .circleEmpty: hall.press(.down, .down, .f5)
    case .listingCard:
      hall.press(.down, .enter)
      hall.press(.control("l"))
    case .lonely: hall.press(.control("n"))
    case .lonelyProgress:
      hall.isSlow = true
      hall.press(.control("n"))
      hall.progress(0.43)
    default: break
    }
    return hall
  }
}

extension Scene {
  /// From the file that was chosen on.
  private func importing(_ hall: inout Hall) {
    hall.press(.f2, .down, .down, .enter)
    switch self {
    case .importMeaning, .importCorrected:
      hall.press(.down, .down, .down, .down, .down, .down, .f3)
      for _ in 0..<39 { hall.press(.down) }
      if self == .importCorrected { hall.press(.enter) }
    case .importProblems: hall.press(.f2)
    case .importProgress:
      hall.isSlow = true
      hall.press(.enter)
      hall.progress(0.61)
    case .importWritten: hall.press(.enter, .f2)
    case .importChanges:
      hall.seeCorrections()
      hall.press(.f5, .enter, .down)
    default: break
    }
  }
}
