import GRDB
public import Matchmaking

extension Store {
  /// Enters a member by hand.
  ///
  /// - Parameter details: what was typed, by field; a name is needed, a number is handed out where
  ///   none is given.
  /// - Throws: `Refusal.field` for what cannot stand in its field; `Refusal.register(.numberTaken)`.
  @discardableResult
  public func addMember(_ details: [MemberField: String]) throws -> (Member, Act) {
    try act(ActSummary(.addMember)) { writer, summary in
      var details = details
      let number = details.removeValue(forKey: .number).flatMap { $0.allBlank ? nil : $0 }
      var member = Member(id: writer.identifier(), number: "", name: "")
      if let number { try member.take([.number: number], on: context.today) }
      try member.take(details, on: context.today)
      guard !member.name.isEmpty else { throw Refusal.field(.noName) }
      if number == nil { member.number = try writer.freeMemberNumber() }
      try writer.refuseTaken(member.number, for: member.id)
      summary.name = member.name
      return try writer.insert(member)
    }
  }

  /// Changes details of a member: those that are named, the others stay.
  ///
  /// - Parameters:
  ///   - details: what was typed, by field; an empty text takes the detail away.
  ///   - status: where the member stands from now on; nil leaves it.
  /// - Returns: the member as it is now; the act is nil where nothing changed.
  @discardableResult
  public func edit(
    _ id: MemberID, _ details: [MemberField: String], status: MemberStatus? = nil
  ) throws -> (Member, Act?) {
    try changeMember(id, .editMember) { member, _, writer in
      let number = member.number
      try member.take(details, on: context.today)
      if let status { member.status = status }
      if member.number != number { try writer.refuseTaken(member.number, for: id) }
    }
  }

  /// Says where a member stands: single, seeing somebody, married, withdrawn.
  @discardableResult
  public func setStatus(_ status: MemberStatus, of id: MemberID) throws -> (Member, Act?) {
    try changeMember(id, .setStatus) { member, summary, _ in
      member.status = status
      summary.detail = status.rawValue
    }
  }

  private func changeMember(
    _ id: MemberID, _ verb: ActSummary.Verb,
    _ change: (inout Member, inout ActSummary, ActWriter) throws -> Void
  ) throws -> (Member, Act?) {
    do {
      let (_, act) = try act(ActSummary(verb)) { writer, summary in
        let before = try writer.member(id)
        var member = before
        summary.name = member.name
        try change(&member, &summary, writer)
        if member == before { throw NothingChanged() }
        try writer.correct(member, from: before)
        if member.status != before.status { try writer.update(member.status, of: id) }
        if member.sex != before.sex { summary.noteMovedUp(try writer.moveUp(afterPoolsOf: id)) }
        summary.name = member.name
      }
      return (try member(id), act)
    } catch is NothingChanged {
      return (try member(id), nil)
    }
  }

  /// The member of a key.
  ///
  /// - Throws: `Refusal.history(.gone)` where there is none any more.
  public func member(_ id: MemberID) throws -> Member {
    guard let member = try members([id]).first else { throw Refusal.history(.gone) }
    return member
  }
}

/// Rolls the act back, so that what changes nothing leaves nothing in the log.
struct NothingChanged: Error {}

extension Member {
  /// Takes what was typed, field by field in the order of a form, so that birth date and sex are
  /// there when the resident number is compared with them.
  fileprivate mutating func take(_ details: [MemberField: String], on day: Day) throws {
    let extras = details.keys.filter { !MemberField.all.contains($0) }
    for field in MemberField.all + extras {
      guard let text = details[field] else { continue }
      do {
        try set(field, to: text, on: day)
      } catch {
        throw Refusal.field(error)
      }
    }
  }
}

extension ActWriter {
  /// A member as the row has it: whether a verification has run out meanwhile does not show.
  func member(_ id: MemberID) throws -> Member {
    let row = try row(
      "SELECT * FROM member WHERE id = ? AND erased_on IS NULL", [id.description])
    guard let row else { throw Refusal.history(.gone) }
    return try Member(row)
  }

  func update(_ status: MemberStatus, of id: MemberID) throws {
    try run("UPDATE member SET status = ? WHERE id = ?", [status.rawValue, id.description])
  }

  fileprivate func refuseTaken(_ number: String, for id: MemberID) throws {
    let holder = try row(
      "SELECT name FROM member WHERE number = ? AND id <> ?", [number, id.description])
    if let holder {
      throw Refusal.register(.numberTaken(number, holder: try holder.needed("name")))
    }
  }
}

extension String {
  /// Whether nothing in it can be seen.
  fileprivate var allBlank: Bool { allSatisfy(\.isWhitespace) }
}
