import Canvas
import Matchmaking
import Wording

extension Workspace {
  mutating func typeAtDoor(_ key: Key) -> [Effect] {
    guard let open else { return [] }
    door.type(key, open)
    // A scanner in paste mode ends the code with a line end: that is its Enter, where the code is
    // one person's. A pasted name of two people only fills the field.
    if case .paste(let text) = key, text.last?.isNewline == true, door.isCertain {
      return run(.checkIn)
    }
    return []
  }

  mutating func checkInMarked() -> [Effect] {
    guard let open, let guest = door.markedGuest(open) else { return [] }
    return send(.checkIn(guest.id, overriding: false))
  }

  mutating func beginBadgeChange() {
    guard let open, let guest = door.markedGuest(open) else { return }
    modals.append(.badge(BadgeForm(guest, at: open.event)))
  }

  /// Somebody who left comes back; somebody who is here left early, or was checked in by mistake; somebody
  /// who has not come does not.
  mutating func beginLeave() {
    guard let open, let guest = door.markedGuest(open) else { return }
    modals.append(.leave(LeaveChoice(guest)))
  }

  mutating func showAbsentees() {
    guard let open else { return }
    modals.append(.absentees(GuestList(awaited: open.evening)))
  }

  mutating func showRefusals() -> [Effect] {
    guard let open else { return [] }
    modals.append(.refusals(RefusalList()))
    return [.loadRefusals(open.event.id)]
  }

  mutating func takeRefusals(_ records: [RefusalRecord]) -> [Effect] {
    guard case .refusals(var list)? = modals.last else { return [] }
    list.take(records, open?.evening)
    replaceModal(.refusals(list))
    return []
  }

  /// The answer to a change at the door: the field is ready for the next in the queue.
  mutating func doorSaved(_ effect: Effect) {
    switch effect {
    case .checkIn, .walkIn: door.clear()
    case .takeBackCheckIn, .leave, .changeBadge, .unregister, .decline:
      door.refusal = nil
      door.startsAnew = true
    default: break
    }
    modals.removeAll { $0.endsWithSaving }
  }

  /// The door says no: in place, and where the organizer may answer for it, asks. Who is only registered
  /// does not stand at the door.
  mutating func doorRefused(_ effect: Effect, _ refusal: DoorRefusal, name: String) {
    let sentence = refusal.phrase(name: name, clock: clock)
    let isRegistering = effect.isRegistering
    if !isRegistering {
      door.refusal = sentence
      door.startsAnew = true
    }
    guard refusal.canBeOverridden, let again = effect.overriding else { return }
    let others = (open.map { effect.refusals(at: $0.evening) } ?? [])
      .filter { $0 != refusal && $0.canBeOverridden }
    modals.append(
      .confirmation(
        isRegistering
          ? .registering(sentence, again) : .overriding(sentence, also: others, again)))
  }
}

extension Effect {
  /// The same, with the organizer answering for it; nil where nobody can.
  fileprivate var overriding: Effect? {
    switch self {
    case .checkIn(let id, _): .checkIn(id, overriding: true)
    case .walkIn(let event, let who, _): .walkIn(event, who, overriding: true)
    case .register(let event, let member, _): .register(event, member, overriding: true)
    default: nil
    }
  }

  /// What stands against it, as far as the desk knows: of who is not registered the places alone.
  fileprivate func refusals(at evening: Evening) -> [DoorRefusal] {
    let (event, headcount) = (evening.event, evening.headcount)
    return switch self {
    case .checkIn(let id, _):
      evening.guest(id).map { Door.refusals(of: $0, to: event, headcount: headcount) } ?? []
    case .walkIn:
      Door.refusals(
        ofWalkIn: Credentials(verification: .verified), to: event, headcount: headcount)
    default: []
    }
  }

  fileprivate var isRegistering: Bool { if case .register = self { true } else { false } }
}
