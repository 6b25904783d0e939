public typealias SegmentID = Identifier<Segment>

/// What a part of the evening is.
public enum SegmentKind: String, Sendable, CaseIterable {
  case arrival, opening, icebreaker, rounds, topics, hearts, picks, thread, announcement, closing,
    free
}

/// A part of the evening's programme (环节).
public struct Segment: Hashable, Sendable {
  public let id: SegmentID
  public var kind: SegmentKind
  /// As the organizer calls it; empty for the kind's own name.
  public var title: String
  /// As planned; 0 until somebody ends it.
  public var minutes: Int
  public var phase: Phase

  public init(
    id: SegmentID, kind: SegmentKind, title: String = "", minutes: Int, phase: Phase = .waiting
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.minutes = minutes
    self.phase = phase
  }

  /// Of a title, in characters; it is read on the wall.
  public static let longestTitle = 40
  /// A day; what is longer is a slip of the finger.
  public static let mostMinutes = 24 * 60
  /// Of one programme.
  public static let most = 100
}

/// A line of a programme that is to be set.
public struct SegmentPlan: Hashable, Sendable {
  public var kind: SegmentKind
  public var title: String
  public var minutes: Int

  public init(_ kind: SegmentKind, title: String = "", minutes: Int) {
    self.kind = kind
    self.title = title
    self.minutes = minutes
  }
}

extension SegmentPlan {
  /// - Throws: what no programme can hold.
  public func check() throws(ProgrammeRefusal) {
    guard (0...Segment.mostMinutes).contains(minutes) else { throw .badMinutes(minutes) }
    guard title.count <= Segment.longestTitle else { throw .longTitle(most: Segment.longestTitle) }
  }
}
