import Canvas
import Matchmaking
import Wording

/// The marked person, large: what the door may know and no more.
struct GuestCard {
  let look: Look

  func draw(_ guest: Guest?, of event: Event, on sheet: inout Sheet, in area: Area) {
    guard let guest else {
      let hint = Phrase("选中的人显示在这里", "The marked person shows here")
      sheet.draw(Line(look(hint), Theme.dim), row: 0, in: area)
      return
    }
    let badge = guest.badge.map { look($0.phrase) } ?? look(Phrase("未发号牌", "no badge yet"))
    sheet.draw(
      Line([Span(guest.name, Theme.strong)], right: [Span(badge, Theme.title)]), row: 0, in: area)
    let labels = look.language == .chinese ? 8 : 12
    var row = 2
    for fact in facts(guest, event) {
      row += sheet.fact(look(fact.label), look(fact.value), row: row, in: area, labels: labels)
    }
  }

  private func facts(_ guest: Guest, _ event: Event) -> [(label: Phrase, value: Phrase)] {
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
      (
        Phrase("核验", "Verified"),
        guest.isVerified ? Phrase("已核验", "yes") : Phrase("未核验", "no")
      ),
    ]
    return facts
  }
}
