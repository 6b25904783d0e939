/// The pairs of one picking round on their way to the hall: which wait, which are held back, which were
/// announced.
///
/// In badge order, as the rule gives them; a pair that was announced and that the rule would not make any
/// more, as after two laptops were put together, stands behind: it was said.
public struct Gate: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case waiting
    case held(note: String)
    /// `order` counts all announcements of the evening from 1.
    case announced(order: Int, ShownAs, at: Timestamp)

    /// For scripts.
    public var word: String {
      switch self {
      case .waiting: "waiting"
      case .held: "held"
      case .announced: "announced"
      }
    }

    public var isAnnounced: Bool { if case .announced = self { true } else { false } }
  }

  public struct Entry: Hashable, Sendable {
    public let badges: PairedBadges
    public let state: State

    public init(_ badges: PairedBadges, _ state: State) {
      self.badges = badges
      self.state = state
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// The pair that is announced next; nil where none waits.
  public var next: PairedBadges? { entries.first { $0.state == .waiting }?.badges }

  public var announced: Int { entries.count(where: \.state.isAnnounced) }

  /// - Parameter badges: in either order.
  public func entry(of badges: PairedBadges) -> Entry? {
    entries.first { $0.badges == badges }
  }
}

/// The pairs of one picking round and what the hall was told of them.
public struct RoundAtGate: Hashable, Sendable {
  public let round: Int
  public let pairing: Pairing
  public let gate: Gate
}

/// Two badges that belong together, the man's or the lower one first, however they were typed.
public struct PairedBadges: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let a: Badge
  public let b: Badge

  public init(_ one: Badge, _ other: Badge) {
    (a, b) = one < other ? (one, other) : (other, one)
  }

  /// `M07 F12`, as the log has it.
  public var description: String { "\(a) \(b)" }

  public static func < (one: Self, other: Self) -> Bool { (one.a, one.b) < (other.a, other.b) }
}

extension Evening {
  /// What the hall was told, in the order in which it was told.
  public var announced: [Announcement] {
    announcements.filter { $0.shownAs != nil }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  /// The two who stand in an announcement, by what they wear now.
  public func badges(of announcement: Announcement) -> PairedBadges? {
    guard let one = guest(announcement.one)?.badge, let other = guest(announcement.other)?.badge
    else { return nil }
    return PairedBadges(one, other)
  }

  /// The pairs of a picking round and what became of each. Nothing before the round is closed.
  public func gate(round: Int = 1) throws(PairingRefusal) -> Gate {
    guard event.state != .archived, let own = self.round(round), !own.isOpen else {
      return Gate(entries: told(round: round))
    }
    return gate(of: try pairing(round: round), round: round)
  }

  private func gate(of pairing: Pairing, round: Int) -> Gate {
    let told = told(round: round)
    let states = Dictionary(told.map { ($0.badges, $0.state) }) { first, _ in first }
    let made = pairing.pairs.map { PairedBadges($0.pick.a, $0.pick.b) }
    let besides = told.filter { !made.contains($0.badges) && $0.state.isAnnounced }
    return Gate(
      entries: made.map { Gate.Entry($0, states[$0] ?? .waiting) } + besides)
  }

  /// What a round came to, made once: its pairs, and what became of them; of an archived event what was decided.
  public func atGate(round: Int) throws(PairingRefusal) -> RoundAtGate {
    let pairing = try pairing(round: round)
    let gate =
      event.state == .archived
      ? Gate(entries: told(round: round)) : gate(of: pairing, round: round)
    return RoundAtGate(round: round, pairing: pairing, gate: gate)
  }

  /// The round whose pairs are let out now: the first that is closed and of which one waits, else the last that is
  /// closed; nil before any is. Of an archived event the last.
  ///
  /// - Throws: why there are no pairs, where that is so of every round that is closed.
  public func roundAtGate() throws(PairingRefusal) -> RoundAtGate? {
    let closed = rounds.filter { !$0.isOpen }.map(\.number)
    if event.state == .archived, let number = closed.last { return try atGate(round: number) }
    var last: RoundAtGate?
    var refusal: PairingRefusal?
    for number in closed {
      do throws(PairingRefusal) {
        let round = try atGate(round: number)
        if round.gate.next != nil { return round }
        last = round
      } catch {
        refusal = error
      }
    }
    if last == nil, let refusal { throw refusal }
    return last
  }

  /// What was decided about pairs of a round.
  private func told(round: Int) -> [Gate.Entry] {
    let orders = Dictionary(
      uniqueKeysWithValues: announced.enumerated().map { ($1.id, $0 + 1) })
    return announcements.filter { $0.round == round }.compactMap { announcement in
      guard let badges = badges(of: announcement) else { return nil }
      let state: Gate.State =
        switch announcement.decision {
        case .held(let note): .held(note: note)
        case .announced(let shownAs):
          .announced(order: orders[announcement.id] ?? 0, shownAs, at: announcement.at)
        }
      return Gate.Entry(badges, state)
    }.sorted { $0.badges < $1.badges }
  }
}
