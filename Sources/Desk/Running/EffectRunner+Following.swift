import Dispatch
import Matchmaking
import Screens
import Store

/// What this desk did and what others did, as the screens are told it; on the queue of changes.
extension EffectRunner {
  /// Looks whether another process changed anything, or something happened to the file; cheap where
  /// neither is so.
  func follow(isIdle: Bool) {
    queue.async { [self] in
      guard isStanding() else { return }
      attempt {
        if let news = try following({ try $0.follow(store) }) {
          mailbox.post(messages(of: news))
          remember()
        }
        if eventsAreOld, isIdle {
          eventsAreOld = false
          mailbox.post([.events(try store.events())])
        }
        if hasWritten, isIdle {
          hasWritten = false
          store.tidy()
        }
      }
    }
  }

  /// Whether the file is what it was; that it is not is told once.
  private func isStanding() -> Bool {
    do {
      try store.vouch()
      hasToldLoss = false
      return true
    } catch {
      if !hasToldLoss { mailbox.post([.noticed(Fault(error))]) }
      hasToldLoss = true
      return false
    }
  }

  /// - Parameter body: nil where somebody else had made the change already.
  func saved(_ id: RequestID, _ body: () throws -> Act?) throws -> [Message] {
    guard let act = try body() else { return try changes() + [.done(id, .unchanged)] }
    return try saved(id, act) { try $0.catchUp(store) }
  }

  /// As `saved`, of an act that told all it did to registrations.
  func saved(
    _ id: RequestID, _ done: (Guest, Act), touchesMembers: Bool = false
  ) throws -> [Message] {
    let (guest, act) = done
    return try saved(id, act) { follower in
      try follower.take([guest], of: act, touchesMembers: touchesMembers, in: store)
    }
  }

  /// As `saved`, of a slip.
  func saved(
    _ id: RequestID, _ slip: SavedSlip, at event: EventID, _ act: Act
  ) throws -> [Message] {
    try saved(id, act) { follower in
      // Another event may be followed by now.
      try follower.event?.id == event
        ? follower.take([], [slip], of: act, in: store) : follower.catchUp(store)
    }
  }

  private func saved(
    _ id: RequestID, _ act: Act, _ news: (inout EveningFollower) throws -> EveningNews
  ) throws -> [Message] {
    hasWritten = true
    do {
      return messages(of: try following(news)) + [.done(id, .saved(act))]
    } catch {
      // It is on disk, whatever reading it back says.
      return [.done(id, .saved(act)), .noticed(Fault(error))]
    }
  }

  /// What the change log tells since we last looked, our own changes among it.
  func changes() throws -> [Message] {
    messages(of: try following { try $0.catchUp(store) })
  }

  func following<Outcome>(
    _ body: (inout EveningFollower) throws -> Outcome
  ) throws -> Outcome {
    var follower = try self.follower ?? EveningFollower(store)
    defer { self.follower = follower }
    return try body(&follower)
  }

  private func messages(of news: EveningNews) -> [Message] {
    if news.touchesMembers { questions.async { [self] in forgetRegister() } }
    if news.touchesEvents { eventsAreOld = true }
    let register: [Message] =
      (news.touchesMembers ? [.registerChanged] : [])
      + (news.touchesProgramme ? [.programmeChanged] : [])
    switch news.change {
    case .untouched: return register
    case .changed(let event, let guests, let slips):
      return register
        + [.eveningChanged(EveningChange(event: event, guests: guests, slips: slips))]
    case .readAnew(let evening): return register + [.evening(evening, evening.makeIndex())]
    case .gone: return register + [.eveningGone]
    }
  }
}
