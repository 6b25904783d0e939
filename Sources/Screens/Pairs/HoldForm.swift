import Canvas
import Matchmaking
import Wording

/// Why a pair is held back, in a few words that stand on the organizer's screens alone.
struct HoldForm: Dialogue {
  private let badges: PairedBadges
  private let event: EventID
  private let round: Int
  private var line = EntryLine()

  init(_ badges: PairedBadges, at event: EventID, round: Int) {
    self.badges = badges
    self.event = event
    self.round = round
  }

  var contexts: [Context] { [.entry] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .enterForm else { return nil }
    let note = line.field.text.trimmed
    guard !note.isEmpty else { return line.refuse(Phrase("请写明缘由", "Say why")) }
    return [.change(.gate(event, round: round, .hold(badges, note: note)))]
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

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("暂不公布", "Hold back")), columns: 64, rows: 8, in: area)
    sheet.draw(Line(look(badges.phrase), Theme.strong), row: 0, in: inner)
    line.draw(Phrase("缘由", "Why"), row: 2, on: &sheet, in: inner)
    let note = Phrase(
      "只有组织者看得到；放行以前不会公布。", "For organizers alone; not announced before it is let go.")
    if let refusal = line.refusal {
      sheet.draw(Line(look.refused(refusal), Theme.warning), row: 4, in: inner)
    } else {
      sheet.paragraph(look(note), Theme.dim, row: 4, in: inner, rows: 2)
    }
  }
}
