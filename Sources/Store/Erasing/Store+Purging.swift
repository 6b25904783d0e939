import GRDB
public import Matchmaking

/// Who is to be erased because nothing has been heard of them for long.
public struct PurgeRule: Hashable, Sendable {
  /// Everything must have happened before this day.
  public var before: Day
  /// Only members who stand so; all statuses where nothing is said.
  public var statuses: Set<MemberStatus>
  /// Only these, who were asked for by name and may have been entered yesterday; nil is everybody.
  public var members: Set<MemberID>?

  /// The shortest time details are kept of whoever was not asked for by name.
  public static let leastDays = 30

  public init(
    before: Day, statuses: Set<MemberStatus> = Set(MemberStatus.allCases),
    members: Set<MemberID>? = nil
  ) {
    self.before = before
    self.statuses = statuses
    self.members = members
  }
}

/// A member whom a rule meets.
public struct PurgeCandidate: Hashable, Sendable {
  public let member: Member
  /// The day of the last thing that is known of them: entered, changed, registered, here, verified, a
  /// consent given or revoked.
  public let lastActive: Day
}

extension Store {
  /// Whom a rule meets today, those longest silent first; nothing is changed.
  ///
  /// - Throws: `Refusal.register(.purgeTooYoung)` for a rule that reaches into the last month and names
  ///   nobody.
  public func purgeCandidates(_ rule: PurgeRule) throws -> [PurgeCandidate] {
    let today = context.today
    try check(rule)
    let found = try read { db in
      try candidates(rule, in: db).map { id, day in
        guard
          let row = try Row.fetchOne(
            db, sql: "SELECT * FROM member WHERE id = ?", arguments: [id.description])
        else { throw UnreadableRow(description: "member \(id)") }
        return PurgeCandidate(member: try Member(row, on: today), lastActive: day)
      }
    }
    return found.sorted {
      ($0.lastActive, $0.member.id) < ($1.lastActive, $1.member.id)
    }
  }

  /// Erases whom a rule meets now, and from the log what it still says of members who are gone and of
  /// strangers who were turned away.
  ///
  /// - Returns: nil where there was nobody.
  public func purge(
    _ rule: PurgeRule, _ scope: ErasingScope = ErasingScope()
  ) throws -> Erasure? {
    try check(rule)
    do {
      return try eraseAndWipe(scope) { writer in
        let ids = try candidates(rule, in: writer.db).keys.sorted()
        let changes = writer.db.totalChangesCount
        if rule.members == nil { try writer.forgetTheGone(before: rule.before) }
        if ids.isEmpty, writer.db.totalChangesCount == changes { throw NothingChanged() }
        return ids
      }
    } catch is NothingChanged {
      return nil
    }
  }

  private func check(_ rule: PurgeRule) throws {
    if rule.members != nil { return }
    let month = Timestamp(
      milliseconds: context.now().milliseconds - Int64(PurgeRule.leastDays) * 86_400_000)
    guard rule.before <= context.day(of: month) else {
      throw Refusal.register(.purgeTooYoung(days: PurgeRule.leastDays))
    }
  }

  private func candidates(_ rule: PurgeRule, in db: Database) throws -> [MemberID: Day] {
    var last: [String: Int64] = [:]
    func note(_ member: String, _ moment: Int64) {
      last[member] = max(last[member] ?? 0, moment)
    }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, status FROM member WHERE erased_on IS NULL")
    while let row = try rows.next() {
      let id: MemberID = try row.identifier("id")
      guard rule.members?.contains(id) ?? true else { continue }
      if rule.statuses.contains(try row.word("status")) { note(try row.needed("id"), 0) }
    }
    // A key begins with the moment it was made.
    for sql in Store.signsOfLife {
      let signs = try Row.fetchCursor(db, sql: sql)
      while let sign = try signs.next() {
        let member: String = try sign.needed("member")
        guard last[member] != nil else { continue }
        let key: String = try sign.needed("key")
        note(member, MemberID(key).map { Int64($0.high >> 16) } ?? 0)
        note(member, try sign.value("moment") ?? 0)
      }
    }
    var found: [MemberID: Day] = [:]
    for (member, moment) in last {
      let day = context.day(of: Timestamp(milliseconds: moment))
      if day < rule.before, let id = MemberID(member) { found[id] = day }
    }
    return found
  }

  private static let signsOfLife = [
    "SELECT id AS member, id AS key, NULL AS moment FROM member",
    """
    SELECT member, r.id AS key,
      max(ifnull(left_at, 0), ifnull(arrived_at, 0), unixepoch(event.date) * 1000) AS moment
    FROM registration r JOIN event ON event.id = r.event
    """,
    "SELECT member, id AS key, NULL AS moment FROM verification",
    "SELECT member, id AS key, unixepoch(revoked) * 1000 AS moment FROM consent",
    """
    SELECT row AS member, row AS key, max(clock) >> 16 AS moment
    FROM change JOIN act ON act.sequence = change.act WHERE "table" = 'member' GROUP BY row
    """,
    """
    SELECT member.id AS member, member.id AS key, max(clock) >> 16 AS moment
    FROM change JOIN act ON act.sequence = change.act
      JOIN member ON \(Schema.isStretch(around: "member.id"))
    WHERE "table" = 'member' GROUP BY member.id
    """,
  ]
}

extension ActWriter {
  /// Members who were taken back or merged stand in the log as they were, with what was decided on and
  /// allowed by them, and strangers at the door with their names.
  fileprivate func forgetTheGone(before day: Day) throws {
    let isOld = """
      act IN (SELECT sequence FROM act
        WHERE date((clock >> 16) / 1000, 'unixepoch', 'localtime') < ?1)
      """
    let traces = "('verification', 'consent', 'member_alias')"
    try run(
      """
      UPDATE change SET before = '{}', after = iif(after IS NULL, NULL, '{}')
      WHERE before IS NOT NULL AND before <> '{}' AND \(isOld)
        AND ("table" = 'member' AND row NOT IN (SELECT id FROM member)
          OR "table" IN \(traces) AND before ->> '$.member' NOT IN (SELECT id FROM member))
      """, [day.description])
    let gone = try Prepared(
      """
      SELECT DISTINCT row FROM change
      WHERE "table" = 'member' AND before IS NOT NULL AND after IS NULL
        AND row NOT IN (SELECT id FROM member)
      """, in: db
    ).all([]) { $0.text(0) }
    try UndoneMergings(of: MemberTraces.json(gone), in: db).scrub(self, before: day)
    try run(
      """
      UPDATE act SET summary = json_set(summary, '$.name', ?2)
      WHERE summary ->> '$.name' IS NOT NULL AND summary ->> '$.name' <> ?2
        AND date((clock >> 16) / 1000, 'unixepoch', 'localtime') < ?1
        AND (summary ->> '$.verb' IN ('refuse', 'refuse-registration') AND sequence NOT IN
            (SELECT act FROM change JOIN refusal ON refusal.id = change.row
              WHERE refusal.member IS NOT NULL)
          OR summary ->> '$.verb' IN ('add-member', 'walk-in') AND sequence NOT IN
            (SELECT act FROM change JOIN member ON member.id = change.row
              UNION SELECT act FROM change JOIN registration ON registration.id = change.row))
      """, [day.description, Store.erasedName])
  }
}
