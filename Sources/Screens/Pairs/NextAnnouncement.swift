import Matchmaking
import Wording

/// How the pair that is announced next goes out: by name where the organizer chose names, and by number once a
/// consent was found missing for it, so that the same key goes on.
struct NextAnnouncement: Sendable {
  private var withoutNames: PairedBadges?

  func shownAs(_ pair: PairedBadges, at event: Event) -> ShownAs {
    pair == withoutNames ? .number : event.details.shownAs
  }

  /// Whether names were chosen and this pair's may not be shown.
  func lacksNames(_ pair: PairedBadges?, at event: Event?) -> Bool {
    pair != nil && pair == withoutNames && event?.details.shownAs == .name
  }

  mutating func take(_ outcome: Outcome, of change: Change) {
    guard case .gate(_, _, .announce(let pair, as: .name)) = change else { return }
    if case .refused(.announcing(.noConsent)) = outcome { withoutNames = pair }
  }

  static let label = Phrase("只公布号牌", "announce numbers")
}
