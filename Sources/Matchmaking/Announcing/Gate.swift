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
    let told = told(round: round)
    guard event.state != .archived, let own = self.round(round), !own.isOpen else {
      return Gate(entries: told)
    }
    let states = Dictionary(told.map { ($0.badges, $0.state) }) { first, _ in first }
    let made = try pairing(round: round).pairs.map { PairedBadges($0.pick.a, $0.pick.b) }
    let besides = told.filter { !made.contains($0.badges) && $0.state.isAnnounced }
    return Gate(
      entries: made.map { Gate.Entry($0, states[$0] ?? .waiting) } + besides)
  }

  /// The round whose pairs are let out now: the first that is closed and of which one waits, else the last that is
  /// closed; nil before any is.
  public var gateRound: Int? {
    guard event.state != .archived else { return nil }
    let closed = rounds.filter { !$0.isOpen }.map(\.number)
    return closed.first { (try? gate(round: $0))?.next != nil } ?? closed.last
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
