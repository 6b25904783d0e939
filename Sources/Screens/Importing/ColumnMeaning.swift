import Canvas
import Matchmaking
import Wording

/// What a column is taken for: one of the fields, kept as it is, or not imported.
struct ColumnMeaning: Dialogue {
  let head: String
  private var marked: Int
  private var typeAhead = TypeAhead()
  /// What is taken by another column, which gives it up if it is chosen here.
  private let taken: [String: String]
  /// Nil stands first: kept as it is.
  static let choices: [String?] =
    [nil] + ([RosterTarget.skip] + RosterTarget.all).map(Optional.some)

  init(_ column: RosterSketch.Column, in sketch: RosterSketch) {
    head = column.head
    marked = Self.choices.firstIndex { $0 == column.word } ?? 0
    taken = Dictionary(
      sketch.columns.filter { $0.head != column.head }.compactMap { other in
        other.field.map { ($0, other.head) }
      }, uniquingKeysWith: { one, _ in one })
  }

  private var chosen: String? { Self.choices[marked] }

  var contexts: [Context] { [.columnMeaning, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      typeAhead.clear()
      let page = environment.size.rows - 8
      marked = move.place(from: marked, count: Self.choices.count, page: page) ?? 0
      return []
    }
    guard id == .choose else { return nil }
    var corrections = [head: chosen ?? ""]
    // A field has one column: the one that had it is kept as it is.
    if let other = chosen.flatMap({ taken[$0] }) { corrections[other] = "" }
    return [.close, .tell(ColumnIsMeant(corrections: corrections))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    let labels = Self.choices.map(RosterTarget.phrase)
    marked =
      typeAhead.type(key, among: labels, from: marked, environment.setting.language) ?? marked
    return []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if Self.choices.indices.contains(row) { marked = row }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("认作什么 · ", "Taken for · ")) + look.width.truncated(head, to: 24)
    let inner = sheet.dialogue(
      title, columns: 54, rows: min(area.rows, Self.choices.count + 2), in: area)
    let window = Window(count: Self.choices.count, marked: marked, height: inner.rows)
    for (row, place) in window.rows.enumerated() {
      let field = Self.choices[place]
      let other = field.flatMap { taken[$0] }.map {
        look(Phrase("现在是“\($0)”", "now \u{201c}\($0)\u{201d}"))
      }
      sheet.draw(
        Line(
          [
            Span(look.pointer(place == marked), Theme.accent),
            Span(
              look(RosterTarget.phrase(field)),
              field == nil || field == RosterTarget.skip ? Theme.dim : Theme.plain),
          ], right: [Span(other ?? "", Theme.dim)]), row: row, in: inner)
      sheet.finishRow(row, in: inner, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: Self.choices.count, marked: marked, in: inner)
    typeAhead.draw(on: &sheet)
  }
}

/// What columns are to be taken for, by their heads.
struct ColumnIsMeant: Notice {
  let corrections: [String: String]
}
