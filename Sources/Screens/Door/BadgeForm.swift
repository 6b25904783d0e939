import Canvas
import Matchmaking
import Wording

/// Another badge for somebody: one number, of the pool of their sex as the register has it now.
struct BadgeForm: Sendable {
  let guest: Guest
  private let pool: Pool
  private(set) var field = TextField()
  var refusal: Phrase?

  init(_ guest: Guest, at event: Event) {
    self.guest = guest
    pool = event.pools.pool(for: guest.sex) ?? guest.registration.pool
  }

  mutating func type(_ key: Key) {
    refusal = nil
    field.type(key)
  }

  /// The number, full-width digits and the pool's letter before it forgiven; nil where it is none.
  var number: Int? {
    let badge = Badge(typed: field.text, in: pool == .everyone ? .one : .two, bare: pool)
    return badge?.pool == pool ? badge?.number : nil
  }

  func draw(_ evening: Evening?, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(look(Phrase("换号牌", "Another badge")), columns: 56, rows: 7, in: area)
    let old = guest.badge.map { look($0.phrase) } ?? look(Phrase("未发号牌", "no badge yet"))
    sheet.draw(
      Line([Span(guest.name, Theme.strong), Span("  " + old, Theme.accent)]), row: 0, in: inner)
    let label = look(Phrase("新号 ", "New ") + pool.letter)
    let start = look.width.columns(label) + 1
    sheet.draw(Line(label, Theme.title), row: 2, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + start, row: inner.row + 2),
      columns: max(1, min(8, inner.columns - start)), Theme.field)
    if let said = problem(evening) {
      sheet.draw(Line("\(look.marks.refused) \(look(said))", Theme.warning), row: 4, in: inner)
    }
  }

  /// Said while typing, before Enter.
  private func problem(_ evening: Evening?) -> Phrase? {
    if let refusal { return refusal }
    guard !field.isEmpty else { return nil }
    guard let number else { return Phrase("请写 1 到 99999 的数", "write a number, 1 to 99999") }
    let badge = Badge(pool, number)
    guard let wearer = evening?.guest(wearing: badge), wearer.id != guest.id else { return nil }
    return Phrase("\(badge.phrase.chinese) 是 \(wearer.name) 的", "\(badge) is \(wearer.name)'s")
  }
}

/// Somebody who has come: gone early, back again, or checked in by mistake. Somebody who has not: does not
/// come, or is not accepted.
struct LeaveChoice: Sendable {
  let guest: Guest
  var marked = 0

  init(_ guest: Guest) { self.guest = guest }

  var ways: [(label: Phrase, effect: Effect)] {
    let event = guest.registration.event
    let takeBack = (
      Phrase("撤回签到：签错了人，没有来过", "Take back the check-in (mistake)"),
      Effect.takeBackCheckIn(guest.id)
    )
    let cancel = (
      Phrase("取消报名：不来了，从名单里去掉", "Cancel: is not coming, off the list"),
      Effect.unregister(event, guest.id)
    )
    switch guest.registration.status {
    case .checkedIn:
      return [(Phrase("离场：来过，已先离开", "Left: was here, has gone"), .leave(guest.id)), takeBack]
    case .left:
      return [(Phrase("回到会场", "Is back again"), .checkIn(guest.id, overriding: false)), takeBack]
    case .registered, .waitlisted, .noShow:
      return [
        cancel,
        (Phrase("报名未通过：仍列在名单里", "Decline: not accepted, stays listed"), .decline(event, guest.id)),
      ]
    case .declined:
      return [
        (
          Phrase("重新接受报名", "Accept after all"),
          .register(event, guest.registration.member, overriding: false)
        ), cancel,
      ]
    }
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let badge = guest.badge.map { look($0.phrase) + " " } ?? ""
    let inner = sheet.dialogue(badge + guest.name, columns: 56, rows: 6, in: area)
    for (row, way) in ways.enumerated() {
      sheet.draw(
        Line([Span(look.pointer(row == marked), Theme.accent), Span(look(way.label))]),
        row: row + 1,
        in: inner)
      sheet.finishRow(row + 1, in: inner, place: row, isMarked: row == marked)
    }
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in form: BadgeForm) -> [Effect]? {
    var form = form
    switch id {
    case .enterForm:
      guard let number = form.number else {
        form.refusal = Phrase("请写 1 到 99999 的数", "write a number, 1 to 99999")
        refuseInPlace()
        break
      }
      return send(.changeBadge(form.guest.id, number))
    default: return nil
    }
    replaceModal(.badge(form))
    return []
  }

  mutating func run(_ id: Command.ID, in choice: LeaveChoice) -> [Effect]? {
    var choice = choice
    if let move = Move(id) {
      choice.marked = move.place(from: choice.marked, count: choice.ways.count, page: 2) ?? 0
      replaceModal(.leave(choice))
      return []
    }
    guard id == .choose else { return nil }
    return send(choice.ways[choice.marked].effect)
  }
}
