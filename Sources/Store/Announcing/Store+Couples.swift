import GRDB
public import Matchmaking

extension Store {
  /// All couples that are followed up, the newest first, with both members and where they were paired.
  ///
  /// Somebody who was erased is there without a name.
  public func couples() throws -> [FollowedCouple] {
    try read { db in
      let day = context.today
      let couples = try Couple.fetch(where: "WHERE c.one <> c.other", [], in: db)
      return try couples.reversed().map { couple in
        FollowedCouple(
          couple: couple, one: try Member.of(couple.one, on: day, in: db),
          other: try Member.of(couple.other, on: day, in: db),
          event: try couple.event.flatMap { try Event.find($0, in: db) })
      }
    }
  }

  /// Notes the next step of a couple; undone like anything else.
  ///
  /// - Throws: `Refusal.couple`.
  @discardableResult
  public func advance(
    _ one: MemberID, _ other: MemberID, to stage: CoupleStage, on day: Day, evidence: String?
  ) throws -> (couple: Couple, act: Act) {
    try act(ActSummary(.advanceCouple, detail: stage.rawValue)) { writer, summary in
      let (first, second) = (try writer.member(one), try writer.member(other))
      guard first.id != second.id else { throw Refusal.couple(.sameTwice(first.name)) }
      summary.name = first.name
      guard let couple = try writer.couple(first.id, second.id) else {
        throw Refusal.couple(.none(first.name, second.name))
      }
      let step: CoupleStep
      do throws(CoupleRefusal) {
        step = try couple.step(to: stage, on: day, evidence: evidence, today: writer.today)
      } catch {
        throw Refusal.couple(error)
      }
      return try writer.append(step, to: couple)
    }
  }
}

extension ActWriter {
  func couple(_ one: MemberID, _ other: MemberID) throws -> Couple? {
    try Couple.fetch(
      where: "WHERE c.one = ?1 AND c.other = ?2 OR c.one = ?2 AND c.other = ?1",
      [one.description, other.description], in: db
    ).first
  }

  /// Whom somebody was paired with stays so where two entries become one.
  func moveCouples(of other: MemberID, to kept: MemberID) throws {
    for couple in try Couple.all(of: other, in: db) {
      let partner = couple.one == other ? couple.other : couple.one
      if let known = try self.couple(kept, partner) {
        try run(
          "UPDATE couple_step SET couple = ? WHERE couple = ?",
          [known.id.description, couple.id.description])
        try run("DELETE FROM couple WHERE id = ?", [couple.id.description])
      } else {
        let (first, second) = Couple.ordered(kept, partner)
        try run(
          "UPDATE couple SET one = ?, other = ? WHERE id = ?",
          [first.description, second.description, couple.id.description])
      }
    }
  }

  /// Begins to follow up a pair that is announced; two who parted begin anew.
  ///
  /// Their first day is the evening's, but not one that is still to come.
  func beginCouple(_ announcement: Announcement, in evening: Evening) throws {
    guard let one = evening.guest(announcement.one)?.registration.member,
      let other = evening.guest(announcement.other)?.registration.member
    else { return }
    let day = min(evening.event.date, today)
    guard let known = try couple(one, other) else {
      let (first, second) = Couple.ordered(one, other)
      let couple = Couple(
        id: identifier(), one: first, other: second, event: evening.event.id, steps: [])
      try run(
        "INSERT INTO couple (id, one, other, event) VALUES (?, ?, ?, ?)",
        [
          couple.id.description, first.description, second.description,
          evening.event.id.description,
        ])
      _ = try append(CoupleStep(stage: .paired, day: day), to: couple)
      return
    }
    guard known.stage == .ended else { return }
    let last = known.steps.last?.day ?? day
    _ = try append(CoupleStep(stage: .paired, day: max(last, day)), to: known)
  }

  fileprivate func append(_ step: CoupleStep, to couple: Couple) throws -> Couple {
    let id: Identifier<CoupleStep> = identifier()
    try run(
      """
      INSERT INTO couple_step (id, couple, stage, day, evidence, at) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        id.description, couple.id.description, step.stage.rawValue, step.day.description,
        step.evidence, now.milliseconds,
      ])
    return Couple(
      id: couple.id, one: couple.one, other: couple.other, event: couple.event,
      steps: couple.steps + [step])
  }
}

extension Couple {
  /// One row for two people, whoever of them was named first.
  fileprivate static func ordered(
    _ one: MemberID, _ other: MemberID
  ) -> (MemberID, MemberID) { one < other ? (one, other) : (other, one) }

  static func all(of member: MemberID, in db: Database) throws -> [Couple] {
    try fetch(where: "WHERE c.one = ?1 OR c.other = ?1", [member.description], in: db)
  }

  /// In the order in which they came to be.
  fileprivate static func fetch(
    where condition: String, _ keys: [String], in db: Database
  ) throws -> [Couple] {
    var found: [(key: String, one: String, other: String, event: String?)] = []
    var steps: [String: [CoupleStep]] = [:]
    try Prepared(
      """
      SELECT c.id, c.one, c.other, c.event, s.stage, s.day, s.evidence
      FROM couple c LEFT JOIN couple_step s ON s.couple = c.id \(condition)
      ORDER BY c.id, s.day, s.at, s.id
      """, in: db
    ).each(keys) { row in
      let key = row.text(0)
      if found.last?.key != key { found.append((key, row.text(1), row.text(2), row.some(3))) }
      if let stage = CoupleStage(rawValue: row.text(4)), let day = Day(row.text(5)) {
        steps[key, default: []].append(
          CoupleStep(stage: stage, day: day, evidence: row.some(6)))
      }
      return true
    }
    return try found.map { couple in
      guard let id = CoupleID(couple.key), let one = MemberID(couple.one),
        let other = MemberID(couple.other)
      else { throw UnreadableRow(description: "couple \(couple.key)") }
      return Couple(
        id: id, one: one, other: other, event: couple.event.flatMap { EventID($0) },
        steps: steps[couple.key] ?? [])
    }
  }
}

extension Member {
  /// Somebody of the register, or what is left of them.
  static func of(_ id: MemberID, on day: Day, in db: Database) throws -> Member {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM member WHERE id = ?"), arguments: [id.description])
    guard let row else { throw UnreadableRow(description: "member \(id)") }
    return try Member(row, on: day)
  }
}
