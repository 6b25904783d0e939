import GRDB
public import Matchmaking

/// What became of an erasing.
public struct Erasure: Sendable {
  public let act: Act
  /// Whether the file was written anew, so that no old page of it holds anything any more. Where it
  /// is not, for want of room or because somebody was reading, `Store.wipe` does it later.
  public let isWiped: Bool
  public let rest: ErasureRest
}

/// What goes with an erasing, and what of somebody it leaves, to be told.
public struct ErasureRest: Sendable {
  /// Filters that ask for them by name; they are taken away.
  public var filters: [String] = []
  /// Where texts of others name them; nil where so many are erased that it was not looked for.
  public var mentions: [Mention]? = []
  /// When everything about one of them was handed out as a file, and by whom.
  public var handedOut: [Act] = []
  /// Copies of the file, made earlier, that hold them or cannot be read.
  public var copies: [StoreCopyReport] = []
  /// What nobody else is called or found by, to be looked for in other files.
  public var texts: [String] = []
}

/// What is to be erased beside the members themselves.
public struct ErasingScope: Hashable, Sendable {
  /// Names, numbers or phones of people of whom only the log still tells.
  public var words: [String] = []
  /// Also out of what other members' texts say of them.
  public var replacesTexts = false

  /// A word that stands in more texts than these is not the name of somebody nobody knows.
  static let mostTexts = 20

  public init(words: [String] = [], replacesTexts: Bool = false) {
    self.words = words
    self.replacesTexts = replacesTexts
  }
}

extension Store {
  /// What stands in the place of a name that was erased.
  static let erasedName = "〓"

  /// Takes everything personal about members out of the file and its change log, for good.
  ///
  /// Who was never registered for an event is gone, and so are registrations for events that are open and
  /// that they have not come to: the place is somebody else's. Of the others an entry without details
  /// stays, so that the events' counts stay right; it is in no list and no search. What the log says of
  /// them stays without details and names, and cannot be undone. Texts of others that name them are told.
  ///
  /// - Throws: `Refusal.history(.gone)` where one of them is gone already, or where nothing tells of
  ///   them; then nobody is erased.
  public func erase(_ ids: [MemberID], _ scope: ErasingScope = ErasingScope()) throws -> Erasure {
    try eraseAndWipe(scope) { try choose(ids, scope, $0) }
  }

  /// What an erasing would take along and what it would leave; nothing is changed.
  public func rehearseErasing(
    _ ids: [MemberID], _ scope: ErasingScope = ErasingScope()
  ) throws -> ErasureRest {
    var found: Erased?
    do {
      _ = try act(ActSummary(.eraseMembers)) { writer, _ in
        found = try erase(try choose(ids, scope, writer), scope, writer)
        throw NothingChanged()
      }
    } catch is NothingChanged {}
    guard let found else { return ErasureRest() }
    return try rest(found, act: nil)
  }

  private func choose(_ ids: [MemberID], _ scope: ErasingScope, _ writer: ActWriter) throws
    -> [MemberID]
  {
    for id in ids { _ = try writer.member(id) }
    for word in scope.words where try !writer.db.tells(of: word, scope) {
      throw Refusal.history(.gone)
    }
    return ids
  }

  /// Whether there is anything to be erased of somebody of this name, number or phone who is no member.
  public func tells(of word: String, _ scope: ErasingScope) throws -> Bool {
    try read { try $0.tells(of: word, scope) }
  }

  func eraseAndWipe(
    _ scope: ErasingScope = ErasingScope(), _ choose: (ActWriter) throws -> [MemberID]
  ) throws -> Erasure {
    let (erased, act) = try act(ActSummary(.eraseMembers)) { writer, summary in
      let ids = try choose(writer)
      summary.count = ids.count + scope.words.count
      let erased = try erase(ids, scope, writer)
      summary.noteMovedUp(erased.movedUp)
      return erased
    }
    // The act is done; that old pages are left is told, and nothing is undone by it.
    let isWiped = (try? wipe()) != nil
    return Erasure(act: act, isWiped: isWiped, rest: try rest(erased, act: act))
  }

  private struct Erased {
    var rest = ErasureRest()
    var members: Set<String> = []
    /// Who got a place in exchange.
    var movedUp: [Guest] = []
  }

  private func erase(_ ids: [MemberID], _ scope: ErasingScope, _ writer: ActWriter) throws -> Erased
  {
    var erased = Erased()
    erased.rest.handedOut = try writer.db.handedOut(ids)
    let eraser = try Eraser(
      ids, words: scope.words, on: context.day(of: writer.now), writer: writer)
    let (movedUp, needles, filters, asking) = try eraser.run(replacing: scope.replacesTexts)
    erased.movedUp = movedUp
    erased.rest.filters = filters
    erased.rest.mentions =
      needles.areTooMany ? nil : try Mentions(of: needles, in: writer.db).all() + asking
    erased.members = eraser.members
    if !needles.areTooMany { erased.rest.texts = needles.all.map(\.text) }
    return erased
  }

  private func rest(_ erased: Erased, act: Act?) throws -> ErasureRest {
    var rest = erased.rest
    guard isFile else { return rest }
    let key = try act.flatMap { act in
      try read { try BackupRank.id(of: act.sequence, in: $0) }.flatMap { RawKey($0) }
    }
    let erasing = TraceScan.Erasing(
      act: key, members: Set(erased.members.compactMap { RawKey($0) }))
    rest.copies = reports(TraceScan([erasing], texts: rest.texts)).filter {
      $0.holdsErased != false
    }
    return rest
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
          try db.forgetStretches()
          try db.execute(sql: "VACUUM")
          try db.forgetStretches()
          if isFile { try db.checkpoint(.truncate) }
          _ = try vouch(db)
        }
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }
}

extension Database {
  /// Acts by which everything about members was handed out.
  fileprivate func handedOut(_ ids: [MemberID]) throws -> [Act] {
    try Row.fetchAll(
      self,
      sql: Store.actSelection + """
         WHERE summary ->> '$.verb' = 'export-member'
          AND summary ->> '$.detail' IN (SELECT value FROM json_each(?)) ORDER BY sequence
        """, arguments: [MemberTraces.json(MemberTraces(of: ids, in: self).members)]
    ).map(Act.init)
  }

  /// Whether the log tells of somebody who is no member: by an entry that was taken back, the name of
  /// somebody who was turned away, a filter that asks for them; where texts are meant, a few of those.
  fileprivate func tells(of word: String, _ scope: ErasingScope) throws -> Bool {
    let texts = TellingTexts(words: [word])
    if try !MemberTraces.gone(texts, by: .anything, in: self).isEmpty { return true }
    let isNamed = try Prepared(
      """
      SELECT 1 FROM act WHERE summary ->> '$.name' IN (SELECT value FROM json_each(?1))
        AND NOT EXISTS (SELECT 1 FROM member WHERE name = summary ->> '$.name')
        AND summary ->> '$.verb' NOT IN (SELECT value FROM json_each(?2)) LIMIT 1
      """, in: self
    ).first([JSONText.list(texts.names), Eraser.eventVerbs]) { _ in true }
    if isNamed == true { return true }
    let needles = try Needles(of: texts, in: self)
    let filters = try Prepared("SELECT name || char(10) || terms FROM saved_filter", in: self)
      .all([]) { $0.text(0) }
    if filters.contains(where: { needles.areIn($0) }) { return true }
    guard scope.replacesTexts else { return false }
    let count = try Mentions(of: needles, in: self).all().reduce(0) { $0 + $1.count }
    return (1...ErasingScope.mostTexts).contains(count)
  }
}
