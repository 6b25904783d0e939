public import Matchmaking
import Pinyin
import Wording

/// The event that is open, its index, and who came last.
struct OpenEvening: Sendable {
  private(set) var evening: Evening
  private(set) var index: SearchIndex
  /// Those who came last, newest first.
  private(set) var recent: [RegistrationID] = []
  /// How many come to each table; nil where the door has one table.
  private(set) var tally: DoorTally?
  /// Counts changes, so that a screen knows whether what it worked out still holds.
  private(set) var version = 0

  static let recentLimit = 60

  init(_ evening: Evening, _ index: SearchIndex, version: Int = 0) {
    self.evening = evening
    self.index = index
    self.version = version
    recent = Self.latest(of: evening)
    tally = Self.tally(of: evening)
  }

  private static func tally(of evening: Evening) -> DoorTally? {
    evening.event.details.doorTables.map {
      DoorTally($0, of: evening, initial: Initial.init(of:))
    }
  }

  /// The table a guest is looked for at; nil where the door has one.
  func table(of guest: Guest) -> Int? {
    guard let tally, let place = evening.place(of: guest.id) else { return nil }
    return tally.table(at: place)
  }

  var event: Event { evening.event }

  /// Why nothing of what makes the evening can be done any more; nil while it goes on.
  var obstacle: Obstacle? {
    event.state == .open
      ? nil : .useless(Phrase("活动已结束；", "The event is closed; ") + .undoClosing)
  }

  mutating func take(_ change: EveningChange) {
    version += 1
    index.take(
      evening.take(change.event, guests: change.guests, slips: change.slips), of: evening)
    if tally?.tables == change.event.details.doorTables {
      let places = change.guests.compactMap { evening.place(of: $0.id) }.sorted()
      tally?.take(places, of: evening, initial: Initial.init(of:))
    } else {
      tally = Self.tally(of: evening)
    }
    // A stranger who walks in is told twice: as somebody registered and as a new member.
    let changed = Set(change.guests.map(\.id))
    guard !changed.isEmpty else { return }
    let wasShort = recent.count < Self.recentLimit
    let kept = recent.filter { !changed.contains($0) }
    // A taken back arrival makes room for one that had fallen off the end.
    recent =
      kept.count < recent.count && !wasShort
      ? Self.latest(of: evening)
      : Self.newestFirst(
        kept + changed.filter { evening.guest($0)?.isHere ?? false }, of: evening)
  }

  private static func latest(of evening: Evening) -> [RegistrationID] {
    newestFirst(evening.guests.filter(\.isHere).map(\.id), of: evening)
  }

  private static func newestFirst(
    _ ids: [RegistrationID], of evening: Evening
  ) -> [RegistrationID] {
    let dated = ids.compactMap { id in
      evening.guest(id)?.registration.arrival.map { (id: id, at: $0.at) }
    }
    return dated.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.prefix(recentLimit).map(\.id)
  }
}

extension Initial {
  /// - Parameter name: of a guest.
  public init(of name: String) { self.init(Reading.initial(of: name)) }
}

extension Guest {
  var isHere: Bool { registration.status == .checkedIn }
}

extension Phrase {
  static let noEvening = Phrase("请先在“活动”页打开一场活动", "Open an event on the tab Events first")
}
