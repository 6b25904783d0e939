public import Matchmaking
public import Store

/// Finds who is meant by what somebody typed as one word of a command.
public struct PersonFinder {
  private let store: Store
  private var register: RegisterIndex?

  public init(_ store: Store) { self.store = store }

  /// By number, whole phone number, whole name, then as typed at the door.
  ///
  /// - Returns: nil where nobody fits.
  /// - Throws: `Refusal.person(.ambiguous)` where several do.
  public mutating func member(_ who: String) throws -> Member? {
    let exact = try store.members(named: who)
    if exact.count > 1 { throw ambiguous(who, exact) }
    if let member = exact.first { return member }
    let register = try register ?? RegisterIndex(store)
    self.register = register
    let found = try store.members(register.exactly(who))
    if found.count > 1 { throw ambiguous(who, found) }
    return found.first
  }

  /// By number, whole phone number or whole name only, as a list names people: nobody looks at what
  /// a search would have made of it. Case and marks of letters, blanks and dots make no other name.
  public func listed(_ who: String) throws -> Member? {
    let exact = try store.members(named: who)
    let found = exact.isEmpty ? try store.members(calledLike: who) : exact
    if found.count > 1 { throw ambiguous(who, found) }
    return found.first
  }

  /// By badge, number, whole phone number, whole name, then as typed at the door, among the
  /// guests.
  ///
  /// - Throws: `Refusal.door(.notRegistered)` where the register knows the person but the event
  ///   does not.
  public mutating func guest(_ who: String, in evening: inout FoundEvening) throws -> Guest? {
    if try evening.follow(store) { register = nil }
    if let badge = evening.badge(who) {
      if let guest = evening.evening.guest(wearing: badge) { return guest }
      if let now = evening.evening.successor(of: badge) {
        throw Refusal.person(.badgeChanged(badge, now: now))
      }
    }
    let members = try store.members(named: who)
    let registered = members.compactMap { evening.guest(of: $0.id) }
    if registered.count == 1 { return registered[0] }
    if registered.count > 1 {
      throw ambiguous(who, try store.members(registered.map(\.registration.member)))
    }
    let found = evening.exactly(who)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw ambiguous(who, try store.members(found.map(\.registration.member)))
    }
    guard let stranger = try members.first ?? member(who) else { return nil }
    throw Refusal.door(.notRegistered, name: stranger.name)
  }

  private func ambiguous(_ who: String, _ members: [Member]) -> Refusal {
    let candidates = members.map { member in
      [member.number, member.name, member.shown(.employer), member.shown(.phone)]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return .person(.ambiguous(who, candidates: candidates))
  }
}
