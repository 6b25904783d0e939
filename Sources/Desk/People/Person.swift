public import Exchange
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
    let found = try named(who)
    if found.count > 1 { throw ambiguous(who, found) }
    return found.first
  }

  /// Whom a row of a list means by all it says: the number; else of those with the name the one with
  /// the phone, or with the employer where no phone is known; else the phone.
  ///
  /// - Returns: nil where nobody fits.
  /// - Throws: `Refusal.person(.ambiguous)` where several do; `PersonDiffers` where the row says things
  ///   of two people.
  public func listed(_ person: ListedPerson) throws -> Member? {
    guard let word = person.word else { return nil }
    let phone = person.phone.flatMap { FieldReading.phone($0) }
    var found = try named(word)
    if person.number != nil {
      if found.isEmpty, phone != nil { return try withoutNumber(person, phone) }
      if let name = person.name, found.count == 1, !found[0].name.isNamesake(of: name) {
        throw PersonDiffers(said: name, member: found[0])
      }
    } else if let phone, let name = person.name ?? PersonName(word)?.text,
      found.allSatisfy({ $0.name.isNamesake(of: name) })
    {
      return try told(by: phone, person, found)
    }
    if found.count > 1 { found = atEmployer(person, found) }
    if found.count > 1 { throw ambiguous(word, found) }
    return found.first
  }

  /// A number nobody in the register has may be the list's own; then name and phone both have to fit.
  private func withoutNumber(_ person: ListedPerson, _ phone: PhoneNumber?) throws -> Member? {
    guard let name = person.name else { return nil }
    let own = try named(name).filter {
      $0.name.isNamesake(of: name) && $0.phone == phone
    }
    if own.count > 1 { throw ambiguous(name, own) }
    return own.first
  }

  /// Of those with the name the one whom the phone tells apart.
  private func told(
    by phone: PhoneNumber, _ person: ListedPerson, _ found: [Member]
  ) throws -> Member? {
    let own = found.filter { $0.phone == phone }
    if own.count == 1 { return own[0] }
    // Whose phone the register does not know may have this one; who has another is a namesake.
    let open = atEmployer(person, found.filter { $0.phone == nil })
    if own.isEmpty, open.count == 1 { return open[0] }
    let name = person.name ?? person.word ?? ""
    if own.count > 1 || open.count > 1 { throw ambiguous(name, own + open) }
    if let owner = try named(phone.digits).first { throw PersonDiffers(said: name, member: owner) }
    if let namesake = found.first {
      throw PersonDiffers(said: "\(name) \(phone.masked)", member: namesake)
    }
    return nil
  }

  /// Those of an employer, if a list says one and some are there; else all of them.
  private func atEmployer(_ person: ListedPerson, _ found: [Member]) -> [Member] {
    guard let employer = person.employer else { return found }
    let own = found.filter { $0.texts[.employer] == employer }
    return own.isEmpty ? found : own
  }

  /// By number, phone or name as people write them: `王　芳` is 王芳, and zoe is Zoë.
  private func named(_ who: String) throws -> [Member] {
    let found = try written(who)
    return found.isEmpty ? try store.members(calledLike: PersonName(who)?.text ?? who) : found
  }

  /// By number, phone or name, whatever blanks stand in them.
  private func written(_ who: String) throws -> [Member] {
    let exact = try store.members(named: who)
    guard exact.isEmpty else { return exact }
    if let phone = FieldReading.phone(who), phone.digits != who {
      return try store.members(named: phone.digits)
    }
    guard let name = PersonName(who)?.text, name != who else { return [] }
    return try store.members(named: name)
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
    let members = try written(who)
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

  /// A guest as a row of a list names them: by a badge, else by all it says.
  public mutating func guest(
    _ text: String, _ person: ListedPerson, in evening: inout FoundEvening
  ) throws -> Guest? {
    if try evening.follow(store) { register = nil }
    if let badge = evening.badge(text) {
      if let guest = evening.evening.guest(wearing: badge) { return guest }
      if let now = evening.evening.successor(of: badge) {
        throw Refusal.person(.badgeChanged(badge, now: now))
      }
    }
    guard let member = try listed(person) else { return try guest(text, in: &evening) }
    if let guest = evening.guest(of: member.id) { return guest }
    throw Refusal.door(.notRegistered, name: member.name)
  }

  private func ambiguous(_ who: String, _ members: [Member]) -> Refusal {
    let candidates = members.map { member in
      [member.number, member.name, member.shown(.employer), member.shown(.phone)]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return .person(.ambiguous(Masking.numbers(in: who), candidates: candidates))
  }
}

/// A row of a list names one person and has the number or phone of another.
public struct PersonDiffers: Error, Hashable, Sendable {
  /// What the list says, masked.
  public let said: String
  public let member: Member

  /// What the list says and what the register says, for a report.
  public var evidence: String {
    let known = [member.number, member.name, member.phone?.masked ?? ""].filter { !$0.isEmpty }
    return "\(said) ≠ \(known.joined(separator: " "))"
  }
}
