public import Matchmaking

/// The fate circle (缘分圈) of one member, as the register answers.
public struct FateCircle: Sendable {
  /// Somebody who fits both ways.
  public struct Fit: Sendable {
    public var member: Member
    /// Per mille; drawn as a bar, never as a number.
    public var score: Int
    public var reasons: [CircleReason]

    public init(member: Member, score: Int, reasons: [CircleReason]) {
      self.member = member
      self.score = score
      self.reasons = reasons
    }
  }

  public var member: Member
  /// As they were judged by: read from the text, or as they were corrected.
  public var criteria: Criteria
  /// How many fit in all; `fits` are the best of them.
  public var total: Int
  public var fits: [Fit]
  public var obstacles: CircleObstacles

  public init(
    member: Member, criteria: Criteria, total: Int, fits: [Fit], obstacles: CircleObstacles
  ) {
    self.member = member
    self.criteria = criteria
    self.total = total
    self.fits = fits
    self.obstacles = obstacles
  }

  /// How many of a circle are shown.
  public static let limit = 200
}

/// Whom nobody fits, and why.
public struct LonelyReport: Sendable {
  public struct Entry: Sendable {
    public var member: Member
    public var obstacles: CircleObstacles

    public init(member: Member, obstacles: CircleObstacles) {
      self.member = member
      self.obstacles = obstacles
    }
  }

  /// How many of the register take part.
  public var taking: Int
  public var total: Int
  /// Why the others do not, and how many of them.
  public var excluded: [CircleExclusion: Int]
  /// The first of them by number.
  public var entries: [Entry]

  public init(taking: Int, total: Int, excluded: [CircleExclusion: Int], entries: [Entry]) {
    self.taking = taking
    self.total = total
    self.excluded = excluded
    self.entries = entries
  }

  /// How many are told with their reasons.
  public static let limit = 300
}

extension FateCircle.Fit {
  /// What speaks for the two, then what does not.
  var grounds: (good: [CircleReason], bad: [CircleReason]) {
    (reasons.filter(\.isFor), reasons.filter { !$0.isFor })
  }
}

extension CircleObstacles {
  /// The one thing that keeps most away; nil where it is nobody's limit.
  var worst: Own? { own.first { $0.alone > 0 } ?? own.max { $0.excluded < $1.excluded } }
}
