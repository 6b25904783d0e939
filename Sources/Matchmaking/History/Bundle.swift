/// What was handed out with a bundle, or stands in it.
public struct BundleContents: Hashable, Sendable {
  public var acts = 0
  public var rows = 0
  public var bytes = 0

  public init() {}
}

/// What a merge brought.
public struct MergeOutcome: Hashable, Sendable {
  public var acts = 0
  public var rows = 0
  /// How many things more are to be looked at.
  public var conflicts = 0
  /// Nil where there was nothing new, or it was tried only.
  public var act: Act?

  public init() {}
}

/// Something that files which were worked on apart say differently, for somebody to look at.
public struct ConflictRecord: Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, CaseIterable, Sendable {
    case editedApart = "edited-apart"
    case badgeTwice = "badge-twice"
    case codeTwice = "code-twice"
    case numberTwice = "number-twice"
    case slipDiffers = "slip-differs"
  }

  /// Whose is kept: what was written at this laptop, or at another one. Where both came from others, ours is
  /// what stands in this file.
  public enum Side: String, CaseIterable, Sendable {
    case ours, theirs

    public var other: Side { self == .ours ? .theirs : .ours }
  }

  public let id: String
  public let kind: Kind
  /// The table, for scripts.
  public let table: String
  /// Whom or what it is about.
  public let subject: String
  /// The column, where it is about one.
  public let column: String?
  public let ours: String?
  public let theirs: String?
  /// Which of them the file shows until somebody settles it.
  public let standing: Side

  public init(
    id: String, kind: Kind, table: String, subject: String, column: String?, ours: String?,
    theirs: String?, standing: Side = .ours
  ) {
    self.id = id
    self.kind = kind
    self.table = table
    self.subject = subject
    self.column = column
    self.ours = ours
    self.theirs = theirs
    self.standing = standing
  }

  public var code: String { kind.rawValue }
}
