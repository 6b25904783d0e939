import Canvas
import Matchmaking
import Wording

/// Another badge for somebody: one number, of the pool of their sex as the register has it now.
struct BadgeForm: Dialogue {
  let guest: Guest
  private let pool: Pool
  private var line = EntryLine()

  init(_ guest: Guest, at event: Event) {
    self.guest = guest
    pool = event.pools.pool(for: guest.sex) ?? guest.registration.pool
  }

  var contexts: [Context] { [.entry] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .enterForm else { return nil }
    guard let number else { return line.refuse(Self.noNumber) }
    return [.change(.changeBadge(guest.id, number))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    line.type(key)
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    line.take(outcome, in: environment)
  }

  private static let noNumber = Phrase("请写 1 到 99999 的数", "write a number, 1 to 99999")

  /// The number, full-width digits and the pool's letter before it forgiven; nil where it is none.
  var number: Int? {
    let badge = Badge(typed: line.field.text, in: pool == .everyone ? .one : .two, bare: pool)
    return badge?.pool == pool ? badge?.number : nil
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let evening = environment.evening
    let look = sheet.look
    let inner = sheet.dialogue(look(Phrase("换号牌", "Another badge")), columns: 56, rows: 7, in: area)
    let old = guest.badge.map { look($0.phrase) } ?? look(Phrase("未发号牌", "no badge yet"))
    sheet.draw(
      Line([Span(guest.name, Theme.strong), Span("  " + old, Theme.accent)]), row: 0, in: inner)
    line.draw(
      Phrase("新号 ", "New ") + pool.letter, longest: 8, row: 2, on: &sheet, in: inner)
    if let said = problem(evening) {
      sheet.draw(Line(look.refused(said), Theme.warning), row: 4, in: inner)
    }
  }

  /// Said while typing, before Enter.
  private func problem(_ evening: Evening?) -> Phrase? {
    if let refusal = line.refusal { return refusal }
    guard !line.field.isEmpty else { return nil }
    guard let number else { return Self.noNumber }
    let badge = Badge(pool, number)
    guard let wearer = evening?.guest(wearing: badge), wearer.id != guest.id else { return nil }
    return Phrase("\(badge.phrase.chinese) 是 \(wearer.name) 的", "\(badge) is \(wearer.name)'s")
  }
}
