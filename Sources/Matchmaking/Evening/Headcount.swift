/// How many people of one pool, or of a whole event, stand where.
public struct Headcount: Hashable, Sendable {
  /// Registered, not here yet.
  public var awaited: Int
  /// In the hall.
  public var present: Int
  /// Came and went.
  public var left: Int
  public var waitlisted: Int
  /// Declined, or did not come.
  public var others: Int

  public init(
    awaited: Int = 0, present: Int = 0, left: Int = 0, waitlisted: Int = 0, others: Int = 0
  ) {
    self.awaited = awaited
    self.present = present
    self.left = left
    self.waitlisted = waitlisted
    self.others = others
  }

  /// Everyone who came, also those who went again.
  public var arrived: Int { present + left }

  /// Everyone who came or has a firm place.
  public var expected: Int { arrived + awaited }

  /// Everybody with a registration, in whatever state.
  public var all: Int { expected + waitlisted + others }

  /// Places that are somebody's: of those here and of those awaited. Who left has given theirs up as soon
  /// as another takes it.
  public var taken: Int { present + awaited }

  /// Counts one person in, or out again with `by: -1`.
  public mutating func count(_ status: Registration.Status, by step: Int = 1) {
    switch status {
    case .registered: awaited += step
    case .checkedIn: present += step
    case .left: left += step
    case .waitlisted: waitlisted += step
    case .declined, .noShow: others += step
    }
  }

  public static func + (one: Self, other: Self) -> Self {
    Headcount(
      awaited: one.awaited + other.awaited, present: one.present + other.present,
      left: one.left + other.left, waitlisted: one.waitlisted + other.waitlisted,
      others: one.others + other.others)
  }
}
