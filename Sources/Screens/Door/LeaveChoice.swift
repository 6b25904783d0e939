import Canvas
import Matchmaking
import Wording

/// Somebody who has come: gone early, back again, or checked in by mistake. Somebody who has not: does not
/// come, or is not accepted.
struct LeaveChoice: Dialogue {
  let guest: Guest
  private var marked = 0

  init(_ guest: Guest) { self.guest = guest }

  var contexts: [Context] { [.choice, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = move.place(from: marked, count: ways.count, page: 2) ?? 0
      return []
    }
    return id == .choose ? [.change(ways[marked].change)] : nil
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if ways.indices.contains(row) { marked = row }
    return []
  }

  func take(_ outcome: Outcome, of change: Change, in environment: Environment) -> [Intent] {
    switch outcome {
    case .saved, .unchanged: return [.close]
    case .refused(let refusal):
      if case .door = refusal { return [.close] + change.followUp(to: refusal, in: environment) }
      return []
    case .imported, .failed: return []
    }
  }

  private var ways: [(label: Phrase, change: Change)] {
    let event = guest.registration.event
    let takeBack = (
      Phrase("撤回签到：签错了人，没有来过", "Take back the check-in (mistake)"),
      Change.takeBackCheckIn(guest.id)
    )
    let cancel = (
      Phrase("取消报名：不来了，从名单里去掉", "Cancel: is not coming, off the list"),
      Change.unregister(event, guest.id)
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

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
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
