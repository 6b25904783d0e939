/// How a slip comes in: into which round, for the first or the second time, by whom.
public struct SlipTyping: Hashable, Sendable {
  /// What it may take the place of.
  public enum Replacing: Hashable, Sendable {
    case nothing, whatever
    /// A certain slip, as whoever corrects it saw it, and nothing where that slip is another by now.
    case exactly(SlipRecord)
  }

  /// Nil is the one that takes slips now.
  public var round: Int?
  /// What looking at the paper settled replaces whatever was typed.
  public var reading: SlipReading
  /// Who types it; nil where that is not said.
  public var clerk: String?
  public var replacing: Replacing
  /// Whether a slip that another desk was quicker to type is compared with this one, not refused.
  public var isShared: Bool

  public init(
    round: Int? = nil, reading: SlipReading = .first, clerk: String? = nil,
    replacing: Replacing = .nothing, isShared: Bool = false
  ) {
    self.round = round
    self.reading = reading
    self.clerk = clerk
    self.replacing = replacing
    self.isShared = isShared
  }
}

extension SlipTyping {
  /// Takes the place of whatever was typed.
  public static let correction = SlipTyping(replacing: .whatever)

  public static func correcting(_ slip: SlipRecord) -> SlipTyping {
    SlipTyping(replacing: .exactly(slip))
  }
}

/// What became of a slip that was taken.
///
/// Neither says what the other clerk typed.
public enum SlipOutcome: String, Sendable, CaseIterable {
  /// The same slip is in already.
  case unchanged
  case saved
  /// Typed by two now, and both say the same.
  case same
  /// Typed by two now, and they differ: the paper is to be looked at.
  case differs
  /// By the paper.
  case settled
}

extension ActSummary {
  /// The detail of a correction of what was typed the second time.
  public static let secondTyping = "second"

  /// What became of the slip it is about.
  public var slipOutcome: SlipOutcome {
    verb == .settleSlip ? .settled : detail.flatMap(SlipOutcome.init) ?? .saved
  }
}
