import Canvas
import Wording

/// An empty file: three lines, three keys.
struct FirstRun: Dialogue {
  static let ways: [(command: Command.ID, label: Phrase)] = [
    (
      .startSample,
      Phrase("看看样例之夜（单独的文件）", "Look around a sample evening")
    ),
    (.startImport, Phrase("导入名册（Excel 或 CSV）", "Import a roster (Excel or CSV)")),
    (.startEmpty, Phrase("从空白开始：先建一场活动", "Start empty: create an event")),
  ]

  private var marked = 0

  var contexts: [Context] { [.firstRun, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = move.place(from: marked, count: Self.ways.count, page: 3) ?? 0
      return []
    }
    switch id == .choose ? Self.ways[marked].command : id {
    case .startSample:
      return [
        .close, .note(Phrase("正在准备样例…", "Preparing the sample…")), .program(.openSample),
      ]
    case .startImport: return [.close, .open(ImportWizard(folder: environment.folder))]
    case .startEmpty: return [.close, .open(EventDraft(in: environment))]
    default: return nil
    }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if Self.ways.indices.contains(row) { marked = row }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("欢迎使用鹊桥", "Welcome to Queqiao")), columns: 60, rows: 7, in: area)
    for (row, way) in Self.ways.enumerated() {
      sheet.draw(
        Line([
          Span(look.pointer(row == marked), Theme.accent), Span("\(row + 1)  ", Theme.title),
          Span(look(way.label)),
        ]), row: row + 1, in: inner)
      sheet.finishRow(row + 1, in: inner, place: row, isMarked: row == marked)
    }
  }
}
