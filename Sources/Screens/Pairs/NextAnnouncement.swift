import Matchmaking
import Wording

/// How the pair that is announced next goes out: by name where the organizer chose names, and by number once a
/// consent was found missing for it, so that the same key goes on.
struct NextAnnouncement: Sendable {
  private var withoutNames: PairedBadges?
  /// Names were chosen, and those of the next pair may not be shown.
  private(set) var lacksNames = false

  func shownAs(_ pair: PairedBadges, at event: Event) -> ShownAs {
    pair == withoutNames ? .number : event.details.shownAs
  }

  /// - Parameter next: the pair that is announced next.
  mutating func look(at next: PairedBadges?, of event: Event?) {
    lacksNames = next != nil && next == withoutNames && event?.details.shownAs == .name
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, next: PairedBadges?, at event: Event?
  ) {
    if case .gate(_, _, .announce(let pair, as: .name)) = change,
      case .refused(.announcing(.noConsent)) = outcome
    {
      withoutNames = pair
    }
    look(at: next, of: event)
  }

  static let label = Phrase("只公布号牌", "announce numbers")
}
