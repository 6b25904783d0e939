/// How many people of one pool, or of a whole event, stand where.
public struct Headcount: Hashable, Sendable {
  /// Registered, not here yet.
  public var awaited: Int
  /// In the hall.
  public var present: Int
  /// Came and went.
  public var left: Int
  public var waitlisted: Int

  public init(awaited: Int = 0, present: Int = 0, left: Int = 0, waitlisted: Int = 0) {
    self.awaited = awaited
    self.present = present
    self.left = left
    self.waitlisted = waitlisted
  }

  /// Everyone who came, also those who went again.
  public var arrived: Int { present + left }

  /// Everyone who came or has a firm place.
  public var expected: Int { arrived + awaited }

  /// Counts one person in, or out again with `by: -1`.
  public mutating func count(_ status: Registration.Status, by step: Int = 1) {
    switch status {
    case .registered: awaited += step
    case .checkedIn: present += step
    case .left: left += step
    case .waitlisted: waitlisted += step
    case .declined, .noShow: break
    }
  }

  public static func + (one: Self, other: Self) -> Self {
    Headcount(
      awaited: one.awaited + other.awaited, present: one.present + other.present,
      left: one.left + other.left, waitlisted: one.waitlisted + other.waitlisted)
  }
}
