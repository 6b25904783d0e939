import Canvas
import Matchmaking
import Wording

/// What a member hopes for as it was written and as it was read, for correction.
struct CriteriaPage: Dialogue {
  let member: Member
  let reading: CriteriaReading
  private(set) var field: TextField
  private(set) var draft: CriteriaDraft
  private let words: ConditionWords

  init(_ member: Member, corrected: String?, _ words: ConditionWords) {
    self.member = member
    self.words = words
    reading = CriteriaReading(member.texts[.criteria] ?? "", of: member.sex)
    let text = corrected ?? reading.criteria.text(words)
    field = TextField(text)
    draft = CriteriaDraft(text)
  }

  var contexts: [Context] { [.criteria] }

  func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .submitForm else { return nil }
    guard draft.faults.isEmpty else {
      return [.note(Phrase("请先更正有误的要求", "correct what is marked first"))]
    }
    return [.close, .tell(CorrectedHopes(text: field.text))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    field.type(key)
    draft = CriteriaDraft(field.text)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("择偶要求 · ", "Hopes · ")) + member.name
    let lines = lines(look, columns: min(80, area.columns) - 4)
    let inner = sheet.dialogue(
      title, columns: 80, rows: min(area.rows, lines.count + 5), in: area)
    let room = max(0, inner.rows - 3)
    for (row, line) in lines.prefix(room).enumerated() { sheet.draw(line, row: row, in: inner) }
    let label = look(Phrase("更正", "Correct"))
    let start = look.width.columns(label) + 2
    let row = min(inner.rows - 2, lines.count + 1)
    sheet.draw(Line(label, Theme.title), row: row, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + start, row: inner.row + row),
      columns: max(1, inner.columns - start), Theme.field,
      hint: look(Phrase("如：身高>=170 学历>=本科 优先 住房=有房", "as in: height>=170 prefer housing=own")))
    let note: Line =
      if let fault = draft.faults.first {
        Line(look.refused(fault.phrase), Theme.warning)
      } else {
        Line(
          look(Phrase("F2 按这些要求重新找；原文不变", "F2 looks again with these; the text stays as it is")),
          Theme.dim)
      }
    sheet.draw(note, row: row + 1, in: inner)
  }

  /// The text, then how each part of it was taken.
  private func lines(_ look: Look, columns: Int) -> [Line] {
    let text =
      reading.text.isEmpty
      ? look(Phrase("没有写", "nothing written")) : Masking.numbers(in: reading.text)
    var lines = part(Phrase("原文", "Text"), [text], Theme.plain, look, columns)
    let criteria = draft.faults.isEmpty ? draft.criteria : reading.criteria
    lines += part(
      Phrase("必须", "Must"), criteria.limits.map { look($0.phrase) }, Theme.strong, look, columns)
    lines += part(
      Phrase("优先", "Prefers"), criteria.preferences.map { look($0.phrase) }, Theme.plain, look,
      columns)
    lines += part(Phrase("仅作参考", "Noted"), pieces(.soft), Theme.dim, look, columns)
    lines += part(
      Phrase("未识别", "Unclear"), reading.leftOver.map { Masking.numbers(in: String($0)) },
      Theme.warning, look, columns)
    lines += part(
      Phrase("有矛盾", "Conflict"), criteria.contradictions.map { look($0.phrase) }, Theme.warning,
      look,
      columns)
    return lines
  }

  private func pieces(_ kind: CriteriaReading.Piece.Kind) -> [String] {
    reading.pieces.filter { $0.kind == kind }.map {
      Masking.numbers(in: String(reading.text[$0.range]))
    }
  }

  private func part(
    _ label: Phrase, _ parts: [String], _ style: Style, _ look: Look, _ columns: Int
  ) -> [Line] {
    guard !parts.isEmpty else { return [] }
    let labels = look.language == .chinese ? 10 : 9
    let text = parts.joined(separator: look.language == .chinese ? "；" : "; ")
    return look.width.wrapped(text, columns: max(1, columns - labels)).enumerated().map {
      row, line in
      Line([
        Span(look.width.padded(row == 0 ? look(label) : "", to: labels), Theme.dim),
        Span(line, style),
      ])
    }
  }
}

/// What somebody is taken to hope for, for the circle that lies below.
struct CorrectedHopes: Notice {
  let text: String
}
