public import Matchmaking

/// What the dialogues of the register ask to be told; answered by `Answer.register`.
public enum RegisterReading: Hashable, Sendable {
  case verificationQueue
  case duplicates
  case consents(MemberID)
  case savedFilters
  case couples
}

/// What the dialogues of the register ask to be changed; each is one act.
public enum RegisterChange: Hashable, Sendable {
  /// What was typed, by field.
  case add([MemberField: String])
  /// The fields that changed; `status` is nil where that did not.
  case edit(MemberID, [MemberField: String], status: MemberStatus?)
  case verify(MemberID, VerificationRecord, resident: ResidentNumber?)
  case keepApart(MemberID, MemberID)
  case merge(keeping: MemberID, MemberID, [MemberMerge.Field: MemberMerge.Side])
  case giveConsent(ConsentPurpose, MemberID)
  case revokeConsent(ConsentPurpose, MemberID)
  case saveFilter(Filter, named: String)
  case deleteFilter(named: String)
  /// Whole numbers are to be shown; changes nothing, and is on record before they are.
  case seeDetails([MemberID])
  case advanceCouple(MemberID, MemberID, CoupleStage, on: Day, evidence: String)
}

/// What the desk tells the dialogues of the register.
public enum RegisterNews: Sendable {
  case verificationQueue([Member])
  case duplicates([Suspects])
  case consents(Consents)
  case savedFilters([KeptFilter])
  case couples([FollowedCouple])
}

/// Two members who may be one person, with what they have in common.
public struct Suspects: Hashable, Sendable {
  public let one: Member
  public let other: Member
  public let grounds: [DuplicateGround]

  public init(_ one: Member, _ other: Member, grounds: some Sequence<DuplicateGround>) {
    self.one = one
    self.other = other
    self.grounds = grounds.sorted()
  }
}

/// A filter by its name, as it would be typed.
public struct KeptFilter: Hashable, Sendable {
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
