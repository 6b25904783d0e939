import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Couples that are followed up` {
  let evening: GateEvening
  var store: Store { evening.store }
  private let first = GateEvening.first

  init() throws {
    evening = try GateEvening()
    try evening.store.announce(GateEvening.first, at: evening.event)
  }

  private func advance(_ stage: CoupleStage, on day: String = "2026-08-01") throws {
    try store.advance(
      evening.member(first.b), evening.member(first.a), to: stage, on: Store.day(day),
      evidence: "见过证件")
  }

  @Test func `begin with the announcement, in one act, and go with it`() throws {
    let couple = try #require(try store.couples().first)
    #expect(couple.couple.stage == .paired && couple.event?.code == "QX")
    #expect(
      Set([couple.one.id, couple.other.id]) == [
        try evening.member(first.a), try evening.member(first.b),
      ])
    try store.undo()
    #expect(try store.couples().isEmpty)
  }

  @Test func `an announcement is not undone under a couple that went on`() throws {
    try advance(.inLove, on: "2026-08-06")
    #expect(try store.couples().first?.couple.stage == .inLove)
    try store.undo()
    #expect(try store.couples().first?.couple.stage == .paired)
    let other = store.secondDesk()
    try other.advance(
      evening.member(first.a), evening.member(first.b), to: .inLove, on: Store.day("2026-08-06"),
      evidence: "见过")
    #expect(throws: Refusal.self) { try store.undo(station: "A") }
  }

  @Test func `nobody else is one`() throws {
    let strangers = (try evening.member(Badge(.men, 3)), try evening.member(Badge(.women, 3)))
    #expect(throws: Refusal.self) {
      try store.advance(
        strangers.0, strangers.1, to: .inLove, on: Store.day("2026-08-06"), evidence: "x")
    }
    #expect(throws: Refusal.self) {
      try store.advance(
        strangers.0, strangers.0, to: .inLove, on: Store.day("2026-08-06"), evidence: "x")
    }
  }

  /// How far they are, and whether they may come to an event of that kind.
  static let ways: [(CoupleStage?, EventKind, Bool)] = [
    (nil, .mixer, true), (.inLove, .mixer, false), (.engaged, .special, false),
    (.married, .mixer, false), (.wedding, .broadcast, false), (.ended, .mixer, true),
    (.inLove, .wedding, true), (.inLove, .talk, true),
  ]

  @Test(arguments: ways) func `who is in love is not registered for another mixer`(
    stage: CoupleStage?, kind: EventKind, isWelcome: Bool
  ) throws {
    if let stage { try advance(stage, on: "2026-08-06") }
    var form = try Store.form("Q2")
    form.kind = kind
    let (event, _) = try store.create(form)
    for badge in [first.a, first.b] {
      let enrolment = Enrolment(member: try evening.member(badge))
      let (results, _) = try store.register([enrolment], for: event.id)
      #expect(results.allSatisfy { (try? $0.get()) != nil } == isWelcome)
      guard !isWelcome else { continue }
      #expect(try store.refusals(of: event.id).first?.code == "already-a-couple")
      let (again, _) = try store.register([enrolment], for: event.id, overriding: true)
      let guest = try #require(try again.first?.get())
      #expect(guest.registration.waived == [.alreadyACouple])
      // What the organizer let pass is not asked again.
      try store.checkIn(guest.id)
    }
  }

  @Test func `a walk-in is asked too`() throws {
    try advance(.inLove, on: "2026-08-06")
    let (event, _) = try store.create(Store.form("Q2"))
    let member = try evening.member(first.a)
    #expect(throws: Refusal.self) {
      try store.walkIn(.member(member, sex: nil), to: event.id, overriding: false)
    }
    _ = try store.walkIn(.member(member, sex: nil), to: event.id, overriding: true)
  }

  @Test func `two who parted begin anew with the next announcement`() throws {
    try advance(.inLove, on: "2026-08-06")
    try advance(.ended, on: "2026-08-06")
    let members = (try evening.member(first.a), try evening.member(first.b))
    let (event, _) = try store.create(Store.form("Q2"))
    let (results, _) = try store.register(
      [Enrolment(member: members.0), Enrolment(member: members.1)], for: event.id)
    for guest in try results.map({ try $0.get() }) { try store.checkIn(guest.id) }
    try store.save(Ballot(picker: first.a, choices: [first.b]), for: event.id)
    try store.save(Ballot(picker: first.b, choices: [first.a]), for: event.id)
    try store.close(event.id)
    try store.announce(first, at: event.id)
    let couples = try store.couples()
    #expect(couples.count == 1)
    #expect(couples.first?.couple.steps.map(\.stage) == [.paired, .inLove, .ended, .paired])
  }

  @Test func `notes and evidence go with a member who is erased, from rows and log`() throws {
    try store.hold(GateEvening.second, note: "等王五的妈妈", at: evening.event)
    try store.hold(GateEvening.second, note: "等王五的爸爸", at: evening.event)
    try store.release(GateEvening.second, at: evening.event)
    try store.hold(GateEvening.second, note: "王五来了", at: evening.event)
    try advance(.inLove, on: "2026-08-06")
    _ = try store.erase([evening.member(first.a), evening.member(GateEvening.second.b)])
    let (notes, evidence) = try store.read { db in
      (
        try String.fetchAll(db, sql: "SELECT note FROM announcement WHERE note IS NOT NULL"),
        try String.fetchAll(db, sql: "SELECT evidence FROM couple_step WHERE evidence IS NOT NULL")
      )
    }
    #expect(notes.isEmpty && evidence.isEmpty)
    let log = try store.read { db in
      try String.fetchAll(
        db, sql: "SELECT ifnull(before, '') || ifnull(after, '') FROM change"
      ).joined()
    }
    for word in ["王五", "见过"] { #expect(!log.contains(word), "\(word)") }
    #expect(try store.couples().count == 1)
    #expect(try store.verify() == [])
  }

  @Test func `evidence goes also where the couple itself was taken back`() throws {
    try advance(.inLove, on: "2026-08-06")
    for _ in 0..<2 { try store.undo() }
    #expect(try store.couples().isEmpty)
    _ = try store.erase([evening.member(first.a)])
    let log = try store.read { db in
      try String.fetchAll(
        db, sql: "SELECT ifnull(before, '') || ifnull(after, '') FROM change"
      ).joined()
    }
    #expect(!log.contains("见过"))
    #expect(try store.verify() == [])
  }

  @Test func `contacts are handed out only with a record, which undo stops at`() throws {
    let (pairs, act) = try store.announcedPairs(of: evening.event, noting: .listContacts)
    #expect(pairs.map(\.badges) == [first] && act?.summary.count == 1)
    #expect(!(try #require(pairs.first)).mayExchange)
    #expect(throws: Refusal.self) { try store.undo() }
    try evening.consent(.contact, first)
    #expect(try store.announcedPairs(of: evening.event).first?.mayExchange == true)
    try store.revokeConsent(.contact, by: evening.member(first.b))
    #expect(try store.announcedPairs(of: evening.event).first?.mayExchange == false)
  }

  @Test func `stay couples where one of them was entered twice`() throws {
    try advance(.inLove, on: "2026-08-06")
    let twin = try store.addMember([.name: "双份", .sex: "M"]).0
    let (one, other) = (try evening.member(first.a), try evening.member(first.b))
    try store.merge(keeping: twin.id, one)
    let couple = try #require(try store.couples().first)
    #expect(Set([couple.one.id, couple.other.id]) == [twin.id, other])
    #expect(couple.couple.stage == .inLove)
    try store.undo()
    #expect(try store.couples().first.map { Set([$0.one.id, $0.other.id]) } == [one, other])
    #expect(try store.verify() == [])
  }

  @Test func `of an evening without announcements nothing is noted`() throws {
    let bare = try GateEvening()
    let acts = try bare.store.acts(limit: 100).count
    #expect(try bare.store.announcedPairs(of: bare.event, noting: .listContacts).act == nil)
    #expect(try bare.store.acts(limit: 100).count == acts)
  }
}
