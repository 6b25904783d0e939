import Canvas
import Wording

/// An empty file: three lines, three keys.
struct FirstRun: Sendable {
  static let ways: [(command: Command.ID, label: Phrase)] = [
    (
      .startSample,
      Phrase("看看样例之夜（单独的文件）", "Look around a sample evening")
    ),
    (.startImport, Phrase("导入名册（Excel 或 CSV）", "Import a roster (Excel or CSV)")),
    (.startEmpty, Phrase("从空白开始：先建一场活动", "Start empty: create an event")),
  ]

  var marked = 0

  func draw(on sheet: inout Sheet, in area: Area) {
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

extension Workspace {
  /// The three ways in, where there is neither a member nor an event.
  mutating func offerFirstRun() {
    guard modals.isEmpty, !wasWelcomed, !setting.isSample, members.total == 0,
      members.query.isEmpty,
      events.summaries?.isEmpty == true
    else { return }
    wasWelcomed = true
    modals.append(.firstRun(FirstRun()))
  }

  mutating func run(_ id: Command.ID, in firstRun: FirstRun) -> [Effect]? {
    var firstRun = firstRun
    if let move = Move(id) {
      firstRun.marked = move.place(from: firstRun.marked, count: FirstRun.ways.count, page: 3) ?? 0
      replaceModal(.firstRun(firstRun))
      return []
    }
    let chosen = id == .choose ? FirstRun.ways[firstRun.marked].command : id
    guard FirstRun.ways.contains(where: { $0.command == chosen }) else { return nil }
    modals.removeLast()
    return run(chosen)
  }
}
