import Matchmaking
import Testing

@testable import Store

@Suite struct `The programme in the file` {
  private static let plan = [
    SegmentPlan(.arrival, minutes: 30), SegmentPlan(.rounds, title: "八分钟", minutes: 24),
    SegmentPlan(.closing, minutes: 0),
  ]

  @Test func `tells every process the same, and every step can be taken back`() throws {
    let scratch = try Scratch()
    let one = try scratch.open()
    let other = try scratch.open(seed: 2)
    let (event, _) = try one.create(Store.form())
    try one.setProgramme(Self.plan, of: event.id)
    var seen: [Programme] = [try other.programme(of: event.id)]
    let steps: [ProgrammeStep] = [
      .next, .pause, .resume, .extend(minutes: 5), .next, .stop, .next, .next,
    ]
    for (place, step) in steps.enumerated() {
      let (programme, act) = try (place % 2 == 0 ? one : other).run(step, of: event.id)
      #expect(act.summary.event == "QX")
      seen.append(programme)
      #expect(try one.programme(of: event.id) == programme)
      #expect(try other.programme(of: event.id) == programme)
    }
    for programme in seen.dropLast().reversed() {
      try one.undo()
      #expect(try other.programme(of: event.id) == programme)
    }
    for programme in seen.dropFirst() {
      try one.redo()
      #expect(try other.programme(of: event.id) == programme)
    }
    #expect(try one.verify().isEmpty)
  }

  @Test func `is not replaced once it began, and goes with its event`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let (event, _) = try store.create(Store.form())
    try store.setProgramme(Self.plan, of: event.id)
    try store.setProgramme(Array(Self.plan.reversed()), of: event.id)
    #expect(
      try store.programme(of: event.id).segments.map(\.kind) == [.closing, .rounds, .arrival])
    try store.run(.next, of: event.id)
    #expect(throws: Refusal.programme(.begun)) { try store.setProgramme([], of: event.id) }
    try store.remove(event.id)
    #expect(try store.programme(of: event.id).segments.isEmpty)
    try store.undo()
    #expect(try store.programme(of: event.id).segments.count == 3)
    try store.close(event.id)
    #expect(throws: Refusal.event(.alreadyClosed("QX"))) { try store.run(.next, of: event.id) }
  }

  @Test(arguments: [
    ([SegmentPlan(.free, minutes: -1)], ProgrammeRefusal.badMinutes(-1)),
    ([SegmentPlan(.free, minutes: 1441)], .badMinutes(1441)),
    (
      [SegmentPlan(.free, title: String(repeating: "长", count: 41), minutes: 1)],
      .longTitle(most: 40)
    ),
    (Array(repeating: SegmentPlan(.free, minutes: 1), count: 101), .tooLong(most: 100)),
  ])
  func `takes no absurd segment`(plan: [SegmentPlan], refusal: ProgrammeRefusal) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let (event, _) = try store.create(Store.form())
    #expect(throws: Refusal.programme(refusal)) { try store.setProgramme(plan, of: event.id) }
    #expect(try store.programme(of: event.id).segments.isEmpty)
  }
}
