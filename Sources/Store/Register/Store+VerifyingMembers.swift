import GRDB
public import Matchmaking

extension Store {
  /// Keeps a decision on a member: verified on evidence and until when, or rejected and why.
  ///
  /// - Parameters:
  ///   - record: made by `VerificationRecord.init`, which asks for the evidence.
  ///   - resident: the number on the identity card, read by `ResidentNumber.init`. It is compared
  ///     with birth date, sex and the last four that are known; the last four are kept, and birth
  ///     date and sex where the register did not know them. The rest never comes here.
  /// - Throws: `Refusal.register(.resident)` where the number is another's; nothing is kept then.
  @discardableResult
  public func verify(
    _ id: MemberID, _ record: VerificationRecord, resident: ResidentNumber? = nil
  ) throws -> Act {
    try act(ActSummary(record.outcome == .verified ? .verify : .reject)) { writer, summary in
      let before = try writer.member(id)
      var member = before
      summary.name = member.name
      if let resident {
        guard resident.birth <= context.today else {
          throw Refusal.register(.resident(.invalid))
        }
        if let fault = resident.fault(against: member) { throw Refusal.register(.resident(fault)) }
        member.take(resident)
      }
      member.verification = record.outcome == .verified ? .verified : .rejected
      try writer.insert(record, of: id)
      try writer.correct(member, from: before)
      try writer.setVerifiedUntil(record.until, of: id)
    }.1
  }

  /// Puts a member back among those to be verified, whatever was decided; the records stay.
  ///
  /// - Returns: nil where the member is pending already.
  @discardableResult
  public func reopenVerification(of id: MemberID) throws -> Act? {
    do {
      return try act(ActSummary(.reopenVerification)) { writer, summary in
        var member = try writer.member(id)
        if member.verification == .pending { throw NothingChanged() }
        summary.name = member.name
        member.verification = .pending
        try writer.rewrite(member)
        try writer.setVerifiedUntil(nil, of: id)
      }.1
    } catch is NothingChanged {
      return nil
    }
  }

  /// All decisions on a member, the newest last.
  public func verifications(of id: MemberID) throws -> [VerificationRecord] {
    try read { try VerificationRecord.all(of: id, in: $0) }
  }

  /// The last day a member's verification holds; nil where it has none, or came with a roster.
  public func verifiedUntil(_ id: MemberID) throws -> Day? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT verified_until FROM member WHERE id = ?", arguments: [id.description]
      )?.day("verified_until")
    }
  }

  /// Who waits for a verification: pending first, then expired, both in the order of numbers.
  ///
  /// Whoever is married or withdrew waits for none.
  public func verificationQueue() throws -> [Member] {
    let today = context.today
    return try read { db in
      var queue: [Member] = []
      let waiting = """
        erased_on IS NULL AND (status = 'single' OR status = 'seeing')
          AND \(Verification.standing(of: "", on: "?")) IN ('pending', 'expired')
        ORDER BY verification <> 'pending', length(number), number
        """
      try Member.each(waiting, [today.description], on: today, in: db) { queue.append($0) }
      return queue
    }
  }
}

extension Member {
  fileprivate mutating func take(_ resident: ResidentNumber) {
    texts[.residentDigits] = resident.lastFour
    if sex == nil { sex = resident.sex }
    if birth?.day == nil {
      let day = resident.birth
      birth = BirthDate(year: day.year, month: day.month, day: day.day)
    }
  }
}

extension ActWriter {
  fileprivate func insert(_ record: VerificationRecord, of member: MemberID) throws {
    let id: Identifier<VerificationRecord> = identifier()
    try run(
      """
      INSERT INTO verification (id, member, outcome, decided_by, decided_on, evidence, until, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id.description, member.description, record.outcome.rawValue, record.by,
        record.on.description, record.evidence.map(\.rawValue).sorted().joined(separator: " "),
        record.until?.description, record.note,
      ])
  }

  func setVerifiedUntil(_ day: Day?, of member: MemberID) throws {
    try run(
      "UPDATE member SET verified_until = ? WHERE id = ?", [day?.description, member.description])
  }
}

extension VerificationRecord {
  static func all(of member: MemberID, in db: Database) throws -> [VerificationRecord] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM verification WHERE member = ? ORDER BY id",
      arguments: [member.description]
    ).map { try VerificationRecord($0) }
  }

  /// What was asked for when it was made need not be asked for today.
  private init(_ row: Row) throws {
    guard let on = try row.day("decided_on") else {
      throw UnreadableRow(description: "decided_on: empty")
    }
    let evidence = (try row.needed("evidence") as String).split(separator: " ")
    do {
      try self.init(
        row.word("outcome"), by: row.needed("decided_by"), on: on,
        evidence: Set(evidence.compactMap { Evidence(rawValue: String($0)) }),
        until: row.day("until"), note: row.needed("note"), rule: VerificationRule(required: []))
    } catch let refusal as VerificationRefusal {
      throw UnreadableRow(description: "verification: \(refusal.code)")
    }
  }
}
