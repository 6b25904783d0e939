/// What a search found.
public struct Matches: Sendable, Equatable {
  /// How many entries match, however few of them `best` holds.
  public var total: Int
  /// The best entries, best first; equals keep the order of the entries.
  public var best: [Match]

  public init(total: Int = 0, best: [Match] = []) {
    self.total = total
    self.best = best
  }
}

/// One entry that matches.
public struct Match: Sendable, Equatable {
  public var ordinal: Int
  public var kind: MatchKind

  public init(ordinal: Int, kind: MatchKind) {
    self.ordinal = ordinal
    self.kind = kind
  }
}

/// How an entry matches, best first.
public enum MatchKind: UInt8, Sendable, CaseIterable, Comparable {
  /// The whole name in Han characters or complete syllables.
  case wholeName
  /// The badge: `M07`, `m7`, `男7`.
  case badge
  /// The last four digits of the phone.
  case lastFour
  /// The member number; leading letters and zeros may be left out.
  case number
  /// A name, or part of one, and the last four digits: `王 0007`.
  case nameAndLastFour
  /// The name begins with these characters.
  case hanPrefix
  /// The name begins with these complete syllables.
  case pinyinPrefix
  /// As above, the last syllable not typed to its end.
  case pinyinPartial
  /// A badge, member number or last four digits that begin so.
  case codePrefix
  /// Initials, perhaps with whole syllables or characters between them, of the whole name.
  case wholeInitials
  /// The same, of the beginning of the name.
  case initialsPrefix
  /// Characters or complete syllables inside the name.
  case inside
  /// Initials or an unfinished syllable inside the name.
  case insideInitials
  /// Inside the member number or the last four digits.
  case codeInside

  /// In an array of kinds: what does not match.
  static let none = UInt8.max

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// Found beyond doubt by what was typed, though namesakes may share it.
  public var isExact: Bool { self <= .nameAndLastFour }
}
