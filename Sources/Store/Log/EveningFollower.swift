public import Matchmaking

/// What was done since a process last looked.
public struct EveningNews: Sendable {
  /// What became of the event that is followed.
  public enum Change: Sendable {
    case untouched
    /// For `Evening.take`; a slip is empty where it was taken back.
    case changed(Event, guests: [Guest], slips: [SlipKey: SlipReadings])
    /// Rows went away, or so many changed that it was read anew.
    case readAnew(Evening)
    /// The event was taken back; nothing is followed any more.
    case gone
  }

  public var change = Change.untouched
  /// Something about events, registrations or slips changed, in any event.
  public var touchesEvents = false
  public var touchesMembers = false
  /// The programme or the rounds of some event changed.
  public var touchesProgramme = false
}

/// Follows what is done in a file, and one event in it, by the change log: the desk, the commands and
/// whoever else shows an evening.
///
/// It misses nothing, and may tell something twice. The evening itself is where it is looked at, and takes in
/// the news by `Evening.take`.
public struct EveningFollower: Sendable {
  /// The event that is followed, as it was last seen.
  public private(set) var event: Event?
  /// The last act that is known with everything before it.
  private var act: Int64
  /// The version of the file that was looked at; nil where looking failed.
  private var version: Int?

  /// Begins with what is done from now on.
  public init(_ store: Store) throws {
    // Asked before anything is read: what is done in between is read twice.
    version = try store.dataVersion()
    act = try store.lastAct()
  }

  /// Follows an event from now on, in the place of the one before.
  public mutating func open(_ id: EventID, in store: Store) throws -> Evening {
    event = nil
    let evening = try store.evening(id)
    event = evening.event
    return evening
  }

  /// What other processes did; nil, after some microseconds, where they did nothing.
  public mutating func follow(_ store: Store) throws -> EveningNews? {
    let now = try store.dataVersion()
    guard now != version else { return nil }
    let news = try catchUp(store)
    // As it was before the log was read: what was done since makes another.
    version = now
    return news
  }

  /// All that was done since it last looked, here and elsewhere.
  public mutating func catchUp(_ store: Store) throws -> EveningNews {
    let known = version
    // Where reading fails the next look tries again.
    version = nil
    let changes = try store.changes(after: act, in: event?.id)
    var news = EveningNews(
      touchesEvents: changes.touchesEvents, touchesMembers: changes.touchesMembers,
      touchesProgramme: changes.touchesProgramme)
    if let event { news.change = try change(changes, of: event, in: store) }
    act = changes.last
    version = known
    return news
  }

  private mutating func change(
    _ changes: LogChanges, of event: Event, in store: Store
  ) throws -> EveningNews.Change {
    do {
      if changes.needsReload { return .readAnew(try open(event.id, in: store)) }
    } catch Refusal.history(.gone) {
      return .gone
    }
    if changes.isGone {
      self.event = nil
      return .gone
    }
    guard let now = changes.event else { return .untouched }
    self.event = now
    let isUntouched = now == event && changes.guests.isEmpty && changes.slips.isEmpty
    return isUntouched ? .untouched : .changed(now, guests: changes.guests, slips: changes.slips)
  }

  /// What an own act did, as its method told it: nothing of it is read again, unless somebody else did
  /// something in between.
  ///
  /// - Parameters:
  ///   - guests: every registration the act changed.
  ///   - slips: every slip it changed; at the event that is followed.
  ///   - touchesMembers: whether it changed the register.
  public mutating func take(
    _ guests: [Guest], _ slips: [SavedSlip] = [], of own: Act, touchesMembers: Bool = false,
    in store: Store
  ) throws -> EveningNews {
    // Acts are numbered without gaps, so it is known that there is nothing between.
    guard own.sequence == act + 1, !own.reachesFurther else { return try catchUp(store) }
    act = own.sequence
    var news = EveningNews(touchesEvents: true, touchesMembers: touchesMembers)
    let here = guests.filter { $0.registration.event == event?.id }
    if let event, !here.isEmpty || !slips.isEmpty {
      let readings = Dictionary(slips.map { ($0.key, $0.readings) }) { $1 }
      news.change = .changed(event, guests: here, slips: readings)
    }
    return news
  }
}
