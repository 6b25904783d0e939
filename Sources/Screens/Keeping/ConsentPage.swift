import Canvas
import Matchmaking
import Wording

/// What one member allows (授权), a line for each purpose.
struct ConsentPage: Sendable {
  let member: Member
  /// Nil until the first answer.
  var consents: Consents?
  var marked = 0

  private static let purposes = ConsentPurpose.allCases

  init(_ member: Member) { self.member = member }

  mutating func move(_ move: Move) {
    marked = move.place(from: marked, count: Self.purposes.count, page: 4) ?? 0
  }

  /// Gives what is not given, takes back what is.
  func change(on day: Day) -> RegisterChange? {
    guard let consents, Self.purposes.indices.contains(marked) else { return nil }
    let purpose = Self.purposes[marked]
    return consents.allows(purpose, on: day)
      ? .revokeConsent(purpose, member.id) : .giveConsent(purpose, member.id)
  }

  func draw(on sheet: inout Sheet, in area: Area) {
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

extension Workspace {
  mutating func run(_ id: Command.ID, in page: ConsentPage) -> [Effect]? {
    if let move = Move(id) {
      var page = page
      page.move(move)
      replace(.consents(page))
      return []
    }
    guard id == .choose else { return nil }
    return page.change(on: setting.today).map { send(.keep($0)) } ?? []
  }
}
