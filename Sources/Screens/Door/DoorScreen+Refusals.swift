import Matchmaking
import Wording

/// What the dialogues over the door tell it.
enum DoorNotice: Notice {
  /// Somebody stands there who may not come in.
  case refused(Phrase)
  case nobodyStandsThere
}

extension Change {
  /// The door says no: in place, and where the organizer may answer for it, asks. Who is only registered
  /// does not stand at the door.
  func followUp(to refusal: Refusal, in environment: Environment) -> [Intent] {
    guard case .door(let reason, _) = refusal else { return [] }
    let sentence = environment.sentence(refusal)
    let said: [Intent] = isRegistering ? [] : [.tell(DoorNotice.refused(sentence))]
    // The organizer answers for it, and has to unlock the desk first.
    guard reason.canBeOverridden, !environment.setting.isLocked, let again = overriding else {
      return said
    }
    let others = (environment.evening.map { refusals(at: $0) } ?? [])
      .filter { $0 != reason && $0.canBeOverridden }
    let question: Confirmation =
      isRegistering
      ? .registering(sentence, again) : .overriding(sentence, also: others, again)
    return said + [.open(question)]
  }

  /// The same, with the organizer answering for it; nil where nobody can.
  private var overriding: Change? {
    switch self {
    case .checkIn(let id, _): .checkIn(id, overriding: true)
    case .walkIn(let event, let who, _): .walkIn(event, who, overriding: true)
    case .register(let event, let member, _): .register(event, member, overriding: true)
    default: nil
    }
  }

  /// What stands against it, as far as the desk knows: of who is not registered the places alone.
  private func refusals(at evening: Evening) -> [DoorRefusal] {
    let (event, headcounts) = (evening.event, evening.headcounts)
    return switch self {
    case .checkIn(let id, _):
      evening.guest(id).map { Door.refusals(of: $0, to: event, headcounts: headcounts) } ?? []
    case .walkIn(_, let who, _):
      Door.refusals(
        ofWalkIn: Credentials(verification: .verified),
        into: who.sex.flatMap { event.pools.pool(for: $0) }, to: event, headcounts: headcounts)
    default: []
    }
  }

  private var isRegistering: Bool { if case .register = self { true } else { false } }
}
