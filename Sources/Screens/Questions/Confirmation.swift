import Canvas
import Matchmaking
import Wording

/// A question before something that matters.
struct Confirmation: Dialogue {
  var title: Phrase
  var lines: [Phrase]
  /// Numbers of a pool, under one another behind its letter.
  struct Numbers: Sendable {
    var label: Phrase
    var digits: [String]
  }

  /// Shown below the lines as far as there is room.
  var numbers: [Numbers] = []
  /// What doing it is called.
  var yes: Phrase
  var intent: Intent
  /// Leaving the program never waits for a disk.
  var isUrgent = false
  /// Neither Enter nor any key that asks counts: F8 has to be looked for, so that a hasty or a
  /// repeated key does nothing.
  var isGrave: Bool

  var contexts: [Context] { [isGrave ? .graveConfirmation : .confirmation] }

  /// Whoever asked lies below, and is told what becomes of it.
  func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    id == .confirm || id == .confirmGrave ? [.close, intent] : nil
  }

  /// What a question is answered with says what it is.
  func label(of id: Command.ID) -> Phrase? {
    id == .confirm || id == .confirmGrave ? yes : nil
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    id == .palette ? .first(Phrase("请先回答这个问题", "Answer this question first")) : nil
  }

  static let leaving = Confirmation(
    title: Phrase("退出？", "Quit?"),
    lines: [
      Phrase(
        "做过的都已保存。没有按回车的输入会丢失。", "Everything done is saved. What was typed without Enter is lost.")
    ],
    yes: Phrase("退出", "quit"), intent: .program(.quit), isUrgent: true, isGrave: false)

  /// The organizer answers for letting somebody in.
  ///
  /// - Parameter others: what F8 lets pass besides.
  static func overriding(
    _ reason: Phrase, also others: [DoorRefusal] = [], _ change: Change
  ) -> Confirmation {
    let brief = DoorRefusal.brief(others.map(\.code).joined(separator: ","))
    let also = Phrase("另外：\(brief.chinese)。", "Besides: \(brief.english).")
    return Confirmation(
      title: Phrase("由组织者放行？", "Let in all the same?"),
      lines: [reason] + (others.isEmpty ? [] : [also]) + [
        Phrase("按 F8 放行，记录在案；Esc 不放行。", "F8 lets in, on record; Esc does not.")
      ], yes: Phrase("放行", "let in"), intent: .change(change), isGrave: true)
  }

  /// The organizer answers for registering somebody.
  static func registering(_ reason: Phrase, _ change: Change) -> Confirmation {
    Confirmation(
      title: Phrase("由组织者同意报名？", "Register all the same?"),
      lines: [
        reason,
        Phrase("按 F8 登记，记录在案；Esc 不登记。", "F8 registers, on record; Esc does not."),
      ], yes: Phrase("登记", "register"), intent: .change(change), isGrave: true)
  }

  /// Many at once: by their number, for nobody reads all the names.
  static func registeringFound(_ count: Int, _ event: Event, _ change: Change) -> Confirmation {
    Confirmation(
      title: Phrase("全部登记报名？", "Register all of them?"),
      lines: [
        Phrase(
          "把现在列出的 \(count.grouped) 人登记到“\(event.title)”。",
          "\(count.counted("who is", "who are")) listed now, for \u{201c}\(event.title)\u{201d}."),
        Phrase(
          "已报名的不重复登记；不合条件的不登记，逐个说明。按 F9 可以整批撤销。",
          "Those registered already stay so; those who may not come are left out and named. F9 takes all back."
        ),
        Phrase("按 F8 登记；Esc 返回。", "F8 registers them; Esc goes back."),
      ], yes: Phrase("登记", "register"), intent: .change(change), isGrave: true)
  }

  /// Nothing brings the slips back.
  static func archiving(_ summary: EventSummary) -> Confirmation {
    Confirmation(
      title: Phrase("归档，清除选票？", "Archive it and delete the slips?"),
      lines: [
        .verbatim(summary.event.title),
        Phrase(
          "\(summary.allSlips) 张选票从文件、记录和以后的数据包里永久清除，不能恢复；互选和牵手的结果留下。",
          "\(summary.allSlips.counted("slip")) will go out of the file, its log and later bundles, for good; mutual picks and pairs stay."
        ),
        Phrase(
          "以前的备份里还有；queqiao event show \(summary.event.code) 会列出。",
          "Earlier backups hold them still; queqiao event show \(summary.event.code) lists those."),
        Phrase("按 F8 归档；Esc 返回。", "F8 archives; Esc goes back."),
      ], yes: Phrase("归档", "archive"), intent: .change(.archiveEvent(summary.id)), isGrave: true)
  }

  /// Nobody is registered for it, and it comes back with one key.
  static func removing(_ event: Event) -> Confirmation {
    Confirmation(
      title: Phrase("删去这场活动？", "Remove the event?"),
      lines: [
        .verbatim(event.title),
        Phrase("还没有人报名。按 F9 可以恢复。", "Nobody is registered. F9 brings it back."),
      ], yes: Phrase("删去", "remove"), intent: .change(.removeEvent(event.id)), isGrave: false)
  }

  static func closing(_ evening: Evening) -> Confirmation {
    let missing = evening.missingSlips(round: evening.currentRound.number)
    let numbers = evening.event.pools.pools.map { pool in
      Numbers(
        label: pool.letter,
        digits: missing.lazy.filter { $0.registration.pool == pool }.compactMap(\.badge?.digits)
          .prefix(200).map(\.self))
    }
    let first =
      missing.isEmpty
      ? Phrase("在场的人都已交选票。", "Everybody here has handed in a slip.")
      : Phrase(
        "还有 \(missing.count) 人未交选票：", "\(missing.count.counted("slip is", "slips are")) missing:")
    return Confirmation(
      title: Phrase("结束互选？", "Close the picking?"),
      lines: [
        .verbatim(evening.event.title),
        Phrase(
          "结束以后不再收选票，也不再签到；按 F9 可以撤销。",
          "No slips and no check-ins after that; F9 takes it back."),
        Phrase("按 F8 结束；Esc 继续收选票。", "F8 closes; Esc goes on taking slips."), first,
      ], numbers: numbers.filter { !$0.digits.isEmpty }, yes: Phrase("结束互选", "close"),
      intent: .change(.closeEvent(evening.event.id)), isGrave: true)
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let width = min(60, area.columns)
    let wrapped = lines.map { sheet.width.wrapped(sheet.look($0), columns: width - 4) }
    let tables = numbers.map { self.lines(of: $0, sheet.look, columns: width - 4) }
    let table = tables.reduce(0) { $0 + $1.count }
    let rows = wrapped.reduce(table) { $0 + $1.count } + lines.count - 1
    let isRoomy = area.rows >= rows + 4
    let inner = sheet.dialogue(
      sheet.look(title), columns: width, rows: rows + (isRoomy ? 4 : 2), in: area)
    var row = isRoomy ? 1 : 0
    for (place, lines) in wrapped.enumerated() {
      for line in lines {
        sheet.draw(
          Line(line, place == 0 ? Theme.strong : Theme.plain), row: row, in: inner)
        row += 1
      }
      if isRoomy, place < wrapped.count - 1 { row += 1 }
    }
    draw(tables, on: &sheet, in: inner.inset(top: row))
  }

  /// Each pool has its share of the room, and says where it has more numbers than that.
  private func draw(_ tables: [[Line]], on sheet: inout Sheet, in area: Area) {
    var row = 0
    for (place, table) in tables.enumerated() {
      let others = tables[(place + 1)...]
      let least = (area.rows - row) / (others.count + 1)
      let wanted = others.reduce(0) { $0 + $1.count }
      let share = min(table.count, max(least, area.rows - row - wanted))
      for line in table.prefix(share) {
        sheet.draw(line, row: row, in: area)
        row += 1
      }
      if share < table.count, share > 0 {
        sheet.draw(
          Line([], right: [Span(sheet.width.ellipsis, Theme.accent)]), row: row - 1, in: area)
      }
    }
  }

  /// The numbers in columns of their own, the pool's letter before the first.
  private func lines(of numbers: Numbers, _ look: Look, columns: Int) -> [Line] {
    let label = look(numbers.label) + " "
    let indent = look.width.columns(label)
    return numbers.digits.inColumns(look.width, columns: columns - indent).enumerated().map {
      row, text in
      Line([
        Span(row == 0 ? label : String(repeating: " ", count: indent), Theme.dim),
        Span(text, Theme.accent),
      ])
    }
  }
}

extension Array where Element == String {
  /// Short texts under one another, each as wide as the widest.
  func inColumns(_ width: Width, columns: Int) -> [String] {
    let widest = reduce(0) { Swift.max($0, width.columns($1)) }
    let each = Swift.max(1, (columns + 1) / (widest + 1))
    return stride(from: 0, to: count, by: each).map { start in
      self[start..<Swift.min(count, start + each)]
        .map { width.padded($0, to: widest, align: .right) }.joined(separator: " ")
    }
  }
}
