import Canvas
import Matchmaking
import Wording

/// The one line of a small dialogue: what is typed, why it was not taken, and how the dialogue ends once it was.
struct EntryLine {
  private(set) var field = TextField()
  private(set) var refusal: Phrase?

  mutating func type(_ key: Key) {
    refusal = nil
    field.type(key)
  }

  mutating func refuse(_ why: Phrase) -> [Intent] {
    refusal = why
    return [.refuseInPlace]
  }

  /// - Returns: that the dialogue is over, where nothing is left to be typed.
  mutating func take(_ outcome: Outcome, in environment: Environment) -> [Intent] {
    switch outcome {
    case .saved, .unchanged: return [.close]
    case .refused(let refusal): self.refusal = environment.sentence(refusal)
    case .imported, .failed: break
    }
    return []
  }

  /// - Parameter longest: columns that are enough for what is typed; nil takes what there is.
  func draw(
    _ label: Phrase, longest: Int? = nil, row: Int, on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let start = look.width.columns(look(label)) + 1
    sheet.draw(Line(look(label), Theme.title), row: row, in: area)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row + row),
      columns: max(1, min(longest ?? .max, area.columns - start)), Theme.field)
  }
}
