/// Why a pair is not shown to the hall, or not held back.
public enum AnnouncingRefusal: Error, Hashable, Sendable {
  /// The picking still goes on, so nothing is certain.
  case stillOpen(String)
  /// The picks are gone with the archiving, and with them what would prove the pair.
  case archived(String)
  /// Nobody wears the badge.
  case noBadge(String)
  case sameTwice(Badge)
  /// The rule made no pair of these two; whether either picked the other is nobody's business.
  case noPair(PairedBadges)
  /// The organizer holds it back.
  case held(PairedBadges, note: String)
  case notHeld(PairedBadges)
  case alreadyAnnounced(PairedBadges)
  /// The event shows no names on the big screen.
  case namesOff(String)
  /// A name may not be shown: the consent of this person does not hold now.
  case noConsent(Badge, ConsentRefusal)
  case noNote
  case longNote(most: Int)

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .stillOpen: "picking-open"
    case .archived: "event-archived"
    case .noBadge: "unknown-badge"
    case .sameTwice: "same-badge-twice"
    case .noPair: "no-such-pair"
    case .held: "held"
    case .notHeld: "not-held"
    case .alreadyAnnounced: "already-announced"
    case .namesOff: "names-off"
    case .noConsent(_, let refusal): refusal.code
    case .noNote: "no-note"
    case .longNote: "too-long"
    }
  }
}
