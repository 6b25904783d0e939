import GRDB
import Matchmaking

/// Sees to it that undoing and redoing are no way around the door.
///
/// Both put registrations back as they were. Meanwhile the place may be somebody else's, and the
/// register may have learnt what speaks against the person.
struct Readmission {
  private let act: Int64
  private let kind: Act.Kind
  private let summary: ActSummary
  private let writer: ActWriter
  private let rows: [String]
  private let before: [String: Guest]

  /// - Parameters:
  ///   - act: whose changes are reversed.
  ///   - summary: what is undone or done again.
  init(_ act: Int64, by kind: Act.Kind, of summary: ActSummary, writer: ActWriter) throws {
    self.act = act
    self.kind = kind
    self.summary = summary
    self.writer = writer
    rows = try Prepared(
      "SELECT DISTINCT row FROM change WHERE id >= ? AND id < ? AND \"table\" = 'registration'",
      in: writer.db
    ).all([
      try Change.first(from: act, in: writer.db), try Change.first(from: act + 1, in: writer.db),
    ]) {
      $0.text(0)
    }
    before = try Readmission.guests(rows, in: writer)
  }

  /// Reverses the act's changes, and refuses where somebody would get by who may not.
  func judging(_ reverse: () throws -> Void) throws {
    try reverse()
    guard !rows.isEmpty else { return }
    let after = try Readmission.guests(rows, in: writer).values.sorted { $0.id < $1.id }
    if kind == .redo, isWayIn {
      for guest in after where isComing(guest) { try refuseWhoMayNotCome(guest) }
    }
    let gained = after.filter { $0.hasPlace && standing($0)?.hasPlace != true }
    for event in Set(gained.map(\.registration.event)) {
      try refuseTakenPlace(
        at: writer.event(event), gained.filter { $0.registration.event == event })
    }
  }

  /// Whether the door, or whoever registered, looked at the person, or the waiting list moved up. What the
  /// organizer let pass then is kept with the registration.
  private var isWayIn: Bool {
    [.checkIn, .walkIn, .register, .unregister, .decline, .editEvent, .editMember].contains(
      summary.verb)
  }

  /// How somebody stood before; nil for who was not registered.
  private func standing(_ guest: Guest) -> Registration.Status? {
    before[guest.id.description]?.registration.status
  }

  /// Whether somebody gets further in than they were. Who only stepped out was not asked anew.
  private func isComing(_ guest: Guest) -> Bool {
    let before = standing(guest)
    switch guest.registration.status {
    case .checkedIn: return before?.hasAttended != true
    case .registered: return before == nil || before == .declined || before == .waitlisted
    case .waitlisted: return before == nil || before == .declined
    case .left, .declined, .noShow: return false
    }
  }

  private func refuseWhoMayNotCome(_ guest: Guest) throws {
    let event = try writer.event(guest.registration.event)
    let way: WayIn = guest.registration.status.hasAttended ? .door : .registration
    // A badge that was printed before somebody's sex was corrected waits for the door, which compares.
    if way == .door, let badge = guest.badge, guest.isMisplaced(at: event) {
      throw Refusal.door(.wrongPool(badge), name: guest.name)
    }
    let credentials = try guest.judged(at: event, in: writer.db).credentials
    let objection = event.objections(to: credentials, at: way)
      .first { !guest.registration.waived.contains($0) }
    if let objection { throw Refusal.door(.ineligible(objection), name: guest.name) }
  }

  /// Refuses where there is no place left because somebody else took it since.
  ///
  /// That the hall is over full is not enough: the organizer may have let in more than it takes, and what
  /// was then is what undoing leads back to.
  private func refuseTakenPlace(at event: Event, _ gained: [Guest]) throws {
    let headcounts = try writer.headcounts(of: event.id)
    for (places, _, pool) in event.capacity.exceeded(headcounts) {
      let first = gained.first { pool == nil || $0.registration.pool == pool }
      guard let first, try placesTaken(at: event.id, in: pool) > 0 else { continue }
      throw Refusal.door(.full(capacity: places, of: pool), name: first.name)
    }
  }

  /// How many more have a place than when the act was done, but for those it concerns.
  ///
  /// - Parameter pool: of these alone; nil for all. Who changed pools counts where they are now.
  private func placesTaken(at event: EventID, in pool: Pool?) throws -> Int {
    let own = Set(rows)
    var had: [String: (place: Bool, pool: Pool?)] = [:]
    let since = try Prepared(
      """
      SELECT row, before IS NULL, before ->> '$.status', before ->> '$.pool' FROM change
      WHERE id >= ?1 AND act < (SELECT max(sequence) FROM act) AND "table" = 'registration'
        AND (before IS NULL OR before ->> '$.status' IS NOT NULL)
        AND ifnull((SELECT event FROM registration WHERE id = row), before ->> '$.event') = ?2
      ORDER BY id
      """, in: writer.db)
    try since.each([try Change.first(from: act + 1, in: writer.db), event.description]) { change in
      let row = change.text(0)
      if !own.contains(row), had[row] == nil {
        had[row] = (
          Registration.Status(rawValue: change.text(2))?.hasPlace ?? false,
          Pool(rawValue: change.text(3))
        )
      }
      return true
    }
    let have = try Readmission.guests(Array(had.keys), in: writer)
    return had.reduce(0) { count, one in
      let now = have[one.key]
      guard pool == nil || (now?.registration.pool ?? one.value.pool) == pool else { return count }
      return count + ((now?.hasPlace ?? false) ? 1 : 0) - (one.value.place ? 1 : 0)
    }
  }

  private static func guests(_ rows: [String], in writer: ActWriter) throws -> [String: Guest] {
    var guests: [String: Guest] = [:]
    for row in rows { guests[row] = try Guest.find("r.id = ?", [row], in: writer.db) }
    return guests
  }
}

extension Guest {
  fileprivate var hasPlace: Bool { registration.status.hasPlace }
}

extension Registration.Status {
  /// Whether a place is this person's; who left has theirs only until it is taken.
  fileprivate var hasPlace: Bool { self == .registered || self == .checkedIn }
}
