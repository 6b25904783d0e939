import Canvas
import Matchmaking
import Wording

/// What one member allows (授权), a line for each purpose.
struct ConsentPage: Dialogue {
  private let member: Member
  /// Nil until the first answer.
  private var consents: Consents?
  private var marked = 0

  private static let purposes = ConsentPurpose.allCases

  init(_ member: Member) { self.member = member }

  var contexts: [Context] { [.consents, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.read(.consents(member.id)))] }

  func follow(_ change: Change, in environment: Environment) -> [Intent] { begin(in: environment) }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = move.place(from: marked, count: Self.purposes.count, page: 4) ?? 0
      return []
    }
    guard id == .choose else { return nil }
    return change(on: environment.setting.today).map { [.change(.keep($0))] } ?? []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if Self.purposes.indices.contains(row) { marked = row }
    return []
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .register(.consents(let consents)) = answer { self.consents = consents }
    return []
  }

  /// Gives what is not given, takes back what is.
  private func change(on day: Day) -> RegisterChange? {
    guard let consents, Self.purposes.indices.contains(marked) else { return nil }
    let purpose = Self.purposes[marked]
    return consents.allows(purpose, on: day)
      ? .revokeConsent(purpose, member.id) : .giveConsent(purpose, member.id)
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("授权 · \(member.name)", "Consents of \(member.name)")), columns: 64,
      rows: Self.purposes.count + 5, in: area)
    guard let consents else {
      sheet.draw(Line(look(Phrase("正在读取…", "Reading…")), Theme.dim), row: 0, in: inner)
      return
    }
    for (row, purpose) in Self.purposes.enumerated() {
      let standing = Standing(purpose, consents)
      sheet.draw(
        Line(
          [
            Span(look.pointer(row == marked), Theme.accent),
            Span("\(standing.holds ? look.marks.ticked : look.marks.unticked) "),
            Span(look(purpose.phrase), standing.holds ? Theme.strong : Theme.plain),
          ], right: [Span(look(standing.phrase), Theme.dim)]), row: row, in: inner)
      sheet.finishRow(row, in: inner, place: row, isMarked: row == marked)
    }
    let note = Phrase(
      "本人同意才可勾选；登记和撤回都记下日期。", "Only with the member's consent; every change keeps its date.")
    sheet.paragraph(look(note), Theme.dim, row: Self.purposes.count + 1, in: inner, rows: 2)
  }
}

/// How one purpose stands: the newest consent for it, with its day.
private struct Standing {
  let holds: Bool
  let phrase: Phrase

  init(_ purpose: ConsentPurpose, _ consents: Consents) {
    guard let last = consents.all.last(where: { $0.purpose == purpose }) else {
      (holds, phrase) = (false, Phrase("未授权", "never given"))
      return
    }
    if let revoked = last.revoked {
      (holds, phrase) = (false, Phrase("\(revoked) 撤回", "revoked \(revoked)"))
    } else if let until = last.until {
      (holds, phrase) = (true, Phrase("\(last.granted) 至 \(until)", "\(last.granted) to \(until)"))
    } else {
      (holds, phrase) = (true, Phrase("\(last.granted) 起", "since \(last.granted)"))
    }
  }
}
