import GRDB
public import Matchmaking

extension Store {
  /// Takes a roster into the register, as one act.
  ///
  /// Idempotent: a row is the same person as a member of the same number; else of the same phone
  /// and name; else, where the row has no phone, of the same name, birth date and employer. A row
  /// that is known adds what changed; an empty cell takes nothing away.
  ///
  /// - Parameters:
  ///   - rehearsing: counts what would be done and does nothing.
  ///   - next: gives the rows one by one; nil at the end.
  /// - Returns: the counts and the problems met here; the act is nil where nothing changed.
  public func importMembers(
    rehearsing: Bool = false, _ next: (inout ImportSummary) throws -> MemberDraft?
  ) throws -> (ImportSummary, Act?) {
    var summary = ImportSummary()
    do {
      let (_, act) = try act(Deed(.importMembers)) { pen, deed in
        var clerk = try ImportClerk(pen: pen)
        while let draft = try next(&summary) { try clerk.take(draft, into: &summary) }
        deed.count = summary.added + summary.updated
        if rehearsing || deed.count == 0 { throw NothingToKeep() }
      }
      return (summary, act)
    } catch is NothingToKeep {
      return (summary, nil)
    }
  }
}

private struct NothingToKeep: Error {}

/// Finds each row's member and writes what is new.
private struct ImportClerk {
  let pen: Pen
  private var nextNumber: Int

  init(pen: Pen) throws {
    self.pen = pen
    nextNumber = Int(try pen.nextMemberNumber()) ?? 100_001
  }

  mutating func take(_ draft: MemberDraft, into summary: inout ImportSummary) throws {
    summary.rows += 1
    let known = try find(draft)
    guard var member = known else {
      try pen.insert(try newMember(draft))
      summary.added += 1
      return
    }
    if member.name != draft.name, member.phone != draft.phone || draft.phone == nil {
      summary.refused += 1
      summary.problems.append(
        ImportProblem(
          row: draft.row, column: "number", code: .numberTaken,
          evidence: "\(member.number) \(member.name)", isRefusal: true))
      return
    }
    member.take(draft)
    if member == known {
      summary.unchanged += 1
    } else {
      try pen.update(member)
      summary.updated += 1
    }
  }

  private func find(_ draft: MemberDraft) throws -> Member? {
    if let number = draft.number {
      return try pen.row("SELECT * FROM member WHERE number = ?", [number]).map(Member.init)
    }
    if let phone = draft.phone {
      return try pen.row(
        "SELECT * FROM member WHERE phone = ? AND name = ? LIMIT 1", [phone.digits, draft.name]
      ).map(Member.init)
    }
    return try pen.row(
      """
      SELECT * FROM member WHERE name = ? AND birth IS ? AND employer IS ? LIMIT 1
      """, [draft.name, draft.birth?.description, draft.texts[.employer]]
    ).map(Member.init)
  }

  private mutating func newMember(_ draft: MemberDraft) throws -> Member {
    var number = draft.number ?? ""
    while try number.isEmpty || (draft.number == nil && isTaken(number)) {
      number = String(nextNumber)
      nextNumber += 1
    }
    return Member(
      id: pen.identifier(), number: number, name: draft.name, sex: draft.sex, birth: draft.birth,
      phone: draft.phone, height: draft.height, verification: draft.verification ?? .pending,
      texts: draft.texts, extras: draft.extras)
  }

  private func isTaken(_ number: String) throws -> Bool {
    try pen.number("SELECT 1 FROM member WHERE number = ?", [number]) != nil
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
