import Canvas
import Matchmaking
import Wording

/// One mutual pick, where there is no room for it beside the list.
struct PairDetail: Dialogue {
  let entry: PairsScreen.Entry

  var contexts: [Context] { [.reading] }

  func run(_ id: Command.ID, in environment: Environment) -> [Intent]? { nil }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(Phrase("互选", "Mutual pick"))
    let inner = sheet.dialogue(title, columns: 60, rows: PairCard.rows + 2, in: area)
    guard let evening = environment.evening else { return }
    PairCard(look: sheet.look, entry: entry).draw(evening, on: &sheet, in: inner)
  }
}
