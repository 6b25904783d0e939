/// A couple with all that is told of it.
public struct FollowedCouple: Hashable, Sendable, Identifiable {
  public let couple: Couple
  public let one: Member
  public let other: Member
  /// Nil where it came of no evening.
  public let event: Event?

  public init(couple: Couple, one: Member, other: Member, event: Event?) {
    self.couple = couple
    self.one = one
    self.other = other
    self.event = event
  }

  public var id: CoupleID { couple.id }
}
