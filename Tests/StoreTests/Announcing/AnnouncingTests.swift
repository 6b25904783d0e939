import Matchmaking
import Testing

@testable import Store

/// M1 and F1, M2 and F2 pick each other; M3 picks F3 in vain.
struct GateEvening {
  let store: Store
  let event: EventID
  let guests: [Guest]
  static let first = PairedBadges(Badge(.men, 1), Badge(.women, 1))
  static let second = PairedBadges(Badge(.men, 2), Badge(.women, 2))

  init(_ store: Store? = nil, showsNames: Bool = true, isClosed: Bool = true) throws {
    let store = try store ?? Store.inMemory(context: .fixed())
    self.store = store
    var form = try Store.form()
    form.details.showsNames = showsNames
    (event, guests) = try store.makeEvening(form, men: 3, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
    for (picker, chosen) in [
      (Badge(.men, 1), Badge(.women, 1)), (Badge(.women, 1), Badge(.men, 1)),
      (Badge(.men, 2), Badge(.women, 2)), (Badge(.women, 2), Badge(.men, 2)),
      (Badge(.men, 3), Badge(.women, 3)), (Badge(.women, 3), Badge(.men, 1)),
    ] { try store.save(Ballot(picker: picker, choices: [chosen]), for: event) }
    if isClosed { try store.close(event) }
  }

  func member(_ badge: Badge) throws -> MemberID {
    try #require(try store.evening(event).guest(wearing: badge)).registration.member
  }

  func consent(_ purpose: ConsentPurpose, _ badges: PairedBadges) throws {
    for badge in [badges.a, badges.b] { try store.giveConsent(purpose, by: member(badge)) }
  }

  var states: [String] { get throws { try store.evening(event).gate().entries.map(\.state.word) } }
}

@Suite struct `The gate` {
  let evening: GateEvening
  var store: Store { evening.store }
  private let first = GateEvening.first
  private let second = GateEvening.second

  init() throws { evening = try GateEvening() }

  @Test func `lets pairs out one by one, in the order in which they are announced`() throws {
    #expect(try evening.states == ["waiting", "waiting"])
    try store.announce(second, at: evening.event)
    #expect(try evening.states == ["waiting", "announced"])
    #expect(try store.evening(evening.event).gate().next == first)
    try store.announce(first, at: evening.event)
    let told = try store.evening(evening.event)
    #expect(told.announced.compactMap(told.badges) == [second, first])
    #expect(try store.evening(evening.event).gate().next == nil)
  }

  @Test func `announcing twice changes nothing, however it is to be shown`() throws {
    try store.announce(first, at: evening.event)
    try evening.consent(.bigScreen, first)
    let (before, acts) = (try store.contents(), try store.acts(limit: 100).count)
    for shownAs in ShownAs.allCases {
      let (announcement, act) = try store.announce(first, as: shownAs, at: evening.event)
      #expect(act == nil && announcement.shownAs == .number)
    }
    #expect(try store.contents() == before)
    #expect(try store.acts(limit: 100).count == acts)
  }

  @Test func `a pair that is held back is not announced before it is let go`() throws {
    try store.hold(first, note: "等家人", at: evening.event)
    #expect(throws: Refusal.announcing(.held(first, note: "等家人"))) {
      try store.announce(first, at: evening.event)
    }
    #expect(try store.hold(first, note: "等家人", at: evening.event) == nil)
    try store.hold(first, note: "改日", at: evening.event)
    #expect(
      try store.evening(evening.event).gate().entry(of: first)?.state == .held(note: "改日"))
    try store.release(first, at: evening.event)
    #expect(throws: Refusal.announcing(.notHeld(first))) {
      try store.release(first, at: evening.event)
    }
    try store.announce(first, at: evening.event)
    for step in [
      { _ = try store.hold(first, note: "晚了", at: evening.event) },
      { _ = try store.release(first, at: evening.event) },
    ] { #expect(throws: Refusal.announcing(.alreadyAnnounced(first))) { try step() } }
  }

  static let strangers: [(PairedBadges, AnnouncingRefusal)] = [
    (.init(Badge(.men, 3), Badge(.women, 3)), .noPair(.init(Badge(.men, 3), Badge(.women, 3)))),
    (.init(Badge(.men, 1), Badge(.women, 3)), .noPair(.init(Badge(.men, 1), Badge(.women, 3)))),
    (.init(Badge(.men, 1), Badge(.women, 2)), .noPair(.init(Badge(.men, 1), Badge(.women, 2)))),
    (.init(Badge(.men, 1), Badge(.men, 2)), .noPair(.init(Badge(.men, 1), Badge(.men, 2)))),
    (.init(Badge(.men, 1), Badge(.men, 1)), .sameTwice(Badge(.men, 1))),
    (.init(Badge(.men, 9), Badge(.women, 1)), .noBadge("M09")),
    (.init(Badge(.men, 1), Badge(.women, 99)), .noBadge("F99")),
    (.init(Badge(.everyone, 1), Badge(.women, 1)), .noBadge("G01")),
  ]

  @Test(arguments: strangers)
  func `only what the rule made goes through, and whom somebody picked in vain is not told`(
    badges: PairedBadges, refusal: AnnouncingRefusal
  ) throws {
    let before = try store.contents()
    for step in [
      { _ = try store.announce(badges, at: evening.event) },
      { _ = try store.hold(badges, note: "x", at: evening.event) },
      { _ = try store.release(badges, at: evening.event) },
    ] { #expect(throws: Refusal.announcing(refusal)) { try step() } }
    #expect(try store.contents() == before)
  }

  @Test func `nothing is announced while picking is open`() throws {
    let open = try GateEvening(isClosed: false)
    #expect(throws: Refusal.announcing(.stillOpen("QX"))) {
      try open.store.announce(first, at: open.event)
    }
    #expect(try open.store.evening(open.event).gate().entries.isEmpty)
  }

  @Test(arguments: ["", String(repeating: "长", count: 201)])
  func `a note is neither empty nor a letter`(note: String) {
    #expect(throws: Refusal.self) { try store.hold(first, note: note, at: evening.event) }
  }

  @Test func `each step is undone and done again`() throws {
    let start = try store.contents()
    try store.hold(first, note: "等", at: evening.event)
    try store.release(first, at: evening.event)
    try store.announce(first, at: evening.event)
    let end = try store.contents()
    for _ in 0..<3 { try store.undo() }
    #expect(try store.contents() == start)
    for _ in 0..<3 { try store.redo() }
    #expect(try store.contents() == end)
  }

  @Test func `picking is not opened again once something was announced, from no desk`() throws {
    let other = store.secondDesk()
    try other.announce(first, at: evening.event)
    let told = ActSummary(.announcePair, event: "QX", detail: first.description)
    #expect(throws: Refusal.history(.changedSince(told))) { try store.undo(station: "A") }
    #expect(try store.evening(evening.event).event.state == .closed)
    try other.undo(station: "B")
    try store.undo(station: "A")
    #expect(try store.evening(evening.event).event.state == .open)
  }

  @Test func `neither rule nor slips change once picking is closed`() throws {
    try store.announce(first, at: evening.event)
    let event = try store.evening(evening.event).event
    var form = EventForm(event)
    form.rule = .all
    #expect(throws: Refusal.event(.alreadyClosed("QX"))) { try store.edit(event.id, form) }
    #expect(throws: Refusal.self) {
      try store.save(
        Ballot(picker: Badge(.men, 1), choices: []), for: event.id, .correction)
    }
  }

  @Test func `a desk that undid a release after the announcement is refused, not broken`() throws {
    try store.hold(first, note: "等", at: evening.event)
    try store.release(first, at: evening.event)
    let other = store.secondDesk()
    try other.announce(first, at: evening.event)
    #expect(throws: Refusal.self) { try store.undo(station: "A") }
    #expect(try evening.states == ["announced", "waiting"])
  }
}

@Suite struct `Names at the gate` {
  private let first = GateEvening.first

  /// What each of the two consented to, and whether the names may be shown.
  static let consents: [(a: Bool, b: Bool, shows: Bool, isShown: Bool)] = [
    (true, true, true, true), (true, false, true, false), (false, true, true, false),
    (false, false, true, false), (true, true, false, false),
  ]

  @Test(arguments: consents) func `go out only where event and both allow it`(
    a: Bool, b: Bool, shows: Bool, isShown: Bool
  ) throws {
    let evening = try GateEvening(showsNames: shows)
    let store = evening.store
    if a { try store.giveConsent(.bigScreen, by: evening.member(first.a)) }
    if b { try store.giveConsent(.bigScreen, by: evening.member(first.b)) }
    let act = try? store.announce(first, as: .name, at: evening.event).act
    #expect((act != nil) == isShown)
    #expect(try store.showing(of: "QX")?.pairs.first?.names.count == (isShown ? 2 : nil))
    // The number is nobody's secret.
    if !isShown { #expect(try store.announce(first, at: evening.event).act != nil) }
  }

  @Test func `a consent revoked a minute ago is refused, naming the number, and on record`() throws
  {
    let evening = try GateEvening()
    let store = evening.store
    try evening.consent(.bigScreen, first)
    try store.revokeConsent(.bigScreen, by: evening.member(first.b))
    do {
      try store.announce(first, as: .name, at: evening.event)
      Issue.record("announced")
    } catch Refusal.announcing(.noConsent(let badge, .revoked)) {
      #expect(badge == first.b)
    }
    let record = try #require(try store.acts(limit: 1).first)
    #expect(record.summary.verb == .refuseAnnouncement)
    #expect(record.summary.refusal == "consent-revoked" && record.summary.detail == "M01 F01")
    #expect(try store.showing(of: "QX")?.pairs.isEmpty == true)
    // The record is no step that undo would stop at.
    #expect(try store.undo().summary.verb == .revokeConsent)
  }

  @Test func `leave the wall with the consent, and the numbers stay`() throws {
    let evening = try GateEvening()
    let store = evening.store
    try evening.consent(.bigScreen, first)
    try store.announce(first, as: .name, at: evening.event)
    #expect(try store.showing(of: "QX")?.pairs.first?.names.count == 2)
    try store.revokeConsent(.bigScreen, by: evening.member(first.a))
    let pair = try #require(try store.showing(of: "QX")?.pairs.first)
    #expect(pair.names.isEmpty && pair.badges == [first.a, first.b])
    try store.undo()
    #expect(try store.showing(of: "QX")?.pairs.first?.names.count == 2)
    var form = EventForm(try store.evening(evening.event).event)
    form.details.showsNames = false
    _ = try store.edit(evening.event, form)
    #expect(try store.showing(of: "QX")?.pairs.first?.names.isEmpty == true)
  }

  @Test func `what was taken back is off the wall at once`() throws {
    let evening = try GateEvening()
    try evening.store.announce(first, at: evening.event)
    #expect(try evening.store.showing(of: "QX")?.pairs.count == 1)
    try evening.store.undo()
    #expect(try evening.store.showing(of: "QX")?.pairs.isEmpty == true)
  }
}
