import Canvas
import Matchmaking
import Wording

/// Who waits to be verified (待核验), one after the other.
struct VerificationQueue: Dialogue {
  /// Nil until the first answer.
  private var members: [Member]?
  private var marked = 0

  var contexts: [Context] { [.verifying, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.read(.verificationQueue))] }

  func follow(_ change: Change, in environment: Environment) -> [Intent] { begin(in: environment) }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      let page = environment.dialogueRows - 2
      marked = move.place(from: marked, count: members?.count ?? 0, page: page) ?? 0
      return []
    }
    guard let member = markedMember else { return nil }
    let today = environment.setting.today
    switch id {
    case .editMember: return [.open(MemberForm(member, today: today))]
    case .beginVerification, .verifyAll:
      var form = VerificationForm(member, today: today, by: environment.verifier)
      guard id == .verifyAll else { return [.open(form)] }
      form.seeAll()
      return form.finished().map { [.change(.keep($0))] } ?? [.open(form)]
    default: return nil
    }
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    [.beginVerification, .verifyAll, .editMember].contains(id) && markedMember == nil
      ? .useless(Phrase("没有待核验的人", "Nobody is to be verified")) : nil
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if members?.indices.contains(row) == true { marked = row }
    return []
  }

  /// Whoever was done is gone, and the next one stands in the same place.
  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .register(.verificationQueue(let members)) = answer else { return [] }
    let id = markedMember?.id
    self.members = members
    marked = members.firstIndex { $0.id == id } ?? max(0, min(marked, members.count - 1))
    return []
  }

  private var markedMember: Member? {
    guard let members, members.indices.contains(marked) else { return nil }
    return members[marked]
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("待核验", "To be verified")), columns: sheet.readable(area, upTo: 150),
      rows: area.rows, in: area)
    guard let members else {
      sheet.draw(Line(look(Phrase("正在读取…", "Reading…")), Theme.dim), row: 0, in: inner)
      return
    }
    guard !members.isEmpty else {
      sheet.draw(
        Line(
          look(Phrase("都核验过了，没有待核验的人。", "Nobody is waiting: everybody is verified.")), Theme.dim),
        row: 0, in: inner)
      return
    }
    let said = Phrase("\(members.count.grouped) 人待核验", "\(members.count.grouped) to be verified")
    sheet.draw(Line(look(said), Theme.strong), row: 0, in: inner)
    let isWide = inner.columns >= 88
    let list = inner.inset(top: 2, right: isWide ? 49 : 0)
    drawList(members, on: &sheet, in: list)
    guard isWide, let member = markedMember else { return }
    let pane = inner.inset(top: 2, left: inner.columns - 46)
    sheet.partition(before: pane)
    MemberCard(look: look, member: member).draw(on: &sheet, in: pane)
  }

  private func drawList(_ members: [Member], on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let window = Window(count: members.count, marked: marked, height: area.rows)
    let shown = members[window.rows]
    let columns = Columns(
      [
        .fixed(2), .fitting(shown.map(\.number), look.width, in: 4...10),
        .fitting(shown.map(\.name), look.width, in: 6...(area.columns < 60 ? 12 : 20)), .fixed(2),
        .fixed(4), .rest,
      ], across: area.columns, gap: 1)
    for (row, place) in window.rows.enumerated() {
      let member = members[place]
      let expired = member.verification == .expired
      columns.draw(
        [
          Span(look.pointer(place == marked), Theme.accent), Span(member.number, Theme.dim),
          Span(member.name, Theme.strong),
          Span(member.sex.map { look(Phrase($0.word.chinese, $0.rawValue)) } ?? "", Theme.dim),
          Span(member.birth.map { String($0.year) } ?? "", Theme.dim),
          Span(
            expired ? look(member.verification.phrase) : member.shown(.employer),
            expired ? Theme.warning : Theme.plain),
        ], row: row, in: area, on: &sheet)
      sheet.finishRow(row, in: area, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: members.count, marked: marked, in: area)
  }
}
