import Matchmaking
import Wording

/// The pairs (牵手): what the rule made of the slips, and why. Nothing of the picks shows before the
/// picking is closed, and a pick that was not returned never does.
struct PairsScreen: Sendable {
  /// A mutual pick, a pair or not.
  struct Entry: Hashable, Sendable, Identifiable {
    struct ID: Hashable, Sendable {
      let a: Badge
      let b: Badge
    }

    let pick: MutualPick
    let isPair: Bool
    let reason: Phrase
    var id: ID { ID(a: pick.a, b: pick.b) }
  }

  private(set) var pairing: Pairing?
  private(set) var refusal: PairingRefusal?
  /// The pairs, then the mutual picks that are none.
  private(set) var entries: [Entry] = []
  private(set) var marked: Entry.ID?
  private var seen: (event: EventID, version: Int)?

  mutating func refresh(_ open: OpenEvening) {
    guard seen?.event != open.event.id || seen?.version != open.version else { return }
    seen = (open.event.id, open.version)
    pairing = nil
    refusal = nil
    entries = []
    guard open.event.state == .closed else { return }
    do throws(PairingRefusal) {
      let made = try open.evening.pairing()
      pairing = made
      entries =
        made.pairs.map { Entry(pick: $0.pick, isPair: true, reason: $0.phrase) }
        + made.unpaired.map { Entry(pick: $0.pick, isPair: false, reason: $0.phrase) }
    } catch {
      refusal = error
    }
    if !entries.contains(where: { $0.id == marked }) { marked = entries.first?.id }
  }

  /// Why there is no pair to look at.
  func obstacle(_ open: OpenEvening?) -> Phrase? {
    guard let open else { return Workspace.noEvening }
    if open.event.state == .open {
      return Phrase("互选还没有结束", "Picking is still open")
    }
    return entries.isEmpty && seen != nil ? Phrase("没有互选", "There are no mutual picks") : nil
  }

  mutating func move(_ move: Move, page: Int) {
    marked = entries.map(\.id).moved(move, from: marked, page: page)
  }

  mutating func mark(row: Int) {
    if entries.indices.contains(row) { marked = entries[row].id }
  }

  var markedEntry: Entry? { entries.first { $0.id == marked } }
}
