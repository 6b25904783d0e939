import Canvas
import Matchmaking
import Wording

/// The marked person, large: what the door may know and no more.
struct GuestCard {
  let look: Look

  /// What it needs at most, with a few lines for a long employer and a warning.
  static let rows = 18

  func draw(_ guest: Guest?, of open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    guard let guest else {
      let hint = Phrase("选中的人显示在这里", "The marked person is shown here")
      sheet.paragraph(look(hint), Theme.dim, row: 0, in: area, rows: 2)
      return
    }
    let badge = guest.badge.map { look($0.phrase) } ?? look(Phrase("未发号牌", "no badge yet"))
    sheet.draw(
      Line([Span(guest.name, Theme.strong)], right: [Span(badge, Theme.title)]), row: 0, in: area)
    let labels = look.language == .chinese ? 8 : 12
    var row = 2
    for fact in facts(guest, open) {
      row += sheet.fact(look(fact.label), look(fact.value), row: row, in: area, labels: labels)
    }
  }

  private func facts(
    _ guest: Guest, _ open: OpenEvening
  ) -> [(label: Phrase, value: Phrase)] {
    let registration = guest.registration
    var facts: [(label: Phrase, value: Phrase)] = [
      (Phrase("状态", "Status"), registration.status.phrase)
    ]
    if let arrival = registration.arrival {
      facts.append((Phrase("签到", "Came"), arrival.phrase(look.clock)))
    }
    if let left = registration.leftAt {
      facts.append((Phrase("离场", "Left"), .verbatim(look.clock.time(left))))
    }
    facts += [
      (Phrase("编号", "Number"), .verbatim(guest.number)),
      (Phrase("性别", "Sex"), guest.sex?.word ?? Phrase("未填", "not known")),
      (Phrase("出生", "Born"), .verbatim(guest.birthYear.map(String.init) ?? "")),
      (Phrase("单位", "Employer"), .verbatim(guest.employer)),
      (Phrase("手机", "Phone"), .verbatim(guest.maskedPhone)),
      (Phrase("核验", "Verified"), guest.credentials.verification.phrase),
    ]
    if let tables = open.tally?.tables, let table = open.table(of: guest) {
      let letters = Phrase("\(table)（", "\(table) (") + tables.range(of: table) + Phrase("）", ")")
      facts.insert((Phrase("签到桌", "Door table"), letters), at: 1)
    }
    if let warning = guest.warning(at: open.event) {
      facts.insert((Phrase("注意", "Attention"), warning.full), at: 1)
    }
    return facts
  }
}

/// What the door has to settle about somebody.
struct GuestWarning: Hashable, Sendable {
  /// For a column of the list.
  let brief: Phrase
  let full: Phrase

  /// The badge is not of the sex that the register has now.
  static func misplaced(_ badge: Badge, _ sex: Sex) -> GuestWarning {
    GuestWarning(
      brief: Phrase("号牌与性别不符", "wrong badge"),
      full: Phrase(
        "号牌 \(badge.phrase.chinese)，名册里是\(sex.word.chinese)：F3 换号牌，或更正名册",
        "badge \(badge), but a \(sex.word.english) in the register: F3 changes it, or correct the register"
      ))
  }
}

extension Guest {
  /// What has to be settled before this person comes in, or stays; nil where there is nothing.
  func warning(at event: Event) -> GuestWarning? {
    guard event.state == .open else { return nil }
    if isMisplaced(at: event), let badge, let sex { return .misplaced(badge, sex) }
    guard !registration.status.hasAttended else { return nil }
    if event.pools.pool(for: sex) == nil {
      let said = Phrase("名册里没有性别", "no sex known")
      return GuestWarning(brief: said, full: said)
    }
    let objections = event.objections(to: credentials, at: .door)
      .filter { !registration.waived.contains($0) }
    guard let first = objections.first else { return nil }
    return GuestWarning(brief: first.brief, full: .list(objections.map(\.brief)))
  }
}
