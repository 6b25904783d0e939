import Matchmaking
import Testing

@testable import Store

@Suite struct `The gate of several picking rounds` {
  private let first = GateEvening.first
  private let late = PairedBadges(Badge(.men, 3), Badge(.women, 3))

  /// M1 and F1, M2 and F2 in the first round, M3 and F3 in the second.
  private func evening() throws -> GateEvening {
    let evening = try GateEvening(isClosed: false)
    try evening.store.closePicking(of: evening.event)
    return evening
  }

  private func pickAgain(_ evening: GateEvening) throws {
    try evening.store.openPicking(of: evening.event)
    for (picker, chosen) in [(late.a, late.b), (late.b, late.a)] {
      try evening.store.save(
        Ballot(picker: picker, choices: [chosen]), for: evening.event, SlipTyping(round: 2))
    }
  }

  @Test func `a round that is closed lets its pairs out while the event goes on`() throws {
    let evening = try evening()
    try evening.store.announce(first, at: evening.event)
    #expect(try evening.store.evening(evening.event).announced.map(\.round) == [1])
    #expect(try evening.store.evening(evening.event).roundAtGate()?.round == 1)
  }

  @Test func `the wall counts the slips of the round that takes them`() throws {
    let evening = try evening()
    let code = try evening.store.evening(evening.event).event.code
    let before = try #require(try evening.store.showing(of: code))
    #expect(before.slips > 2 && before.awaitedSlips == nil)
    try evening.store.openPicking(of: evening.event, PickingRoundWish(leavesOutPaired: true))
    let begun = try #require(try evening.store.showing(of: code))
    #expect(begun.slips == 0)
    let awaited = try evening.store.evening(evening.event).missingSlips(round: 2).count
    #expect(begun.awaitedSlips == awaited && awaited < begun.headcount.present)
    try evening.store.save(
      Ballot(picker: late.a, choices: [late.b]), for: evening.event, SlipTyping(round: 2))
    let one = try #require(try evening.store.showing(of: code))
    #expect(one.slips == 1 && one.awaitedSlips == awaited)
  }

  @Test func `what was announced at another desk keeps its round closed`() throws {
    let evening = try evening()
    let other = evening.store.secondDesk()
    try other.announce(first, at: evening.event)
    let told = ActSummary(.announcePair, event: "QX", detail: first.description)
    #expect(throws: Refusal.history(.changedSince(told))) {
      try evening.store.undo(station: "A")
    }
    try other.undo(station: "B")
    #expect(try evening.store.undo(station: "A").summary.verb == .closePicking)
  }

  @Test func `each pair is found in the round that made it`() throws {
    let evening = try evening()
    try pickAgain(evening)
    #expect(throws: Refusal.announcing(.noPair(late))) {
      try evening.store.announce(late, at: evening.event)
    }
    try evening.store.close(evening.event)
    #expect(try evening.store.evening(evening.event).roundAtGate()?.round == 1)
    #expect(try evening.store.announce(late, at: evening.event).announcement.round == 2)
    #expect(throws: Refusal.announcing(.noPair(first))) {
      try evening.store.announce(first, at: evening.event, round: 2)
    }
    for badges in [first, GateEvening.second] {
      #expect(try evening.store.announce(badges, at: evening.event).announcement.round == 1)
    }
    #expect(try evening.store.evening(evening.event).roundAtGate()?.round == 2)
    #expect(try evening.store.showing(of: "QX")?.pairs.count == 3)
  }

  @Test func `the rule does not change under pairs that were told`() throws {
    let evening = try evening()
    var form = EventForm(try evening.store.evening(evening.event).event)
    form.rule = .all
    try evening.store.announce(first, at: evening.event)
    #expect(throws: Refusal.announcing(.alreadyAnnounced(first))) {
      try evening.store.edit(evening.event, form)
    }
    form.rule = .stable
    form.title = "七夕会"
    #expect(try evening.store.edit(evening.event, form).act != nil)
  }

  @Test func `a round that was never opened is none`() throws {
    let evening = try evening()
    #expect(throws: Refusal.round(.unknown(3, of: 1))) {
      try evening.store.announce(first, at: evening.event, round: 3)
    }
  }
}
