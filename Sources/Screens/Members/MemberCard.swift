import Canvas
import Matchmaking
import Wording

/// All that the register knows of one member, numbers masked: the screen may be seen by others.
struct MemberCard {
  let look: Look
  let member: Member

  func draw(from first: Int = 0, on sheet: inout Sheet, in area: Area) {
    for (row, line) in lines(columns: area.columns).dropFirst(first).enumerated() {
      sheet.draw(line, row: row, in: area)
    }
  }

  func lines(columns: Int) -> [Line] {
    let status =
      member.status.isLooking
      ? [] : [Span(look(member.status.phrase) + "  ", Theme.warning)]
    let head = Line(
      [Span(member.name, Theme.strong)],
      right: status + [Span(look(member.verification.phrase), Theme.accent)])
    let labels = look.language == .chinese ? 10 : 14
    return [head, .blank]
      + facts.flatMap { fact -> [Line] in
        let label = look.width.padded(look(fact.label), to: labels) + " "
        let text = look.width.wrapped(fact.value, columns: max(1, columns - labels - 1))
        return text.enumerated().map { row, line in
          Line([
            Span(row == 0 ? label : String(repeating: " ", count: labels + 1), Theme.dim),
            Span(line),
          ])
        }
      }
  }

  private var facts: [(label: Phrase, value: String)] {
    var facts: [(label: Phrase, value: String)] = [(Phrase("编号", "Number"), member.number)]
    if let sex = member.sex { facts.append((Phrase("性别", "Sex"), look(sex.word))) }
    if let birth = member.birth { facts.append((Phrase("出生", "Born"), birth.description)) }
    if let phone = member.phone { facts.append((Phrase("手机", "Phone"), phone.masked)) }
    if let height = member.height { facts.append((Phrase("身高", "Height"), "\(height) cm")) }
    for text in MemberText.allCases {
      let value = member.shown(text)
      if !value.isEmpty { facts.append((text.phrase, value)) }
    }
    for head in member.extras.keys.sorted() {
      let value = member.shown(.extra(head))
      if !value.isEmpty { facts.append((.verbatim(head), value)) }
    }
    return facts
  }
}
