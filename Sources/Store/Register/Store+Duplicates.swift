import GRDB
public import Matchmaking

extension Store {
  /// Pairs of members who may be one person, without those somebody decided on.
  public func duplicateSuspects() throws -> [PossibleDuplicate] {
    var search = DuplicateSearch()
    let fresh = try eachFacts(DuplicateSearch.parts) { search.look(through: $0) }
    // Asked behind the facts: whom somebody decides on meanwhile is not shown again.
    let suspects = search.suspects(without: try duplicateDecisions())
    try? keep(fresh)
    return suspects
  }

  /// What was decided, in the order of the decisions.
  public func duplicateDecisions() throws -> [DuplicateDecision] {
    try read { try DuplicateDecision.all(in: $0) }
  }

  /// Two people: they are not shown as duplicates again, also after one of them was merged.
  @discardableResult
  public func keepApart(_ one: MemberID, _ other: MemberID) throws -> Act {
    try act(ActSummary(.keepApart)) { writer, summary in
      let (first, second) = (try writer.member(one), try writer.member(other))
      if one == other { throw Refusal.register(.sameMember(first.name)) }
      summary.name = first.name
      summary.detail = second.name
      try writer.decide(one, other, mergedInto: nil, on: context)
    }.1
  }

  /// One person: the other's details, registrations, slips, consents and verifications become the
  /// kept one's, and the other is no member any more.
  ///
  /// - Parameter choices: fields for which the other's value is to stand; `MemberMerge` tells
  ///   beforehand which ones differ.
  /// - Throws: `Refusal.register(.bothRegistered)` where both are registered for one event.
  @discardableResult
  public func merge(
    keeping kept: MemberID, _ other: MemberID,
    choices: [MemberMerge.Field: MemberMerge.Side] = [:]
  ) throws -> (MemberMerge, Act) {
    try act(ActSummary(.mergeMembers)) { writer, summary in
      let (one, two) = (try writer.member(kept), try writer.member(other))
      if kept == other { throw Refusal.register(.sameMember(one.name)) }
      if let event = try writer.sharedEvent(kept, other) {
        throw Refusal.register(
          .bothRegistered(event: event, kept: one.number, other: two.number))
      }
      let merge = MemberMerge(one, two, choices: choices)
      let untils = (try writer.verifiedUntil(kept), try writer.verifiedUntil(other))
      summary.name = merge.member.name
      for table in ["registration", "refusal", "verification", "consent"] {
        try writer.run(
          "UPDATE \(table) SET member = ? WHERE member = ?", [kept.description, other.description])
      }
      try writer.run(
        "UPDATE member_alias SET member = ?, ground = 'merged' WHERE member = ?",
        [kept.description, other.description])
      try writer.keepAlias(two, of: kept, .merged)
      try writer.moveCouples(of: other, to: kept)
      try writer.run("DELETE FROM member WHERE id = ?", [other.description])
      try writer.rewrite(merge.member)
      try writer.movePools(of: merge.member)
      try writer.keepFormer(one, of: merge.member)
      if merge.member.status != one.status { try writer.update(merge.member.status, of: kept) }
      let until = merge.member.verification == one.verification ? untils.0 : untils.1
      try writer.setVerifiedUntil(until, of: kept)
      try writer.decide(kept, other, mergedInto: kept, on: context)
      return merge
    }
  }
}

extension ActWriter {
  /// The code of an event that both are registered for; nil where there is none.
  fileprivate func sharedEvent(_ one: MemberID, _ other: MemberID) throws -> String? {
    try row(
      """
      SELECT code FROM event WHERE id IN (SELECT event FROM registration WHERE member = ?)
        AND id IN (SELECT event FROM registration WHERE member = ?) ORDER BY date DESC LIMIT 1
      """, [one.description, other.description])?.needed("code")
  }

  /// What the other was registered for is the kept one's: without a badge in the pool of their sex.
  fileprivate func movePools(of member: Member) throws {
    guard let sex = member.sex else { return }
    try run(
      """
      UPDATE registration SET pool = ?1
      WHERE member = ?2 AND badge IS NULL AND pool <> 'G' AND pool <> ?1
        AND EXISTS (SELECT 1 FROM event WHERE event.id = registration.event AND state = 'open')
      """, [sex.rawValue, member.id.description])
  }

  fileprivate func verifiedUntil(_ member: MemberID) throws -> Day? {
    try row("SELECT verified_until FROM member WHERE id = ?", [member.description])?
      .day("verified_until")
  }

  /// A later decision on the same two takes the place of an earlier one.
  fileprivate func decide(
    _ one: MemberID, _ other: MemberID, mergedInto: MemberID?, on context: StoreContext
  ) throws {
    let pair = [min(one, other).description, max(one, other).description]
    try run("DELETE FROM duplicate_decision WHERE one = ? AND other = ?", pair)
    let id: Identifier<DuplicateDecision> = identifier()
    try run(
      """
      INSERT INTO duplicate_decision (id, one, other, merged_into, decided_by, decided_on)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [id.description] + pair
        + [
          mergedInto?.description, context.operatorName,
          context.day(of: now).description,
        ])
  }
}

extension DuplicateDecision {
  static func all(in db: Database) throws -> [DuplicateDecision] {
    try Row.fetchAll(db, sql: "SELECT * FROM duplicate_decision ORDER BY id").map { row in
      guard let day = try row.day("decided_on") else {
        throw UnreadableRow(description: "decided_on: empty")
      }
      let into = try (row.value("merged_into") as String?).flatMap { MemberID($0) }
      return DuplicateDecision(
        try row.identifier("one"), try row.identifier("other"),
        into.map { .merged(into: $0) } ?? .keptApart, by: try row.needed("decided_by"), on: day)
    }
  }
}
