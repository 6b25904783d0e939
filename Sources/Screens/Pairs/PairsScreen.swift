import Matchmaking
import Wording

/// The pairs (牵手): what the rule made of the slips, and why. Nothing of the picks shows before the
/// picking is closed, and a pick that was not returned never does.
struct PairsScreen: Screen {
  /// A mutual pick, a pair or not.
  struct Entry: Hashable, Sendable, Identifiable {
    struct ID: Hashable, Sendable {
      let a: Badge
      let b: Badge
    }

    let pick: MutualPick
    let isPair: Bool
    let reason: Phrase
    /// At the gate; nil for a mutual pick that is no pair.
    var state: Gate.State?
    var id: ID { ID(a: pick.a, b: pick.b) }
    var badges: PairedBadges { PairedBadges(pick.a, pick.b) }
  }

  private(set) var pairing: Pairing?
  private(set) var refusal: PairingRefusal?
  /// The pairs, then the mutual picks that are none.
  private(set) var entries: [Entry] = []
  private(set) var marked: Entry.ID?
  private(set) var gate: Gate?
  /// The picking round whose pairs these are; nil before one is closed.
  private(set) var round: Int?
  /// What the hall is to see of the pair that is announced next.
  private(set) var shownAs = ShownAs.number
  private(set) var announcing = NextAnnouncement()
  private var seen: (event: EventID, version: Int)?

  var contexts: [Context] { [.pairs, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = entries.map(\.id).moved(move, from: marked, page: environment.screenRows)
      return []
    }
    switch id {
    case .showPair:
      return markedEntry.map { [.open(PairDetail(entry: $0, round: round ?? 1))] }
        ?? []
    case .compareRules: return [.open(RulesPage())]
    case .showPicture: return pairing.map { [.open(PicturePage(of: $0))] } ?? []
    case .askOutcome: return [.open(OutcomePage(of: round ?? 1))]
    case .closePicking:
      return environment.open.map { [.open(Confirmation.closing($0.evening))] } ?? []
    default: return runGate(id, in: environment)
    }
  }

  mutating func refresh(in environment: Environment) {
    guard let open = environment.open else { return }
    refresh(open)
  }

  private mutating func refresh(_ open: OpenEvening) {
    guard seen?.event != open.event.id || seen?.version != open.version else { return }
    seen = (open.event.id, open.version)
    pairing = nil
    refusal = nil
    entries = []
    gate = nil
    round = nil
    shownAs = open.event.details.shownAs
    defer { announcing.look(at: gate?.next, of: open.event) }
    do throws(PairingRefusal) {
      guard let told = try open.evening.roundAtGate() else { return }
      round = told.round
      pairing = told.pairing
      gate = open.event.state == .archived ? nil : told.gate
      entries =
        told.pairing.pairs.map { pair in
          let badges = PairedBadges(pair.pick.a, pair.pick.b)
          return Entry(
            pick: pair.pick, isPair: true, reason: pair.phrase,
            state: told.gate.entry(of: badges)?.state ?? .waiting)
        }
        + told.pairing.unpaired.map { Entry(pick: $0.pick, isPair: false, reason: $0.phrase) }
    } catch {
      (round, refusal) = (open.evening.currentRound.number, error)
    }
    if !entries.contains(where: { $0.id == marked }) { marked = entries.first?.id }
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard let open = environment.open else { return .useless(.noEvening) }
    switch id {
    case .closePicking: return open.obstacleToPicking
    case .compareRules where open.event.state == .archived:
      return .useless(Phrase("活动已归档，选票已清除", "The event is archived and its slips are gone"))
    case .showPair where round == nil && seen != nil,
      .showPicture where round == nil && seen != nil,
      .askOutcome where round == nil && seen != nil:
      return .useless(Phrase("互选还没有结束", "Picking is still open"))
    case .showPair where entries.isEmpty && seen != nil,
      .showPicture where entries.isEmpty && seen != nil:
      return .first(Phrase("没有互选", "There are no mutual picks"))
    default: return gateObstacle(to: id, in: open)
    }
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    announcing.take(outcome, of: change, next: gate?.next, at: environment.open?.event)
    return []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if entries.indices.contains(row) { marked = entries[row].id }
    return []
  }

  /// What stands at the gate goes by the next pair, whichever is marked.
  func label(of id: Command.ID) -> Phrase? { gateLabel(of: id) }

  /// Nothing was worked out so far, so nothing is known to stand against anything.
  var seesNothingYet: Bool { seen == nil }

  var markedEntry: Entry? { entries.first { $0.id == marked } }
}
