import GRDB
public import Matchmaking

extension Store {
  /// Takes a roster into the register, as one act.
  ///
  /// Idempotent: a row is the same person as a member of the same number; else of the same phone
  /// and name; else of the same name, birth date and employer, where the row has no phone or the
  /// member had none yet. A row that is known adds what changed; an empty cell takes nothing away.
  /// A second row of the same person is refused, so that nothing is overwritten unseen.
  ///
  /// - Parameters:
  ///   - rehearsing: counts what would be done and does nothing; nobody who writes waits for it.
  ///   - next: gives the rows one by one; nil at the end.
  /// - Returns: the counts and the problems met here; the act is nil where nothing changed.
  public func importMembers(
    rehearsing: Bool = false, _ next: (inout ImportSummary) throws -> MemberDraft?
  ) throws -> (ImportSummary, Act?) {
    if rehearsing { return (try rehearseImport(next), nil) }
    var summary = ImportSummary()
    do {
      let (_, act) = try act(Deed(.importMembers)) { pen, deed in
        var clerk = try ImportClerk(pen: pen)
        while let draft = try next(&summary) { try clerk.take(draft, into: &summary) }
        deed.count = summary.added + summary.updated
        if deed.count == 0 { throw NothingToKeep() }
      }
      return (summary, act)
    } catch is NothingToKeep {
      return (summary, nil)
    }
  }
}

extension Store {
  /// The same work on a copy of the register that only this connection sees and that goes with it.
  ///
  /// The copy is a temporary table of the register's name, which comes before the real one. It is
  /// kept in memory, for whoever is in it has no place in a folder for anybody's files.
  private func rehearseImport(
    _ next: (inout ImportSummary) throws -> MemberDraft?
  ) throws -> ImportSummary {
    do {
      let rehearsal = try path == ":memory:" ? queue : Store.connect(path, isReadOnly: true)
      defer { if rehearsal !== queue { try? rehearsal.close() } }
      var summary = ImportSummary()
      try rehearsal.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA temp_store = MEMORY")
        try db.inTransaction(.deferred) {
          try db.execute(
            sql: """
              CREATE TEMP TABLE member AS SELECT * FROM main.member;
              CREATE INDEX temp.rehearsed_id ON member(id);
              CREATE INDEX temp.rehearsed_number ON member(number);
              CREATE INDEX temp.rehearsed_phone ON member(phone);
              CREATE INDEX temp.rehearsed_name ON member(name);
              """)
          var clerk = try ImportClerk(pen: Pen(db: db, surroundings: surroundings))
          while let draft = try next(&summary) { try clerk.take(draft, into: &summary) }
          return .rollback
        }
      }
      return summary
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }
}

private struct NothingToKeep: Error {}

/// Finds each row's member and writes what is new.
private struct ImportClerk {
  let pen: Pen
  private var nextNumber: Int
  /// Which row each member was taken from.
  private var rows: [MemberID: Int] = [:]

  init(pen: Pen) throws {
    self.pen = pen
    nextNumber = Int(try pen.nextMemberNumber()) ?? 100_001
  }

  mutating func take(_ draft: MemberDraft, into summary: inout ImportSummary) throws {
    summary.rows += 1
    let known = try find(draft)
    guard var member = known else {
      let member = try newMember(draft)
      try pen.insert(member)
      rows[member.id] = draft.row
      summary.added += 1
      return
    }
    if let first = rows[member.id] {
      return refuse(draft, "", .repeatedRow, "\(first)", in: &summary)
    }
    if member.name != draft.name, member.phone != draft.phone || draft.phone == nil {
      let holder = "\(member.number) \(member.name)"
      return refuse(draft, "number", .numberTaken, holder, in: &summary)
    }
    rows[member.id] = draft.row
    member.take(draft)
    if member == known {
      summary.unchanged += 1
    } else {
      try pen.update(member)
      summary.updated += 1
    }
  }

  private func refuse(
    _ draft: MemberDraft, _ column: String, _ code: ImportProblem.Code, _ evidence: String,
    in summary: inout ImportSummary
  ) {
    summary.refused += 1
    summary.problems.append(
      ImportProblem(
        row: draft.row, column: column, code: code, evidence: evidence, isRefusal: true))
  }

  private func find(_ draft: MemberDraft) throws -> Member? {
    if let number = draft.number {
      return try pen.row("SELECT * FROM member WHERE number = ?", [number]).map(Member.init)
    }
    if let phone = draft.phone {
      let known = try pen.row(
        "SELECT * FROM member WHERE phone = ? AND name = ? LIMIT 1", [phone.digits, draft.name])
      if let known { return try Member(known) }
      // Only birth date and employer together tell that a phone was filled in, not a namesake.
      guard draft.birth != nil, draft.texts[.employer] != nil else { return nil }
    }
    return try pen.row(
      """
      SELECT * FROM member WHERE name = ?1 AND birth IS ?2 AND employer IS ?3
        AND (?4 IS NULL OR phone IS NULL) LIMIT 1
      """,
      [
        draft.name, draft.birth?.description, draft.texts[.employer], draft.phone?.digits,
      ]
    ).map(Member.init)
  }

  private mutating func newMember(_ draft: MemberDraft) throws -> Member {
    var number = draft.number ?? ""
    while try number.isEmpty || (draft.number == nil && pen.isMemberNumberTaken(number)) {
      number = String(nextNumber)
      nextNumber += 1
    }
    return Member(
      id: pen.identifier(), number: number, name: draft.name, sex: draft.sex, birth: draft.birth,
      phone: draft.phone, height: draft.height, verification: draft.verification ?? .pending,
      texts: draft.texts, extras: draft.extras)
  }
}

extension Member {
  /// Adds what a roster says; what it does not say stays.
  fileprivate mutating func take(_ draft: MemberDraft) {
    name = draft.name
    sex = draft.sex ?? sex
    birth = draft.birth ?? birth
    phone = draft.phone ?? phone
    height = draft.height ?? height
    verification = draft.verification ?? verification
    texts.merge(draft.texts) { _, new in new }
    extras.merge(draft.extras) { _, new in new }
  }
}
