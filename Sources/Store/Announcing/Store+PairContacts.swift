import GRDB
public import Matchmaking

/// A pair that was announced, with what the register knows of both.
public struct AnnouncedPair: Hashable, Sendable {
  public let announcement: Announcement
  public let badges: PairedBadges
  public let a: Member
  public let b: Member
  /// Whether both allow that the other gets their contact, today.
  public let mayExchange: Bool
}

extension Store {
  /// The pairs of an evening that were announced, with members, in the order in which they were announced.
  public func announcedPairs(of id: EventID) throws -> [AnnouncedPair] {
    try read { try Store.announcedPairs(of: id, on: context.today, in: $0) }
  }

  /// The same to be handed out: read with its record in one transaction. Of no pairs nothing is noted.
  ///
  /// - Parameter count: of what is handed out; nil is so many pairs.
  public func announcedPairs(
    of id: EventID, noting verb: ActSummary.Verb, count: Int? = nil, detail: String? = nil
  ) throws -> (pairs: [AnnouncedPair], act: Act?) {
    do {
      return try act(ActSummary(verb, count: count, detail: detail)) { writer, summary in
        let pairs = try Store.announcedPairs(of: id, on: writer.today, in: writer.db)
        if pairs.isEmpty { throw NothingChanged() }
        summary.event = try writer.event(id).code
        if count == nil { summary.count = pairs.count }
        return pairs
      }
    } catch is NothingChanged {
      return ([], nil)
    }
  }

  private static func announcedPairs(
    of id: EventID, on day: Day, in db: Database
  ) throws -> [AnnouncedPair] {
    let evening = try evening(Event.fetch(id, in: db), in: db)
    return try evening.announced.compactMap { announcement in
      guard let badges = evening.badges(of: announcement),
        let a = evening.guest(wearing: badges.a), let b = evening.guest(wearing: badges.b)
      else { return nil }
      let ids = [a.registration.member, b.registration.member]
      let members = try ids.map { try Member.of($0, on: day, in: db) }
      let mayExchange = ids.allSatisfy { id in
        (try? Consents.fetch(id, in: db).proof(of: ContactUse.self, on: day)) != nil
      }
      return AnnouncedPair(
        announcement: announcement, badges: badges, a: members[0], b: members[1],
        mayExchange: mayExchange)
    }
  }
}
