import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Forms longer than the window` {
  private static let size = Size(columns: 80, rows: 24)

  /// `17/31` in the border.
  private func place(_ hall: Hall, _ size: Size = size) -> Int? {
    let row = hall.rows(size).last { $0.contains("└") } ?? ""
    guard let figure = row.split(separator: " ").first(where: { $0.contains("/") }) else {
      return nil
    }
    return Int(figure.split(separator: "/")[0])
  }

  @Test(arguments: [Scene.memberEdit, .memberForm, .filterForm])
  func `page down, page up, Home and End go through them`(scene: Scene) throws {
    var hall = scene.hall(.chinese, Self.size)
    for _ in 0..<4 { hall.press(.pageUp) }
    #expect(place(hall) == 1)
    hall.press(.pageDown)
    let second = try #require(place(hall))
    #expect(second > 10)
    hall.press(.pageUp)
    #expect(place(hall) == 1)
    hall.press(.end, .end)
    let last = try #require(place(hall))
    #expect(last > second)
    hall.press(.down)
    #expect(place(hall) == 1)
    hall.press(.end, .end)
    hall.press(.home, .home)
    #expect(place(hall) == 1)
  }

  @Test func `page down in the last page stays on the last field`() {
    var hall = Scene.filterForm.hall(.chinese, Self.size)
    for _ in 0..<6 { hall.press(.pageDown) }
    let last = place(hall)
    hall.press(.pageDown)
    #expect(place(hall) == last)
  }

  @Test func `End goes to the end of a text before it goes to the last field`() {
    var hall = Hall(tab: .members)
    hall.press(.control("e"), .named(.home))
    let before = place(hall)
    hall.press(.end)
    #expect(place(hall) == before)
    hall.press(.end)
    #expect(place(hall) != before)
  }

  @Test(arguments: Language.allCases)
  func `one of several is a circle, something that is so or not a box`(language: Language) {
    let form = Scene.memberForm.hall(language, Self.size).rows().joined()
    #expect(form.contains("●") && form.contains("○"))
    #expect(!form.contains("☑") && !form.contains("☐"))
    for scene in [Scene.verification, .consents, .memberColumns] {
      let text = scene.hall(language, Self.size).rows().joined()
      #expect(text.contains("☑") || text.contains("☐"), "\(scene)")
      #expect(!text.contains("○") && !text.contains("●"), "\(scene)")
    }
  }

  @Test func `Space takes the next of several and turns a box`() {
    var hall = Hall(tab: .events)
    hall.press(.f2, .tab, .tab, .tab)
    #expect(hall.shows("● 联谊会"))
    hall.type(" ")
    #expect(hall.shows("● 专场"))
    var verification = Hall(tab: .members)
    verification.press(.control("v"), .named(.enter))
    let before = verification.rows().joined().count { $0 == "☑" }
    verification.type(" ")
    #expect(verification.rows().joined().count { $0 == "☑" } == before + 1)
    verification.type(" ")
    #expect(verification.rows().joined().count { $0 == "☑" } == before)
  }

  @Test func `Space turns a consent and a column`() {
    var hall = Hall(tab: .members)
    hall.press(.control("g"))
    hall.type(" ")
    #expect(hall.changes().contains { if case .keep(.revokeConsent) = $0 { true } else { false } })
    var columns = Hall(tab: .members)
    columns.press(.f6, .down, .down)
    #expect(columns.shows("▸ ☑ 性别"))
    columns.type(" ")
    #expect(columns.shows("▸ ☐ 性别"))
  }

  @Test(arguments: Scene.allCases)
  func `a hint stands between signs, so that it is no text`(scene: Scene) {
    // A bare field under its caret is either text or a hint between ‹ and ›.
    for language in Language.allCases {
      let frame = scene.hall(language, Self.size).desk.view(Self.size)
      for row in 0..<frame.size.rows {
        let cells = Array(frame.row(row))
        for (column, cell) in cells.enumerated() {
          guard case .lead("‹", _) = cell.content else { continue }
          let rest = cells[column...].contains {
            if case .lead("›", _) = $0.content { true } else { false }
          }
          #expect(rest || column > 0, "\(scene) \(row)")
        }
      }
    }
  }
}

@Suite struct `Going to a line by its name` {
  @Test(arguments: [
    ("年", "年龄"), ("nl", "年龄"), ("nian", "年龄"), ("age", "年龄"), ("身", "身高"), ("sg", "身高"),
    ("weight", "体重"), ("shouji", "手机"), ("核", "核验"), ("verif", "核验"), ("岗", "岗位"),
  ])
  func `among the columns of the list`(typed: String, line: String) {
    var hall = Hall(tab: .members)
    hall.press(.f6)
    hall.type(typed)
    #expect(hall.rows().contains { $0.contains("▸ ☐ \(line)") || $0.contains("▸ ☑ \(line)") })
    #expect(hall.shows(typed))
  }

  @Test(arguments: [
    ("性", "性别"), ("xb", "性别"), ("sex", "性别"), ("cs", "出生年月"), ("手机", "手机"), ("born", "出生年月"),
  ])
  func `among what a column can be taken for`(typed: String, line: String) {
    var hall = Scene.importMeaning.hall(.chinese, Size(columns: 80, rows: 24))
    hall.press(.home)
    hall.type(typed)
    #expect(hall.rows().contains { $0.contains("▸ \(line)") }, "\(typed)")
  }

  @Test func `the same letter goes on to the next, and round`() {
    var hall = Hall(tab: .members)
    hall.press(.f6)
    var seen: [String] = []
    for _ in 0..<6 {
      hall.type("x")
      seen.append(hall.rows().first { $0.contains("▸ ☐") || $0.contains("▸ ☑") } ?? "")
    }
    #expect(Set(seen).count > 1)
    #expect(seen.count > Set(seen).count)
  }

  @Test func `the first letter goes on from where one is`() {
    var hall = Hall(tab: .members)
    hall.press(.f6)
    hall.type("s")
    let top = hall.rows().first { $0.contains("▸ ☐") || $0.contains("▸ ☑") }
    hall.press(.down, .down)
    hall.type("s")
    let below = hall.rows().first { $0.contains("▸ ☐") || $0.contains("▸ ☑") }
    #expect(top != nil && below != nil && below != top)
  }

  @Test func `what begins no name changes nothing, and an arrow begins anew`() {
    var hall = Hall(tab: .members)
    hall.press(.f6)
    hall.type("年")
    hall.type("龘")
    #expect(hall.shows("▸ ☐ 年龄"))
    hall.press(.down)
    hall.type("姓")
    #expect(hall.shows("▸ ☑ 姓名"))
  }
}
