import Matchmaking
import TestSupport

@testable import Store

/// Does one thing after another by chance, as a hurried evening would; refusals are part of it.
struct Organizer {
  private(set) var desks: [Store]
  private var dice: Dice
  private var made = 0
  private var typed = 0
  /// What the codes of new events begin with besides.
  private let naming: String
  /// Whether pairs are let out and couples go on.
  private let announces: Bool

  init(_ desks: [Store], seed: UInt64, naming: String = "", announces: Bool = false) {
    self.desks = desks
    self.naming = naming
    self.announces = announces
    dice = Dice(seed: seed)
  }

  mutating func roll(_ sides: Int) -> Int { dice.roll(sides) }

  mutating func pick<Thing>(_ things: [Thing]) -> Thing? { dice.pickAny(things) }

  /// - Parameter back: whether acts are taken back and done again in between.
  mutating func act(back: Bool = false) throws {
    guard let desk = pick(desks) else { return }
    let station = roll(2) == 0 ? desk.context.station : nil
    do {
      if roll(4) == 0 { return try lookAfterMembers(at: desk) }
      if roll(12) == 0 { return try changeEvent(at: desk) }
      if roll(6) == 0 { return try runProgramme(at: desk) }
      if announces, roll(8) == 0 { return try announce(at: desk) }
      if roll(10) == 0 { return try play(at: desk) }
      // Nothing older is undone after it, so it is done where that is no matter.
      if back, roll(40) == 0 { return try archive(at: desk) }
      switch roll(back ? 26 : 22) {
      case 0: try create(at: desk)
      case 1, 2: try importRoster(at: desk)
      case 3, 4, 5: try register(at: desk)
      case 6...11: try atTheDoor(of: desk)
      case 12, 13: try walkIn(at: desk)
      case 14...20: try takeSlips(at: desk)
      case 21: if roll(6) == 0, let event = try event(at: desk) { try desk.close(event.id) }
      case 22, 23, 24: try desk.undo(station: station)
      default: try desk.redo(station: station)
      }
    } catch is Refusal {}
  }

  /// What the union's office does between the events.
  private mutating func lookAfterMembers(at desk: Store) throws {
    let members = try desk.members(0..<100)
    guard let one = pick(members), let other = pick(members) else { return }
    switch roll(13) {
    case 11:
      let sex = ["M", "F", ""][roll(3)]
      try desk.edit(one.id, [.sex: sex])
    case 12:
      let (birth, marital) = (["1990", "2006-05", ""][roll(3)], ["未婚", "已婚", "离异"][roll(3)])
      try desk.edit(one.id, [.birth: birth, .text(.marital): marital])
    case 0: try desk.addMember([.name: "新人", .phone: "139000\(10_000 + roll(9))"])
    case 1: try desk.edit(one.id, [.text(.job): "钳工\(roll(3))", .height: "\(160 + roll(20))"])
    case 2: try desk.edit(one.id, [.text(.note): roll(2) == 0 ? "" : "\"引号\"\n第二行"])
    case 3: try desk.setStatus(MemberStatus.allCases[roll(4)], of: one.id)
    case 4:
      try desk.verify(one.id, .verified(by: "甲", on: Store.day("2026-0\(1 + roll(9))-01")))
    case 5: try desk.verify(one.id, .rejected(by: "甲", on: Store.day("2026-08-01")))
    case 6: try desk.reopenVerification(of: one.id)
    case 7: try desk.giveConsent(ConsentPurpose.allCases[roll(4)], by: one.id)
    case 8: try desk.revokeConsent(ConsentPurpose.allCases[roll(4)], by: one.id)
    case 9: try desk.keepApart(one.id, other.id)
    default: try desk.merge(keeping: one.id, other.id)
    }
  }

  private mutating func event(at desk: Store) throws -> Event? { pick(try desk.events())?.event }

  private mutating func create(at desk: Store) throws {
    made += 1
    let capacities: [Int?] = [nil, nil, 8]
    try desk.create(
      Store.form(
        "E\(made % 3 == 0 ? "" : naming)\(made)", pools: roll(4) == 0 ? .one : .two,
        capacity: capacities[roll(3)],
        verifiedOnly: roll(3) == 0))
  }

  private mutating func changeEvent(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    if roll(4) == 0 { try desk.remove(event.id) }
    var form = EventForm(event)
    switch roll(5) {
    case 0:
      let capacities = [.unlimited, Capacity(4), Capacity(8), Capacity(20)]
      form.capacity = capacities[roll(4)]
    case 1 where event.pools == .two:
      form.capacity = Capacity(men: 1 + roll(6), women: roll(2) == 0 ? nil : 1 + roll(6))
    case 1: form.verifiedOnly.toggle()
    case 2: form.date = Store.day("2026-08-\(11 + roll(9))")
    case 3: form.kind = EventKind.allCases[roll(5)]
    default: form.maxPicks = [nil, 1, 3][roll(3)]
    }
    _ = try desk.edit(event.id, form)
  }

  /// Segments, rounds, and who never meets.
  private mutating func runProgramme(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    let guests = try desk.evening(event.id).guests
    switch roll(12) {
    case 0:
      try desk.setProgramme(Array(SegmentPlan.usual.prefix(roll(9))), of: event.id)
    case 1, 2: try desk.run(.next, of: event.id)
    case 3: try desk.run(roll(2) == 0 ? .pause : .resume, of: event.id)
    case 4: try desk.run(.extend(minutes: roll(7) - 3), of: event.id)
    case 5: try desk.run(.stop, of: event.id)
    case 6, 7:
      guard let one = pick(guests), let other = pick(guests), one.id != other.id else { return }
      try desk.forbid(one.id, other.id, at: event.id, allowing: roll(3) == 0)
    case 8, 9:
      let kind = SeatingKind.allCases[roll(2)]
      let seats = guests.prefix(1 + roll(5)).map {
        SeatedTable(number: 1, topic: roll(2) == 0 ? "书" : nil, seats: [$0.id])
      }
      let rounds = 1 + roll(3)
      try desk.plan(kind, of: event.id) { _, before in
        let begun = before.rounds.count { $0.phase != .waiting }
        return (
          SeatingPlan(method: .best, rounds: rounds, minutes: 8, figures: ["rounds": rounds]),
          (0..<rounds).map { (number: begun + 1 + $0, tables: seats) }
        )
      }
    case 10: try desk.startRound(1 + roll(3), SeatingKind.allCases[roll(2)], of: event.id)
    default: try desk.finishRound(1 + roll(3), SeatingKind.allCases[roll(2)], of: event.id)
    }
  }

  /// The gate, and what becomes of those who went through it.
  private mutating func announce(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    let evening = try desk.evening(event.id)
    if event.state == .open {
      let here = evening.guests.filter { $0.registration.status == .checkedIn }
      guard let one = pick(here)?.badge,
        let other = pick(here.filter { $0.badge?.pool == one.pool.opposite })?.badge, one != other
      else { return }
      _ = try desk.save(
        [Ballot(picker: one, choices: [other]), Ballot(picker: other, choices: [one])],
        for: event.id, .correction)
      if roll(3) == 0 { try desk.close(event.id) }
      return
    }
    let stages = CoupleStage.allCases
    if roll(3) == 0, let couple = pick(try desk.couples())?.couple {
      try desk.advance(
        couple.other, couple.one, to: stages[roll(stages.count)],
        on: Store.day("2026-07-\(11 + roll(9))"), evidence: "见过证件")
      return
    }
    guard let entry = pick(try evening.gate().entries) else { return }
    switch roll(5) {
    case 0: try desk.hold(entry.badges, note: "等家人\(roll(3))", at: event.id)
    case 1: try desk.release(entry.badges, at: event.id)
    default:
      try desk.announce(entry.badges, as: ShownAs.allCases[roll(2)], at: event.id)
    }
  }

  private mutating func archive(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    if event.state == .open { try desk.close(event.id) }
    _ = try desk.archive(event.id)
  }

  /// The red thread, and hearts in step.
  private mutating func play(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    let here = try desk.evening(event.id).guests.compactMap(\.badge)
    switch roll(4) {
    case 0:
      try desk.drawThread(Array(here.prefix(2 + roll(9))), at: event.id, seed: UInt64(roll(99)))
    case 1:
      let questions = (0..<1 + roll(3)).map { HeartsQuestion("第\($0)题", ["甲", "乙", "丙"]) }
      try desk.setQuestions(questions, of: event.id)
    default:
      guard let badge = pick(here) else { return }
      let letters = try desk.questions(of: event.id).map { _ in ["A", "B", "-"][roll(3)] }.joined()
      try desk.answer(HeartsSheet(badge, letters), at: event.id, replacing: roll(2) == 0)
    }
  }

  private mutating func importRoster(at desk: Store) throws {
    let drafts = (0..<1 + roll(9)).map { row -> MemberDraft in
      let who = roll(60)
      return MemberDraft(
        row: row + 2, number: roll(3) == 0 ? "N\(who)" : nil, name: "王\(who)",
        sex: who % 2 == 0 ? .man : .woman, birth: BirthDate("19\(70 + who % 30)"),
        phone: roll(2) == 0 ? PhoneNumber("138000\(10_000 + who)") : nil,
        height: roll(2) == 0 ? 150 + roll(50) : nil,
        verification: roll(3) == 0 ? .verified : nil, texts: [.employer: "厂\(who % 5)"],
        extras: roll(4) == 0 ? ["血型": ["A", "B", "\"引号\"\n"][roll(3)]] : [:])
    }
    try desk.importDrafts(drafts)
  }

  private mutating func register(at desk: Store) throws {
    let count = try desk.memberCount()
    guard let event = try event(at: desk), count > 0 else { return }
    let start = roll(count)
    var enrolments = try desk.members(start..<start + 1 + roll(8)).map { member in
      let pool = event.pools.pool(for: member.sex) ?? .men
      return Enrolment(member: member.id, badge: roll(4) == 0 ? Badge(pool, 1 + roll(40)) : nil)
    }
    if roll(2) == 0 { enrolments.reverse() }
    try desk.register(enrolments, for: event.id, overriding: roll(3) == 0)
  }

  private mutating func atTheDoor(of desk: Store) throws {
    guard let event = try event(at: desk), let guest = pick(try desk.evening(event.id).guests)
    else { return }
    switch roll(13) {
    case 10: _ = try desk.unregister([guest.id], from: event.id)
    case 11: _ = try desk.decline([guest.id], for: event.id)
    case 12:
      let ids = try desk.evening(event.id).guests.prefix(1 + roll(5)).map(\.id)
      _ = try desk.checkIn(ids, to: event.id, overriding: roll(4) == 0)
    case 0: try desk.leave(guest.id)
    case 1: try desk.takeBackCheckIn(guest.id)
    case 2: try desk.changeBadge(guest.id, to: 1 + roll(50))
    default: try desk.checkIn(guest.id, overriding: roll(4) == 0)
    }
  }

  private mutating func walkIn(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    let count = try desk.memberCount()
    let member = try desk.members(roll(max(count, 1))..<count).first
    let visitor: WalkIn
    if let member, roll(2) == 0 {
      visitor = .member(member.id, sex: member.sex == nil && roll(2) == 0 ? .woman : nil)
    } else {
      visitor = .stranger(name: "来客", sex: roll(2) == 0 ? .man : .woman, phone: nil, employer: "")
    }
    try desk.walkIn(visitor, to: event.id, overriding: roll(3) == 0)
  }

  /// Which time, by whom and into which round: in turn, so that everything else is as chance has it.
  private mutating func typing(correcting: Bool) -> SlipTyping {
    typed += 1
    let readings: [SlipReading] = [.first, .second, .first, .second, .settled, .first, .second]
    return SlipTyping(
      round: typed % 5 == 0 ? 1 + typed % 3 : nil, reading: readings[typed % readings.count],
      clerk: typed % 4 == 0 ? "录票员\(typed % 2)" : nil,
      replacing: correcting ? .whatever : .nothing, isShared: typed % 3 == 0)
  }

  private func runRounds(of event: Event, at desk: Store) throws {
    guard typed % 6 == 0 else { return }
    try desk.closePicking(of: event.id)
    if typed % 4 == 0 {
      try desk.openPicking(
        of: event.id, PickingRoundWish(rule: .best, leavesOutPaired: typed % 8 == 0))
    }
  }

  private mutating func takeSlips(at desk: Store) throws {
    guard let event = try event(at: desk) else { return }
    let here = try desk.evening(event.id).guests.filter { $0.registration.presence.attended }
    let ballots = (0..<1 + roll(4)).compactMap { _ -> Ballot? in
      guard let picker = pick(here)?.badge else { return nil }
      let choices = (0..<roll(4)).compactMap { _ in pick(here)?.badge }.filter {
        event.pools == .one ? $0 != picker : $0.pool != picker.pool
      }
      return Ballot(
        picker: picker, choices: choices, ranks: roll(5) == 0 ? .unranked : .strict)
    }
    if let ballot = ballots.first, roll(3) > 0 {
      let isCorrection = roll(2) == 0
      try desk.save(ballot, for: event.id, typing(correcting: isCorrection))
      try runRounds(of: event, at: desk)
    } else {
      _ = try desk.save(ballots, for: event.id)
    }
  }
}
