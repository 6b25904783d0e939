import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Every screen as it looks` {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 200, rows: 60),
    Size(columns: 120, rows: 40),
  ]

  @Test(arguments: Scene.allCases, sizes) func `in both languages`(scene: Scene, size: Size) throws
  {
    for language in Language.allCases {
      let frame = scene.hall(language, size).desk.view(size)
      try Golden.expect(
        frame, "\(size.columns)x\(size.rows)/\(language.rawValue)/\(scene.rawValue)")
      expectSound(frame)
    }
  }

  @Test func `where borders have to be ASCII`() throws {
    let size = Size(columns: 80, rows: 24)
    for (name, tab, text) in [("door", Tab.door, "wang"), ("picks", .picks, "F33 3 61 2")] {
      var hall = Hall(
        SampleEvening.evening(slips: 60), language: .chinese, size: size, isPlain: true, tab: tab)
      hall.type(text)
      let frame = hall.desk.view(size)
      try Golden.expect(frame, "plain/\(name)")
      expectSound(frame)
    }
    let closed = SampleEvening.evening(of: SampleEvening.event(state: .closed), slips: 60)
    let hall = Hall(closed, language: .chinese, size: size, isPlain: true, tab: .pairs)
    try Golden.expect(hall.desk.view(size), "plain/pairs")
  }

  /// What holds for every frame: rows are full, tails follow leads, the cursor is on the frame.
  private func expectSound(_ frame: Frame) {
    for row in 0..<frame.size.rows {
      let cells = Array(frame.row(row))
      for (column, cell) in cells.enumerated() {
        switch cell.content {
        case .lead(_, let width):
          if width == 2 {
            #expect(column + 1 < cells.count && cells[column + 1].content == .tail)
          }
        case .tail: #expect(column > 0 && cells[column - 1].content != .tail)
        }
      }
    }
    if let cursor = frame.cursor {
      #expect((0..<frame.size.columns).contains(cursor.column))
      #expect((0..<frame.size.rows).contains(cursor.row))
    }
  }
}
