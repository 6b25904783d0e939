/// Why a slip is not taken; nothing of a refused line is stored.
public enum SlipRefusal: Error, Hashable, Sendable {
  /// The line does not say whose slip it is: empty, or in a two-pool evening a bare number first.
  case noPicker
  /// Neither a badge nor a number from 1 to 99,999; long text is cut, control characters replaced.
  case notABadge(String)
  case unknownBadge(Badge)
  /// Nobody wears it any more: whoever did has another.
  case badgeChanged(Badge, now: Badge)
  /// Registered, but never checked in.
  case absent(Badge)
  /// The badge is of another pool than its wearer's sex.
  case misplaced(Badge)
  /// Named earlier on the same slip.
  case repeated(Badge)
  /// Somebody of the picker's own pool, in a two-pool evening.
  case ownPool(Badge)
  /// The picker.
  case oneself(Badge)
  /// The first pick over the limit, and each after it.
  case tooMany(Badge, limit: Int)
  /// This person's slip was typed before.
  case alreadyIn(Badge)
  /// The slip that was to be corrected is another by now: another desk was quicker.
  case changedMeanwhile(Badge)
  /// Paired in a round before, and left out of this one.
  case paired(Badge)
  /// A slip is typed the second time by another clerk, and the first is said to be this one.
  case sameClerk(Badge, String)
  /// Typed once so far, so there is nothing to compare and settle.
  case typedOnce(Badge)
  case pickingClosed

  /// Stable: other programs and the change log know it by this word.
  public var code: String {
    switch self {
    case .noPicker: "no-picker"
    case .notABadge: "not-a-badge"
    case .unknownBadge: "unknown-badge"
    case .badgeChanged: "badge-changed"
    case .absent: "absent"
    case .misplaced: "wrong-pool"
    case .repeated: "repeated"
    case .ownPool: "own-pool"
    case .oneself: "self"
    case .tooMany: "too-many"
    case .alreadyIn: "already-in"
    case .changedMeanwhile: "changed-meanwhile"
    case .paired: "already-paired"
    case .sameClerk: "same-clerk"
    case .typedOnce: "typed-once"
    case .pickingClosed: "picking-closed"
    }
  }
}

extension SlipRefusal {
  /// The text as evidence, fit to be shown: at most twelve scalars, nothing that moves a cursor.
  static func unreadable(_ text: Substring) -> SlipRefusal {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(12) {
      shown.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
    }
    if text.unicodeScalars.dropFirst(12).first != nil { shown.append("…") }
    return .notABadge(String(shown))
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .nonspacingMark, .enclosingMark, .spacingMark:
      false
    default: true
    }
  }
}
