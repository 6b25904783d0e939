import GRDB
public import Matchmaking

/// What became of an erasing.
public struct Erasure: Sendable {
  public let act: Act
  /// Whether the file was written anew, so that no old page of it holds anything any more. Where it
  /// is not, for want of room or because somebody was reading, `Store.wipe` does it later.
  public let isWiped: Bool
  /// Backups made earlier, which hold the details until newer ones take their places.
  public let olderBackups: [String]
}

extension Store {
  /// What stands in the place of a name that was erased.
  static let erasedName = "〓"

  /// Takes everything personal about members out of the file and its change log, for good.
  ///
  /// Who was never registered for an event is gone, and so are registrations for events that are open and
  /// that they have not come to: the place is somebody else's. Of the others an entry without details
  /// stays, so that the events' counts stay right; it is in no list and no search. What the log says of
  /// them stays without details and names, and cannot be undone.
  ///
  /// - Throws: `Refusal.history(.gone)` where one of them is gone already; then nobody is erased.
  public func erase(_ ids: [MemberID]) throws -> Erasure {
    try eraseAndWipe { pen in
      for id in ids { _ = try pen.member(id) }
      return ids
    }
  }

  func eraseAndWipe(_ choose: (Pen) throws -> [MemberID]) throws -> Erasure {
    let older = path == ":memory:" ? [] : Backups(of: path).all()
    let (_, act) = try act(Deed(.eraseMembers)) { pen, deed in
      let ids = try choose(pen)
      deed.count = ids.count
      let movedUp = try Eraser(ids, on: surroundings.day(of: pen.now), pen: pen).run()
      deed.noteMovedUp(movedUp)
    }
    // The act is done; that old pages are left is told, and nothing is undone by it.
    let isWiped = (try? wipe()) != nil
    return Erasure(act: act, isWiped: isWiped, olderBackups: older)
  }

  /// Writes the whole file anew, so that nothing that was changed or erased is left in its pages or
  /// in the write-ahead log.
  ///
  /// Takes about as long as a backup, and as much room meanwhile.
  public func wipe() throws {
    guard !isReadOnly else { throw unwritable }
    do {
      try guardingAgainstLoss {
        try queue.writeWithoutTransaction { db in
          _ = try vouch(db)
          // The rows of the register may be numbered anew, and stretches are known by the numbers.
          try db.execute(sql: "DELETE FROM search_stretch")
          try db.execute(sql: "VACUUM")
          try db.execute(sql: "DELETE FROM search_stretch")
          if isFile { try db.checkpoint(.truncate) }
          _ = try vouch(db)
        }
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }
}

/// Takes out what tells of some members, in the rows and in the log.
private struct Eraser {
  let pen: Pen
  let day: Day
  let traces: MemberTraces
  /// The newest entry of the log before the erasing.
  let last: Int64

  init(_ ids: [MemberID], on day: Day, pen: Pen) throws {
    self.pen = pen
    self.day = day
    traces = try MemberTraces(of: ids, in: pen.db)
    last = try Change.last(in: pen.db)
  }

  /// - Returns: who got a place in exchange.
  func run() throws -> [Guest] {
    let members = MemberTraces.json(traces.members)
    let movedUp = try pen.cancelRegistrations(of: members)
    for table in ["verification", "consent", "member_alias"] {
      try pen.run(
        "DELETE FROM \(table) WHERE member IN (SELECT value FROM json_each(?))", [members])
    }
    try pen.run(
      """
      DELETE FROM member WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM registration WHERE member = member.id)
      """, [members])
    try empty(members)
    try scrubImages(members)
    try scrubDeeds()
    return movedUp
  }

  /// What stays of somebody who was registered: a key, and that there was somebody.
  private func empty(_ members: String) throws {
    let kept: Set<String> = ["id", "number", "name", "verification"]
    let details = Pen.memberColumns.filter { !kept.contains($0) } + ["verified_until"]
    try pen.run(
      """
      UPDATE member SET \(details.map { "\($0) = NULL" }.joined(separator: ", ")),
        number = 'erased-' || substr(id, -12), name = ?, verification = 'pending',
        status = 'withdrawn', erased_on = ?
      WHERE id IN (SELECT value FROM json_each(?))
      """, [Store.erasedName, day.description, members])
  }

  /// Images keep that there was a change, so that undoing what came before is refused.
  private func scrubImages(_ members: String) throws {
    try pen.run(
      """
      UPDATE change SET before = iif(before IS NULL, NULL, '{}'),
        after = iif(after IS NULL, NULL, '{}')
      WHERE before IS NOT NULL
        AND ("table" = 'member' AND row IN (SELECT value FROM json_each(?1))
          OR "table" IN ('verification', 'consent', 'member_alias')
            AND row IN (SELECT value FROM json_each(?2)))
      """, [members, MemberTraces.json(traces.rows)])
    try pen.run(
      """
      UPDATE change SET before = '{"erased_on":null}',
        after = json_object('erased_on', ?)
      WHERE id > ? AND "table" = 'member' AND after IS NOT NULL
      """, [day.description, last])
  }

  private func scrubDeeds() throws {
    try pen.run(
      """
      UPDATE act SET deed = iif(deed ->> '$.verb' IN ('keep-apart', 'export-member'),
        json_set(deed, '$.name', ?1, '$.detail', ''), json_set(deed, '$.name', ?1))
      WHERE deed ->> '$.name' IS NOT NULL AND (
        sequence IN (SELECT act FROM change WHERE row IN (SELECT value FROM json_each(?2)))
        OR deed ->> '$.detail' IN (SELECT value FROM json_each(?3)))
      """,
      [Store.erasedName, MemberTraces.json(traces.rows), MemberTraces.json(traces.members)])
  }
}
