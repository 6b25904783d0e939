/// What a member may allow to be done with their details (授权); each by itself.
public enum ConsentPurpose: String, Hashable, Sendable, CaseIterable {
  /// A de-identified card in the weekly issue.
  case listing
  /// Presented in a live broadcast.
  case broadcast
  /// The name on the big screen when a pair is announced.
  case bigScreen = "big-screen"
  case photo
  /// Name, phone and WeChat passed on to the partner of a pair.
  case contact
}

/// One consent as it was given: from a day, until it ends by itself or is revoked.
public struct Consent: Hashable, Sendable {
  public let purpose: ConsentPurpose
  public let granted: Day
  /// The last day it holds; nil where it was given without an end.
  public let until: Day?
  /// From this day on it holds no more.
  public var revoked: Day?

  public init(_ purpose: ConsentPurpose, granted: Day, until: Day? = nil, revoked: Day? = nil) {
    self.purpose = purpose
    self.granted = granted
    self.until = until
    self.revoked = revoked
  }

  /// It holds on the day it was given, and no more on the day it was revoked: in doubt it does not.
  public func holds(on day: Day) -> Bool {
    if day < granted { return false }
    if let until, until < day { return false }
    if let revoked, revoked <= day { return false }
    return true
  }
}

/// Why something is not allowed.
public enum ConsentRefusal: Error, Hashable, Sendable {
  /// Never given.
  case missing(ConsentPurpose)
  /// Given for a later day.
  case notYet(ConsentPurpose, from: Day)
  case expired(ConsentPurpose, on: Day)
  case revoked(ConsentPurpose, on: Day)

  public var code: String {
    switch self {
    case .missing: "consent-missing"
    case .notYet: "consent-not-yet"
    case .expired: "consent-expired"
    case .revoked: "consent-revoked"
    }
  }
}

/// All consents of one member, those that ended among them: they are the record.
public struct Consents: Hashable, Sendable {
  public let member: MemberID
  /// In the order they were given.
  public private(set) var all: [Consent]

  public init(of member: MemberID, _ all: [Consent] = []) {
    self.member = member
    self.all = all
  }

  public func allows(_ purpose: ConsentPurpose, on day: Day) -> Bool {
    all.contains { $0.purpose == purpose && $0.holds(on: day) }
  }

  /// Adds a consent; one that holds already stays as it is, with its older date.
  public mutating func grant(_ purpose: ConsentPurpose, on day: Day, until: Day? = nil) {
    if !allows(purpose, on: day) { all.append(Consent(purpose, granted: day, until: until)) }
  }

  /// Ends every consent for the purpose from a day on, those given for later days too.
  public mutating func revoke(_ purpose: ConsentPurpose, on day: Day) {
    for index in all.indices where all[index].purpose == purpose {
      if let earlier = all[index].revoked, earlier <= day { continue }
      all[index].revoked = day
    }
  }

  /// Why the purpose is not allowed on a day; nil where it is.
  public func refusal(_ purpose: ConsentPurpose, on day: Day) -> ConsentRefusal? {
    if allows(purpose, on: day) { return nil }
    let own = all.filter { $0.purpose == purpose }
    guard let last = own.last(where: { $0.granted <= day }) else {
      return own.first.map { .notYet(purpose, from: $0.granted) } ?? .missing(purpose)
    }
    if let revoked = last.revoked, revoked <= day { return .revoked(purpose, on: revoked) }
    return .expired(purpose, on: last.until ?? day)
  }

  /// What a function that makes something public asks for.
  public func proof<Use: ConsentedUse>(
    of use: Use.Type, on day: Day
  ) throws(ConsentRefusal) -> ConsentProof<Use> {
    if let refusal = refusal(Use.purpose, on: day) { throw refusal }
    return ConsentProof(member: member, day: day)
  }
}

/// A use of a member's details that needs a consent; names the purpose in a type.
public protocol ConsentedUse: Sendable { static var purpose: ConsentPurpose { get } }

public enum ListingUse: ConsentedUse { public static let purpose = ConsentPurpose.listing }
public enum BroadcastUse: ConsentedUse { public static let purpose = ConsentPurpose.broadcast }
public enum BigScreenUse: ConsentedUse { public static let purpose = ConsentPurpose.bigScreen }
public enum PhotoUse: ConsentedUse { public static let purpose = ConsentPurpose.photo }
public enum ContactUse: ConsentedUse { public static let purpose = ConsentPurpose.contact }

/// That one member allows one use on one day. ``Consents`` alone makes it, so what asks for it cannot
/// be done without a consent.
public struct ConsentProof<Use: ConsentedUse>: Hashable, Sendable {
  public let member: MemberID
  public let day: Day

  fileprivate init(member: MemberID, day: Day) {
    self.member = member
    self.day = day
  }
}
