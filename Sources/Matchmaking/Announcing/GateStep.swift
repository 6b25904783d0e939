/// One thing the organizer does at the gate.
public enum GateStep: Hashable, Sendable {
  case announce(PairedBadges, as: ShownAs)
  case hold(PairedBadges, note: String)
  case release(PairedBadges)
}
