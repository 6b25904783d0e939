import Canvas
import Matchmaking
import Wording

/// Asks for a badge and says why its wearer has no partner, or with whom they are paired; for the organizer
/// alone, and on record before it is said.
struct OutcomePage: Dialogue {
  /// The picking round whose pairs are shown.
  private let round: Int
  private var field = TextField()
  private var answer: Phrase?
  private var refusal: Phrase?

  init(of round: Int) { self.round = round }

  var contexts: [Context] { [.entry] }

  func label(of id: Command.ID) -> Phrase? { id == .enterForm ? Phrase("查看", "ask") : nil }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .enterForm else { return nil }
    guard !field.isEmpty else { return [.close] }
    guard let evening = environment.evening else { return [] }
    guard let guest = guest(in: evening) else {
      answer = nil
      refusal = Phrase(
        "没有人戴“\(field.text)”，请写号牌，如 F12",
        "nobody wears \u{201c}\(field.text)\u{201d}; type a badge, as in F12")
      return [.refuseInPlace]
    }
    return [.change(.seeOutcome(evening.event.id, guest.id))]
  }

  private func guest(in evening: Evening) -> Guest? {
    Badge(typed: field.text, in: evening.event.pools).flatMap { evening.guest(wearing: $0) }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    refusal = nil
    field.type(key)
    return []
  }

  /// That it was asked is on record now.
  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard outcome.isDone, case .seeOutcome(_, let id) = change,
      let evening = environment.evening, let guest = evening.guest(id), let badge = guest.badge
    else { return [] }
    do throws(PairingRefusal) {
      answer = evening.outcome(
        of: guest, in: try evening.pairing(round: round), round: round
      ).phrase(of: badge)
      field = TextField()
    } catch {
      refusal = error.phrase
    }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = Phrase("为什么没有牵手", "Why no partner")
    let inner = sheet.dialogue(look(title), columns: 66, rows: 10, in: area)
    let label = look(Phrase("号牌 ", "Badge "))
    let start = look.width.columns(label) + 1
    sheet.draw(Line(label, Theme.title), row: 0, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + start, row: inner.row),
      columns: max(1, min(14, inner.columns - start)), Theme.field)
    if let refusal {
      sheet.paragraph(look(refusal), Theme.warning, row: 2, in: inner)
    } else if let answer {
      sheet.paragraph(look(answer), Theme.strong, row: 2, in: inner, rows: 4)
    }
    let note = Phrase(
      "只给组织者看，谁问过会留下记录。说的只有互选，不说谁选过谁。",
      "For the organizer alone; that it was asked goes on record. It tells of mutual picks, not who picked whom."
    )
    // A low window has room for the answer alone.
    if inner.rows >= 8 { sheet.paragraph(look(note), Theme.dim, row: 6, in: inner, rows: 2) }
  }
}
