import Canvas
import Matchmaking
import Wording

extension MembersScreen {
  func draw(on sheet: inout Sheet, in area: Area) {
    drawFilter(on: &sheet, in: area)
    let body = area.inset(top: 2, left: 1, right: 1)
    guard let total, total > 0 else {
      sheet.paragraph(sheet.look(emptyText), Theme.dim, row: 0, in: body.inset(left: 1))
      return
    }
    guard body.columns >= 108 else { return drawList(total, on: &sheet, in: body) }
    let pane = body.inset(left: body.columns - 44)
    sheet.partition(before: pane)
    drawList(total, on: &sheet, in: body.inset(right: 47))
    if let member = markedMember {
      MemberCard(look: sheet.look, member: member).draw(on: &sheet, in: pane)
    }
  }

  private var emptyText: Phrase {
    if total == nil { return Phrase("正在读取…", "Reading…") }
    if !query.isEmpty {
      let typed = query.abridged
      return Phrase("名册里没有“\(typed)”。", "Nobody in the register for \u{201c}\(typed)\u{201d}.")
    }
    return Phrase("名册是空的。按 F2 导入名册。", "The register is empty. F2 imports a roster.")
  }

  private func drawFilter(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let label = look(Phrase("查找", "Find"))
    let start = 2 + look.width.columns(label) + 2
    let count = total.map { look(Phrase("\($0.grouped) 人", "\($0.grouped) people")) } ?? ""
    sheet.draw(
      Line(
        [Span(label, isFiltering ? Theme.title : Theme.dim)], right: [Span(count + " ", Theme.dim)]),
      row: 0, in: area, indent: 2)
    let columns = area.columns - start - look.width.columns(count) - 3
    let hint =
      isFiltering
      ? Phrase("姓名 拼音 首字母 编号 手机尾号", "name, pinyin, initials, number, last four")
      : Phrase("按 F3 或 / 查找", "F3 or / to find somebody")
    let caret = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row),
      columns: max(1, columns), Theme.field, hint: look(hint))
    if isFiltering { sheet.frame.cursor = caret }
  }

  private func drawList(_ total: Int, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let window = Window(count: total, marked: place, height: area.rows)
    let shown = window.rows.compactMap { member(at: $0) }
    let columns = layout(of: shown, across: area.columns, look)
    for (row, index) in window.rows.enumerated() {
      let isMarked = index == place
      if let member = member(at: index) {
        columns.draw(
          cells(member, isMarked: isMarked, across: area.columns, look), row: row, in: area,
          on: &sheet)
      } else {
        sheet.draw(Line(look.width.ellipsis, Theme.dim), row: row, in: area, indent: 2)
      }
      sheet.finishRow(row, in: area, place: index, isMarked: isMarked)
    }
  }

  /// Names and unions are as wide as those shown need; the employer has the rest.
  private func layout(of shown: [Member], across total: Int, _ look: Look) -> Columns {
    let names = shown.map(\.name)
    if total < 60 {
      return Columns(
        [.fixed(1), .fitting(names, look.width, in: 6...14), .fixed(2), .fixed(4), .rest],
        across: total, gap: 1)
    }
    let verification = look.language == .chinese ? 10 : 12
    let unions = shown.map { $0.texts[.union] ?? "" }
    return Columns(
      [
        .fixed(1), .fitting(shown.map(\.number), look.width, in: 6...12),
        .fitting(names, look.width, in: 8...(total > 90 ? 30 : 20)), .fixed(2), .fixed(4), .rest,
        total >= 76 ? .fitting(unions, look.width, in: 8...total / 5) : .fixed(0),
        .fixed(verification),
      ], across: total, gap: total >= 100 ? 2 : 1)
  }

  private func cells(_ member: Member, isMarked: Bool, across total: Int, _ look: Look) -> [Span] {
    let pointer = Span(isMarked ? look.marks.pointer : "", Theme.accent)
    let name = Span(member.name, Theme.strong)
    let sex = Span(member.sex.map { look($0.phrase) } ?? "", Theme.dim)
    let birth = Span(member.birth.map { String($0.year) } ?? "", Theme.dim)
    let employer = Span(member.texts[.employer] ?? "")
    guard total >= 60 else { return [pointer, name, sex, birth, employer] }
    let isVerified = member.verification == .verified
    return [
      pointer, Span(member.number, Theme.dim), name, sex, birth, employer,
      Span(member.texts[.union] ?? "", Theme.dim),
      Span(look(member.verification.phrase), isVerified ? Theme.dim : Theme.warning),
    ]
  }
}

/// All that the register knows of one member, the phone masked: the screen may be seen by others.
struct MemberCard {
  let look: Look
  let member: Member

  func draw(from first: Int = 0, on sheet: inout Sheet, in area: Area) {
    for (row, line) in lines(columns: area.columns).dropFirst(first).enumerated() {
      sheet.draw(line, row: row, in: area)
    }
  }

  func lines(columns: Int) -> [Line] {
    let head = Line(
      [Span(member.name, Theme.strong)],
      right: [Span(look(member.verification.phrase), Theme.accent)])
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
      if let value = member.texts[text], !value.isEmpty { facts.append((text.phrase, value)) }
    }
    for (head, value) in member.extras.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      facts.append((.verbatim(head), value))
    }
    return facts
  }
}
