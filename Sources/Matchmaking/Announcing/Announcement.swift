public typealias AnnouncementID = Identifier<Announcement>

/// How the hall sees a pair.
public enum ShownAs: String, Hashable, Sendable, CaseIterable {
  /// Badge numbers alone, which says nothing to anybody outside.
  case number
  /// Names too, where the event shows them and both consented.
  case name
}

/// What the organizer decided about a pair at the gate (公布): it was shown to the hall, or is held back.
///
/// A pair without one waits.
public struct Announcement: Hashable, Sendable, Identifiable {
  public enum Decision: Hashable, Sendable {
    case held(note: String)
    case announced(ShownAs)
  }

  public let id: AnnouncementID
  /// The picking round the pair comes from.
  public let round: Int
  /// The man of two pools, else the lower badge.
  public let one: RegistrationID
  public let other: RegistrationID
  public var decision: Decision
  public let at: Timestamp

  public init(
    id: AnnouncementID, round: Int, one: RegistrationID, other: RegistrationID,
    decision: Decision, at: Timestamp
  ) {
    self.id = id
    self.round = round
    self.one = one
    self.other = other
    self.decision = decision
    self.at = at
  }

  /// Nil for a pair that is held back.
  public var shownAs: ShownAs? {
    if case .announced(let shownAs) = decision { shownAs } else { nil }
  }

  /// Of the note why a pair is held back, in characters.
  public static let longestNote = 200
}
