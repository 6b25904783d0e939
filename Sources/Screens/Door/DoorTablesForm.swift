import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let doorTables = Self("doorTables")
}

extension Environment {
  /// The table somebody belongs to, where that is another than this desk.
  func otherTable(of guest: Guest) -> Phrase? {
    guard let (own, tally) = doorTable, let table = open?.table(of: guest), table != own else {
      return nil
    }
    return tally.tables.told(table)
  }
}

/// How many tables there are at the door, and which of them this desk is.
struct DoorTablesForm: Dialogue {
  static let commands: [Command] = [
    Command(
      .doorTables, in: .desk, [.alt("t")], Phrase("签到分桌", "door tables"),
      help: Phrase(
        "按姓氏拼音把客人分到几张签到桌，本台管哪一桌",
        "Splits the door among tables by the surname's pinyin; which of them this desk is"),
      unless: Environment.notOpen, does: { $0.atEvening { DoorTablesForm($0) } })
  ]

  enum Field: Hashable, Sendable { case count, own }

  private let event: Event
  private let expected: [Initial: Int]
  private var form: Form<Field>
  /// As the field has it now; nil is one table.
  private var tables: DoorTables?
  /// What will be changed is on its way.
  private var own: Int?
  private var fault: Phrase?

  init(_ evening: Evening) {
    event = evening.event
    expected = evening.expected(by: Initial.init(of:))
    tables = event.details.doorTables
    form = Form([.text(.count, Phrase("几张桌", "How many"), "\(tables?.count ?? 1)")])
  }

  var contexts: [Context] { [.form] }

  mutating func begin(in environment: Environment) -> [Intent] {
    list(chosen: environment.doorTable?.number ?? 0)
    return []
  }

  /// The choice of this desk's own table, of those there would be.
  private mutating func list(chosen: Int) {
    let count = form.text(.count)
    var entries: [Form<Field>.Entry] = [.text(.count, Phrase("几张桌", "How many"), count)]
    if let tables {
      let names = tables.numbers.map { Phrase.verbatim("\($0) \(tables.letters(of: $0))") }
      entries.append(
        .choice(
          .own, Phrase("本台是", "This desk"), [Phrase("全部", "all of them")] + names,
          chosen: chosen <= tables.count ? chosen : 0))
    }
    form = Form(entries)
  }

  private var count: Int? {
    Int(form.plainText(.count)).flatMap { (1...DoorTables.most).contains($0) ? $0 : nil }
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    fault = nil
    if form.move(id, page: environment.dialogueRows) { return [] }
    guard id == .enterForm || id == .submitForm else { return nil }
    guard count != nil else {
      form.focus(on: .count)
      fault = Self.badCount
      return [.refuseInPlace]
    }
    let chosen = tables == nil ? 0 : form.choice(.own)
    own = chosen == 0 ? nil : chosen
    guard tables != environment.open?.event.details.doorTables else {
      return [.stand(atTable: own), .close]
    }
    var form = EventForm(environment.open?.event ?? event)
    form.details.doorTables = tables
    return [.change(.editEvent(event.id, form))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    fault = nil
    let (before, chosen) = (form.text(.count), form.choice(.own))
    form.type(key)
    guard form.text(.count) != before else { return [] }
    let current = environment.open?.event.details.doorTables
    // As many as there are: those, on which signs may hang already.
    tables =
      switch count {
      case nil, 1?: nil
      case let count? where count == current?.count: current
      case let count?: DoorTables(splitting: expected, into: count)
      }
    list(chosen: chosen)
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch outcome {
    case .saved, .unchanged: return [.stand(atTable: own), .close]
    case .refused(let refusal): fault = environment.sentence(refusal)
    case .imported, .failed: break
    }
    return []
  }

  private static let badCount = Phrase(
    "请写 1 到 \(DoorTables.most)", "write a number from 1 to \(DoorTables.most)")

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("签到分桌", "Tables at the door")), columns: 64,
      rows: min(area.rows, 8 + (tables?.count ?? 0)), in: area)
    let fields = form.entries.count
    form.draw(
      problem: { _ in nil }, on: &sheet, in: inner.inset(bottom: max(0, inner.rows - fields)))
    let row = fields + 1
    guard row < inner.rows else { return }
    if let fault {
      return sheet.draw(Line(look.refused(fault), Theme.warning), row: row, in: inner)
    }
    guard count != nil else {
      return sheet.draw(Line(look.refused(Self.badCount), Theme.warning), row: row, in: inner)
    }
    guard let tables else {
      let said = Phrase("一张桌，所有人都在这里签到。", "One table for everybody.")
      return sheet.draw(Line(look(said), Theme.dim), row: row, in: inner)
    }
    draw(tables, row: row, on: &sheet, in: inner)
  }

  private func draw(_ tables: DoorTables, row: Int, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    var counts = Array(repeating: 0, count: tables.count)
    for (initial, count) in expected { counts[tables.table(of: initial) - 1] += count }
    for number in tables.numbers {
      sheet.draw(
        Line(
          [
            Span(look(Phrase("签到桌 ", "Table ")) + "\(number)  ", Theme.dim),
            Span(look(tables.range(of: number)), Theme.strong),
          ],
          right: [
            Span(look(Phrase("\(counts[number - 1]) 人", counts[number - 1].counted("guest"))))
          ]
        ), row: row + number - 1, in: area)
    }
    sheet.draw(
      Line(
        look(Phrase("名单也分桌打印；定了以后不再随报名变动。", "The list is printed by table; the split stays.")),
        Theme.dim), row: row + tables.count + 1, in: area)
  }
}
