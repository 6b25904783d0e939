import Matchmaking
import Wording

extension Workspace {
  mutating func saveSlip() -> [Effect] {
    guard let open else { return [] }
    switch picks.finished(open) {
    case .failure(let refusal):
      picks.refusal = refusal.phrase
      refuseInPlace()
      return []
    case .success(let slip):
      return send(
        .saveSlip(
          open.event.id, Ballot(slip, ranks: picks.oldSlip?.ranks ?? .strict),
          replacing: picks.oldRecord))
    }
  }

  mutating func correctSlip() {
    guard let open, let picker = picks.draft?.picker,
      let guest = open.evening.guest(wearing: picker),
      let ballot = open.evening.ballot(of: guest.id), let record = open.evening.slips[guest.id]
    else { return }
    picks.correct(ballot, record, open)
  }

  mutating func showMissingSlips() {
    guard let open else { return }
    modals.append(.absentees(GuestList(missingSlips: open.evening)))
  }

  /// Closing names whose slips are missing, for they cannot be brought in afterwards.
  mutating func askToClosePicking() {
    guard let open else { return }
    modals.append(.confirmation(.closing(open.evening)))
  }
}
