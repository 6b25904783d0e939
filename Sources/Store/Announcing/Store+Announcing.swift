import GRDB
public import Matchmaking

// The gate (公布). Invariant: the hall is told only of pairs the rule made of slips that can no longer change, one
// at a time, by somebody's word; and a name only while the consents of both hold.

extension Store {
  /// Shows a pair to the hall, and begins to follow it up as a couple, as one act.
  ///
  /// - Parameter badges: in either order.
  /// - Returns: the act; nil where the pair was announced already, which stays as it was.
  /// - Throws: `Refusal.announcing`; where a consent was missing, that is on record.
  @discardableResult
  public func announce(
    _ badges: PairedBadges, as shownAs: ShownAs = .number, at id: EventID, round: Int? = nil
  ) throws -> (announcement: Announcement, act: Act?) {
    do {
      let (announcement, act) = try act(Self.summary(.announcePair, badges)) { writer, summary in
        let (evening, round, entry) = try writer.pair(badges, at: id, round: round)
        summary.event = evening.event.code
        switch entry.state {
        case .announced:
          guard let known = writer.decision(about: badges, round: round, in: evening) else { break }
          throw AnnouncedAlready(announcement: known)
        case .held(let note): throw Refusal.announcing(.held(badges, note: note))
        case .waiting: break
        }
        if shownAs == .name {
          do throws(AnnouncingRefusal) { try writer.checkNames(of: badges, in: evening) } catch {
            throw Refusal.announcing(error)
          }
        }
        let announcement = try writer.decide(
          .announced(shownAs), about: badges, round: round, in: evening)
        try writer.beginCouple(announcement, in: evening)
        return announcement
      }
      return (announcement, act)
    } catch let already as AnnouncedAlready {
      return (already.announcement, nil)
    } catch let refusal as Refusal {
      if case .announcing(.noConsent) = refusal { try record(refusal, badges, at: id) }
      throw refusal
    }
  }

  /// Keeps a pair back, with a note for those at the desks.
  ///
  /// - Returns: nil where it is held with that note already.
  @discardableResult
  public func hold(
    _ badges: PairedBadges, note: String, at id: EventID, round: Int? = nil
  ) throws -> Act? {
    guard !note.isEmpty else { throw Refusal.announcing(.noNote) }
    guard note.count <= Announcement.longestNote else {
      throw Refusal.announcing(.longNote(most: Announcement.longestNote))
    }
    do {
      return try act(Self.summary(.holdPair, badges)) { writer, summary in
        let (evening, round, entry) = try writer.pair(badges, at: id, round: round)
        summary.event = evening.event.code
        switch entry.state {
        case .announced: throw Refusal.announcing(.alreadyAnnounced(badges))
        case .held(note): throw NothingChanged()
        case .held:
          guard let known = writer.decision(about: badges, round: round, in: evening) else { break }
          try writer.run(
            "UPDATE announcement SET note = ? WHERE id = ?", [note, known.id.description])
          return
        case .waiting: break
        }
        _ = try writer.decide(.held(note: note), about: badges, round: round, in: evening)
      }.1
    } catch is NothingChanged {
      return nil
    }
  }

  /// Lets a pair that was held back wait for its announcement again.
  @discardableResult
  public func release(_ badges: PairedBadges, at id: EventID, round: Int? = nil) throws -> Act {
    try act(Self.summary(.releasePair, badges)) { writer, summary in
      let (evening, round, entry) = try writer.pair(badges, at: id, round: round)
      summary.event = evening.event.code
      switch entry.state {
      case .announced: throw Refusal.announcing(.alreadyAnnounced(badges))
      case .waiting: throw Refusal.announcing(.notHeld(badges))
      case .held: break
      }
      guard let known = writer.decision(about: badges, round: round, in: evening) else {
        throw Refusal.announcing(.notHeld(badges))
      }
      try writer.run("DELETE FROM announcement WHERE id = ?", [known.id.description])
    }.1
  }

  private static func summary(_ verb: ActSummary.Verb, _ badges: PairedBadges) -> ActSummary {
    ActSummary(verb, detail: badges.description)
  }

  /// Somebody might have been wronged, so that it was asked for stays on record.
  private func record(_ refusal: Refusal, _ badges: PairedBadges, at id: EventID) throws {
    var summary = Self.summary(.refuseAnnouncement, badges)
    summary.refusal = refusal.code
    _ = try act(summary) { writer, summary in summary.event = try writer.event(id).code }
  }
}

/// Rolls the act back: nothing is announced twice.
private struct AnnouncedAlready: Error { let announcement: Announcement }

extension ActWriter {
  func evening(_ id: EventID) throws -> Evening { try Store.evening(event(id), in: db) }

  /// A pair of a round that is closed, and what became of it.
  ///
  /// - Parameter round: nil is whichever made the pair, one in which it still waits before others.
  fileprivate func pair(
    _ badges: PairedBadges, at id: EventID, round: Int?
  ) throws -> (Evening, round: Int, Gate.Entry) {
    let evening = try evening(id)
    let event = evening.event
    guard event.state != .archived else { throw Refusal.announcing(.archived(event.code)) }
    if let round { _ = try evening.wanted(round) }
    let closed = evening.rounds.filter { !$0.isOpen && (round == nil || $0.number == round) }
    guard !closed.isEmpty else { throw Refusal.announcing(.stillOpen(event.code)) }
    guard badges.a != badges.b else { throw Refusal.announcing(.sameTwice(badges.a)) }
    for badge in [badges.a, badges.b] where evening.guest(wearing: badge) == nil {
      if let now = evening.successor(of: badge) {
        throw Refusal.person(.badgeChanged(badge, now: now))
      }
      throw Refusal.announcing(.noBadge(badge.description))
    }
    let found = try closed.compactMap { round in
      try evening.gate(round: round.number).entry(of: badges).map { (round.number, $0) }
    }
    let standing = found.first { !$0.1.state.isAnnounced } ?? found.last
    guard let (number, entry) = standing else { throw Refusal.announcing(.noPair(badges)) }
    return (evening, number, entry)
  }

  fileprivate func decision(
    about badges: PairedBadges, round: Int, in evening: Evening
  ) -> Announcement? {
    evening.announcements.first { $0.round == round && evening.badges(of: $0) == badges }
  }

  fileprivate func decide(
    _ decision: Announcement.Decision, about badges: PairedBadges, round: Int, in evening: Evening
  ) throws -> Announcement {
    guard let one = evening.guest(wearing: badges.a), let other = evening.guest(wearing: badges.b)
    else { throw Refusal.announcing(.noPair(badges)) }
    let announcement = Announcement(
      id: identifier(), round: round, one: one.id, other: other.id, decision: decision, at: now)
    let (state, shownAs, note): (String, String?, String?) =
      switch decision {
      case .held(let note): ("held", nil, note)
      case .announced(let shownAs): ("announced", shownAs.rawValue, nil)
      }
    try run(
      """
      INSERT INTO announcement (id, event, round, one, other, state, shown_as, note, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        announcement.id.description, evening.event.id.description, round, one.id.description,
        other.id.description, state, shownAs, note, now.milliseconds,
      ])
    return announcement
  }

  /// Whether the hall may see the names of a pair now.
  fileprivate func checkNames(
    of badges: PairedBadges, in evening: Evening
  ) throws(AnnouncingRefusal) {
    guard evening.event.details.showsNames else { throw .namesOff(evening.event.code) }
    for badge in [badges.a, badges.b] {
      guard let guest = evening.guest(wearing: badge) else { throw .noBadge(badge.description) }
      do {
        let consents = try Consents.fetch(guest.registration.member, in: db)
        _ = try consents.proof(of: BigScreenUse.self, on: today)
      } catch let refusal as ConsentRefusal {
        throw .noConsent(badge, refusal)
      } catch {
        // What cannot be read is no consent.
        throw .noConsent(badge, .missing(.bigScreen))
      }
    }
  }
}

extension Consents {
  static func fetch(_ member: MemberID, in db: Database) throws -> Consents {
    Consents(of: member, try ConsentRow.all(of: member, in: db).map(\.consent))
  }
}

extension Announcement {
  static func all(of event: EventID, in db: Database) throws -> [Announcement] {
    try Prepared(
      """
      SELECT id, round, one, other, state, shown_as, note, at FROM announcement WHERE event = ?
      """, in: db
    ).all([event.description], Announcement.init)
  }

  init(_ row: Columns) throws {
    guard let id = AnnouncementID(row.text(0)), let one = RegistrationID(row.text(2)),
      let other = RegistrationID(row.text(3))
    else { throw UnreadableRow(description: "announcement \(row.text(0))") }
    let shownAs = ShownAs(rawValue: row.text(5))
    self.init(
      id: id, round: row.int(1) ?? 1, one: one, other: other,
      decision: shownAs.map { .announced($0) } ?? .held(note: row.text(6)),
      at: Timestamp(milliseconds: row.number(7) ?? 0))
  }
}
