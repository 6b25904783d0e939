import Canvas
import Matchmaking
import Wording

/// A question before something that matters.
struct Confirmation: Sendable {
  var title: Phrase
  var lines: [Phrase]
  var effect: Effect
  /// Enter does not count: its key has to be looked for, so that a hasty Enter does nothing.
  var isGrave: Bool

  static let leaving = Confirmation(
    title: Phrase("离开？", "Leave?"),
    lines: [
      Phrase(
        "做过的都已保存。还没有按回车的输入会丢掉。", "Everything done is saved. What was typed without Enter is lost.")
    ],
    effect: .quit, isGrave: false)

  /// The organizer answers for letting somebody in.
  static func overriding(_ reason: Phrase, _ effect: Effect) -> Confirmation {
    Confirmation(
      title: Phrase("由组织者放行？", "Let in all the same?"),
      lines: [
        reason,
        Phrase("按 F5 放行，记录在案；Esc 不放行。", "F5 lets in, on record; Esc does not."),
      ], effect: effect, isGrave: true)
  }

  static func closing(_ evening: Evening) -> Confirmation {
    let missing = evening.missingSlips
    let badges = missing.prefix(40).compactMap(\.badge)
    let more = missing.count > 40 ? Phrase(" 等", " and others") : .empty
    let names = Phrase(
      badges.map(\.phrase.chinese).joined(separator: " "),
      badges.map(\.description).joined(separator: " "))
    let first =
      missing.isEmpty
      ? Phrase("在场的人都交了选票。", "Everybody here has handed in a slip.")
      : Phrase("还有 \(missing.count) 人没交：", "\(missing.count) missing: ") + names + more
    return Confirmation(
      title: Phrase("结束互选？", "Close the picking?"),
      lines: [
        first,
        Phrase(
          "结束以后不再收选票，也不再签到。F9 可以撤销。", "No slips and no check-ins after that. F9 takes it back."),
        Phrase("按 F5 结束；Esc 不结束。", "F5 closes it; Esc does not."),
      ], effect: .closeEvent(evening.event.id), isGrave: true)
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let columns = min(60, area.columns - 4)
    let wrapped = lines.map { sheet.width.wrapped(sheet.look($0), columns: columns - 4) }
    let rows = wrapped.reduce(0) { $0 + $1.count } + lines.count - 1
    let inner = sheet.dialogue(sheet.look(title), columns: 60, rows: rows + 4, in: area)
    var row = inner.rows > rows ? 1 : 0
    for (place, lines) in wrapped.enumerated() {
      for line in lines {
        sheet.draw(Line(line, place == 0 ? Theme.strong : Theme.plain), row: row, in: inner)
        row += 1
      }
      if inner.rows > rows { row += 1 }
    }
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in confirmation: Confirmation) -> [Effect]? {
    guard id == .confirm || id == .confirmGrave else { return nil }
    modals.removeLast()
    guard confirmation.effect != .quit else { return [.quit] }
    return send(confirmation.effect)
  }
}
