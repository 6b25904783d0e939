/// Somebody who was turned away, as the record has it.
public struct RefusalRecord: Hashable, Sendable {
  public let at: Timestamp
  public let station: String
  public let name: String
  /// Nil for a walk-in who is not in the register.
  public let member: MemberID?
  /// Of the `DoorRefusal`; stable.
  public let code: String
  public let way: WayIn

  public init(
    at: Timestamp, station: String, name: String, member: MemberID?, code: String,
    way: WayIn = .door
  ) {
    self.at = at
    self.station = station
    self.name = name
    self.member = member
    self.code = code
    self.way = way
  }
}
