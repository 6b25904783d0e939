import GRDB
public import Matchmaking

extension Store {
  /// Draws the red thread among the willing and keeps it; one act.
  ///
  /// - Parameter seed: nil draws one, which `beforehand` is told before anything is drawn from it.
  /// - Throws: the first thing that is wrong with somebody named (`willing` tells all of them); nothing is stored.
  @discardableResult
  public func drawThread(
    _ willing: [Badge], at id: EventID, seed: UInt64? = nil, beforehand: (UInt64) -> Void = { _ in }
  ) throws -> (ThreadDraw, Act) {
    let seed = seed ?? context.random() % ThreadDraw.seeds
    beforehand(seed)
    return try act(ActSummary(.drawThread, detail: String(seed))) { writer, summary in
      let event = try writer.playing(id, &summary)
      let evening = try Self.evening(event, in: writer.db)
      let (guests, refusals) = evening.willing(willing)
      if let refusal = refusals.first(where: { $0 != nil }) ?? nil { throw refusal }
      let forbidden = try ActWriter.forbidden(id, in: writer.db)
      let apart = forbidden.compactMap { pair -> Meeting? in
        let badges = pair.compactMap { evening.guest($0)?.badge }
        return badges.count == 2 ? Meeting(badges[0], badges[1]) : nil
      }
      let thread = RedThread.draw(guests.keys, in: event.pools, apart: Set(apart), seed: seed)
      guard !thread.pairs.isEmpty else {
        throw Refusal.game(.nobodyToPair(willing: willing.count))
      }
      summary.count = thread.pairs.count
      return try writer.write(thread, guests, seed, of: event)
    }
  }

  /// All draws of an event, the last one last.
  public func threadDraws(of event: EventID) throws -> [ThreadDraw] {
    try read { try ThreadDraw.all(of: event, in: $0) }
  }
}

extension Evening {
  /// Who may be drawn, and for each of those named why not; only whoever is here is.
  public func willing(_ badges: [Badge]) -> (guests: [Badge: Guest], refusals: [Refusal?]) {
    var guests: [Badge: Guest] = [:]
    let refusals = badges.map { badge -> Refusal? in
      if guests[badge] != nil { return .slip(.repeated(badge)) }
      guard let guest = guest(wearing: badge) else {
        return .slip(
          successor(of: badge).map { .badgeChanged(badge, now: $0) } ?? .unknownBadge(badge))
      }
      switch guest.presence(at: event) {
      case .present:
        guests[badge] = guest
        return nil
      case .left: return .game(.left(badge))
      case .absent, .unknown: return .slip(.absent(badge))
      case .misplaced: return .slip(.misplaced(badge))
      }
    }
    return (guests, refusals)
  }
}

extension ThreadDraw {
  static func all(of event: EventID, in db: Database) throws -> [ThreadDraw] {
    try Prepared(
      "SELECT number, seed, at, willing, pairs FROM thread_draw WHERE event = ? ORDER BY number",
      in: db
    ).all([event.description]) { row in
      guard let seed = UInt64(row.text(1)), let willing = NarrowJSON(row.text(3))?.list,
        let pairs = NarrowJSON(row.text(4))?.list
      else { throw UnreadableRow(description: "thread_draw") }
      return ThreadDraw(
        number: row.int(0) ?? 0, seed: seed, at: Timestamp(milliseconds: row.number(2) ?? 0),
        willing: try willing.compactMap { try standing($0, in: db) },
        pairs: try pairs.map { try ($0.list ?? []).compactMap { try standing($0, in: db) } })
    }
  }

  /// Who stands for somebody who was registered in two places.
  private static func standing(_ value: NarrowJSON, in db: Database) throws -> RegistrationID? {
    guard let id = value.text else { return nil }
    let stands = try Prepared("SELECT stands FROM deviation WHERE row = ?", in: db).first([id]) {
      $0.text(0)
    }
    return RegistrationID(stands.flatMap { $0.isEmpty ? nil : $0 } ?? id)
  }
}

extension ActWriter {
  /// An event whose evening is not over: the hall plays on when the picking is closed.
  func playing(_ id: EventID, _ summary: inout ActSummary) throws -> Event {
    let event = try event(id)
    guard event.state != .archived else { throw Refusal.event(.alreadyArchived(event.code)) }
    summary.event = event.code
    return event
  }

  fileprivate func write(
    _ thread: RedThread, _ guests: [Badge: Guest], _ seed: UInt64, of event: Event
  ) throws -> ThreadDraw {
    let last = try number(
      "SELECT max(number) FROM thread_draw WHERE event = ?", [event.id.description])
    let draw = ThreadDraw(
      number: (last ?? 0) + 1, seed: seed, at: now,
      willing: guests.keys.sorted().compactMap { guests[$0]?.id },
      pairs: thread.pairs.map { [$0.a, $0.b].compactMap { guests[$0]?.id } })
    let id: Identifier<ThreadDraw> = identifier()
    try run(
      """
      INSERT INTO thread_draw (id, event, number, seed, willing, pairs, at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id.description, event.id.description, draw.number, String(seed), Self.json(draw.willing),
        "[" + draw.pairs.map(Self.json).joined(separator: ",") + "]", now.milliseconds,
      ])
    return draw
  }

  private static func json(_ ids: [RegistrationID]) -> String {
    JSONText.array(ids.map(\.description))
  }
}
