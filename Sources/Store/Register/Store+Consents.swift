import GRDB
public import Matchmaking

extension Store {
  /// All that a member ever allowed, with what ended; asks for proofs of what may be made public.
  public func consents(of id: MemberID) throws -> Consents {
    try read { try Consents(of: id, ConsentRow.all(of: id, in: $0).map(\.consent)) }
  }

  /// Notes that a member allows something.
  ///
  /// - Parameters:
  ///   - day: when it was given, as the paper says; nil is today.
  ///   - until: its last day, where it was given with one.
  /// - Returns: nil where a consent holds already; it keeps its older date.
  @discardableResult
  public func giveConsent(
    _ purpose: ConsentPurpose, by id: MemberID, on day: Day? = nil, until: Day? = nil
  ) throws -> Act? {
    let day = day ?? context.today
    if let until, until < day { throw Refusal.consent(.expired(purpose, on: until)) }
    return try changeConsents(of: id, ActSummary(.giveConsent, detail: purpose.rawValue)) {
      consents in
      consents.grant(purpose, on: day, until: until)
    }
  }

  /// Ends every consent of a member for a purpose, from a day on.
  ///
  /// - Throws: `Refusal.consent` where there is none to end.
  @discardableResult
  public func revokeConsent(
    _ purpose: ConsentPurpose, by id: MemberID, on day: Day? = nil
  ) throws -> Act? {
    let day = day ?? context.today
    return try changeConsents(of: id, ActSummary(.revokeConsent, detail: purpose.rawValue)) {
      consents in
      let before = consents
      consents.revoke(purpose, on: day)
      if consents == before {
        throw Refusal.consent(consents.refusal(purpose, on: day) ?? .missing(purpose))
      }
    }
  }

  /// Writes what was added and what was ended; consents are never taken out.
  private func changeConsents(
    of id: MemberID, _ summary: ActSummary, _ change: (inout Consents) throws -> Void
  ) throws -> Act? {
    do {
      return try act(summary) { writer, summary in
        summary.name = try writer.member(id).name
        let rows = try ConsentRow.all(of: id, in: writer.db)
        var consents = Consents(of: id, rows.map(\.consent))
        try change(&consents)
        for (row, consent) in zip(rows, consents.all) where row.consent != consent {
          try writer.run(
            "UPDATE consent SET revoked = ? WHERE id = ?", [consent.revoked?.description, row.id])
        }
        for consent in consents.all.dropFirst(rows.count) {
          try writer.insert(consent, of: id.description)
        }
        if consents.all == rows.map(\.consent) { throw NothingChanged() }
      }.1
    } catch is NothingChanged {
      return nil
    }
  }

  /// What a function that makes something of a member public asks for, today.
  ///
  /// - Throws: `Refusal.consent` without a consent that holds.
  public func proof<Use: ConsentedUse>(
    of use: Use.Type, by id: MemberID
  ) throws -> ConsentProof<Use> {
    do {
      return try consents(of: id).proof(of: use, on: context.today)
    } catch let refusal as ConsentRefusal {
      throw Refusal.consent(refusal)
    }
  }

  /// The card of a member as others may see it, for an issue.
  ///
  /// - Parameter code: what callers to the hotline name.
  /// - Throws: `Refusal.consent` without a consent for the listing, `Refusal.listing` where the
  ///   member is not verified or not looking any more.
  public func listingCard(of id: MemberID, code: String) throws -> ListingCard {
    let (member, proof) = (try member(id), try proof(of: ListingUse.self, by: id))
    do {
      return try ListingCard(member, code: code, proof: proof)
    } catch {
      throw Refusal.listing(error)
    }
  }
}

/// A consent with the key of its row.
struct ConsentRow {
  let id: String
  let consent: Consent

  static func all(of member: MemberID, in db: Database) throws -> [ConsentRow] {
    try all(of: member.description, in: db)
  }

  /// - Parameter member: the key as the file has it.
  static func all(of member: String, in db: Database) throws -> [ConsentRow] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM consent WHERE member = ? ORDER BY id", arguments: [member]
    ).map(ConsentRow.init)
  }

  private init(_ row: Row) throws {
    guard let granted = try row.day("granted") else {
      throw UnreadableRow(description: "granted: empty")
    }
    id = try row.needed("id")
    consent = Consent(
      try row.word("purpose"), granted: granted, until: try row.day("until"),
      revoked: try row.day("revoked"))
  }
}

extension ActWriter {
  /// - Parameter member: the key as the file has it.
  func insert(_ consent: Consent, of member: String) throws {
    let id: Identifier<Consent> = identifier()
    try run(
      """
      INSERT INTO consent (id, member, purpose, granted, until, revoked) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        id.description, member, consent.purpose.rawValue, consent.granted.description,
        consent.until?.description, consent.revoked?.description,
      ])
  }
}
