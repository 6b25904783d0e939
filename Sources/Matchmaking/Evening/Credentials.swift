/// What the register says of somebody that decides whether they may come to an event, as of the
/// event's day (来宾资格).
///
/// Small, for a great event keeps a hundred thousand of them, and no birthday: the door need not know
/// it.
public struct Credentials: Hashable, Sendable {
  public var status: MemberStatus
  /// The marital status as it was written says so, whatever the status.
  public var saysMarried: Bool
  /// Surely too young to marry.
  public var isUnderAge: Bool
  public var verification: Verification
  /// Does not meet the condition of a special session. It is asked of the register where somebody asks to
  /// come in, and not of everybody who is listed.
  public var isOutside: Bool
  /// Is in love or further with somebody met here before. Asked like the condition of a special session, and
  /// of those alone who are to be registered.
  public var isTaken: Bool

  /// Without a word more, somebody of whom nothing speaks against their coming but that nobody has
  /// verified them.
  public init(
    status: MemberStatus = .single, saysMarried: Bool = false, isUnderAge: Bool = false,
    verification: Verification = .pending, isOutside: Bool = false, isTaken: Bool = false
  ) {
    self.status = status
    self.saysMarried = saysMarried
    self.isUnderAge = isUnderAge
    self.verification = verification
    self.isOutside = isOutside
    self.isTaken = isTaken
  }

  /// - Parameters:
  ///   - marital: as it was written; nil where nothing is said.
  ///   - verification: as it stands on that day.
  public init(
    status: MemberStatus, marital: String?, birth: BirthDate?, sex: Sex?,
    verification: Verification, on day: Day
  ) {
    self.init(
      status: status, saysMarried: marital.map(MaritalStatus.isMarried) ?? false,
      isUnderAge: MarriageAge.isAhead(of: birth, sex, on: day), verification: verification)
  }
}

/// What speaks against somebody's coming to an event.
///
/// The register may be out of date, so the organizer may let each of them pass. The raw values are
/// stable, for scripts and for the file.
public enum Objection: String, Hashable, Sendable, CaseIterable {
  case married, seeing, withdrawn
  case underAge = "under-age"
  case notVerified = "not-verified"
  case verificationRejected = "verification-rejected"
  case verificationExpired = "verification-expired"
  /// Is none of those whom a special session is for.
  case notEligible = "not-eligible"
  /// A couple that came of an earlier evening and still is one.
  case alreadyACouple = "already-a-couple"
}

/// Where somebody asks to come in.
public enum WayIn: String, Hashable, Sendable, CaseIterable {
  /// Being registered beforehand, or moved up from the waiting list.
  case registration
  /// Being let into the hall.
  case door
}

extension Event {
  /// The one rule of who may come (来宾资格): what speaks against it, the gravest first; empty where
  /// nothing does.
  ///
  /// A verification often arrives between registration and the evening, so it is asked for at the
  /// door only.
  public func objections(to credentials: Credentials, at way: WayIn) -> [Objection] {
    var objections: [Objection] = []
    if kind.isForSingles {
      if credentials.status == .married || credentials.saysMarried { objections.append(.married) }
      switch credentials.status {
      case .seeing: objections.append(.seeing)
      case .withdrawn: objections.append(.withdrawn)
      case .single, .married: break
      }
      if credentials.isTaken { objections.append(.alreadyACouple) }
    }
    if kind.isForMarrying, credentials.isUnderAge { objections.append(.underAge) }
    if eligible != nil, credentials.isOutside { objections.append(.notEligible) }
    guard verifiedOnly, way == .door else { return objections }
    switch credentials.verification {
    case .verified: break
    case .pending: objections.append(.notVerified)
    case .rejected: objections.append(.verificationRejected)
    case .expired: objections.append(.verificationExpired)
    }
    return objections
  }
}

extension EventKind {
  /// Whether those who come look for a partner.
  public var isForSingles: Bool {
    switch self {
    case .mixer, .special, .broadcast: true
    case .wedding, .talk: false
    }
  }

  /// Whether those who come are to be old enough to marry: everywhere but at a talk.
  public var isForMarrying: Bool {
    switch self {
    case .mixer, .special, .broadcast, .wedding: true
    case .talk: false
    }
  }
}
