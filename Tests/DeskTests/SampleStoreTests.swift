import Matchmaking
import Sample
import Screens
import Store
import TestSupport
import Testing

@testable import Desk

@Suite struct `The sample evenings` {
  private let folder: TemporaryFolder
  private let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(folder.path + "/s.sqlite", as: .desk, context: .desk("S"))
    try SampleStore.fill(store, on: #require(Day(SampleEvening.date)))
  }

  private func programme(_ code: String) throws -> EveningProgramme {
    try store.eveningProgramme(of: event(code))
  }

  private func event(_ code: String) throws -> EventID {
    let event = try store.event(code: code)
    return try #require(event).id
  }

  @Test func `one stands in the middle of its rounds, paused, whenever somebody looks at it`()
    throws
  {
    let running = try programme(SampleStore.halfwayCode)
    #expect(running.programme.segments.map(\.kind) == SegmentPlan.usual.map(\.kind))
    #expect(running.seating == .rounds && running.phase?.state == .paused)
    #expect(
      running.rounds.map(\.phase.state) == [.done, .paused] + Array(repeating: .waiting, count: 4))
    let longAfter = ClockReading(wall: Timestamp(milliseconds: 4_000_000_000_000))
    let left = try #require(running.currentRound).phase.left(at: longAfter)
    // Some moments passed before it was paused.
    #expect((420_000...480_000).contains(left ?? 0))
    #expect(running.rounds.allSatisfy { $0.tables.count == 35 })
    #expect(running.rounds.flatMap(\.tables).allSatisfy { $0.seats.count == 2 })
    #expect(running.plans[.rounds]?.figures["repeats"] == 0)
    // Nobody's tables are of before they came or after they went.
    let evening = try store.evening(event(SampleStore.halfwayCode))
    #expect(running.changes(of: .rounds, at: evening) == nil)
  }

  @Test func `the other has its programme before it`() throws {
    let coming = try programme(SampleEvening.code).programme
    #expect(coming.segments.count == SegmentPlan.usual.count && !coming.hasBegun)
  }
}
