import Matchmaking
import Testing

/// Readings of one machine, in seconds; its clock on the wall may be set.
private func moment(_ steady: Int64, wall: Int64? = nil, boot: String = "b") -> ClockReading {
  ClockReading(
    wall: Timestamp(milliseconds: 1_800_000_000_000 + (wall ?? steady) * 1000),
    steady: SteadyTime(boot: boot, milliseconds: steady * 1000))
}

@Suite struct `What runs keeps the moment of its end` {
  @Test(arguments: [-86_400, -3600, -1, 0, 1, 3600, 86_400] as [Int64])
  func `and a clock on the wall that is set neither lengthens nor ends it`(jump: Int64) {
    let phase = Phase.begun(at: moment(0), minutes: 10)
    #expect(phase.left(at: moment(60, wall: 60 + jump)) == 540_000)
    #expect(phase.left(at: moment(700, wall: 700 + jump)) == -100_000)
  }

  @Test func `and after a restart, or on another laptop, it goes by the wall`() {
    let phase = Phase.begun(at: moment(5000, wall: 0), minutes: 10)
    #expect(phase.left(at: moment(3, wall: 60, boot: "c")) == 540_000)
    let bare = ClockReading(wall: Timestamp(milliseconds: 1_800_000_000_000 + 90_000))
    #expect(phase.left(at: bare) == 510_000)
  }

  @Test func `paused, nothing is lost and nothing runs`() throws {
    let phase = Phase.begun(at: moment(0), minutes: 10)
    let paused = try #require(phase.paused(at: moment(120)))
    #expect(paused.left(at: moment(99_999)) == 480_000)
    #expect(paused.paused(at: moment(200)) == nil && phase.resumed(at: moment(200)) == nil)
    let resumed = try #require(paused.resumed(at: moment(1000)))
    #expect(resumed.left(at: moment(1100)) == 380_000 && resumed.since == phase.since)
  }

  @Test(arguments: [
    (minutes: 5, at: 60, left: 840_000), (minutes: -3, at: 60, left: 360_000),
    (minutes: -60, at: 60, left: 0), (minutes: 2, at: 900, left: 120_000),
    (minutes: -1, at: 900, left: 0),
  ])
  func `more minutes are counted from its end, or from now once that is past`(
    minutes: Int, at: Int64, left: Int64
  ) throws {
    let phase = Phase.begun(at: moment(0), minutes: 10)
    let extended = try #require(phase.extended(byMinutes: minutes, at: moment(at)))
    #expect(extended.left(at: moment(at)) == left)
    let paused = try #require(phase.paused(at: moment(at)))
    #expect(paused.extended(byMinutes: minutes, at: moment(5000))?.left(at: moment(9000)) == left)
  }

  @Test func `without minutes nothing counts down, and it ends when somebody says so`() {
    let phase = Phase.begun(at: moment(0), minutes: 0)
    #expect(
      phase.left(at: moment(60)) == nil && phase.extended(byMinutes: 5, at: moment(60)) == nil)
    #expect(phase.paused(at: moment(60))?.resumed(at: moment(90))?.left(at: moment(99)) == nil)
    #expect(phase.ended(at: moment(60)).state == .done)
  }

  @Test func `is never over before it began, whatever the wall says`() {
    let phase = Phase.begun(at: moment(100), minutes: 1).ended(at: moment(160, wall: -5000))
    guard case .done(let since, let at) = phase else { return #expect(Bool(false)) }
    #expect(at >= since)
  }
}

@Suite struct `A programme goes on by somebody's word alone` {
  private func programme(_ minutes: [Int]) -> Programme {
    Programme(
      minutes.enumerated().map {
        Segment(
          id: SegmentID(milliseconds: Int64($0.offset), random: (0, 0)), kind: .free,
          minutes: $0.element)
      })
  }

  /// Everything that may be done, in random order: the invariant of `Programme` always holds.
  @Test(arguments: 0..<20 as Range<UInt64>) func `and one segment at most is under way`(
    seed: UInt64
  ) {
    var (programme, chance, time) = (programme([10, 0, 5, 30]), seed, Int64(0))
    for _ in 0..<60 {
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      time += Int64(chance >> 40 & 0x1ff)
      let before = programme
      do throws(ProgrammeRefusal) {
        switch chance >> 60 {
        case 0...5: try programme.next(at: moment(time))
        case 6...8: try programme.pause(at: moment(time))
        case 9...11: try programme.resume(at: moment(time))
        case 12...13: try programme.stop(at: moment(time))
        default: try programme.extend(byMinutes: Int(chance >> 50 & 15) - 7, at: moment(time))
        }
      } catch {
        #expect(programme == before)
      }
      let states = programme.segments.map(\.phase.state)
      let order = states.map { [.done: 0, .running: 1, .paused: 1, .waiting: 2][$0, default: 3] }
      #expect(order == order.sorted() && order.count(where: { $0 == 1 }) <= 1)
    }
  }

  @Test func `and tells what cannot be done`() {
    var none = programme([])
    #expect(throws: ProgrammeRefusal.empty) { try none.next(at: moment(0)) }
    #expect(throws: ProgrammeRefusal.empty) { try none.pause(at: moment(0)) }
    var one = programme([5])
    #expect(throws: ProgrammeRefusal.notRunning) { try one.stop(at: moment(0)) }
    #expect(throws: ProgrammeRefusal.badMinutes(0)) { try one.extend(byMinutes: 0, at: moment(0)) }
    #expect(throws: Never.self) { try one.next(at: moment(0)) }
    #expect(throws: ProgrammeRefusal.notPaused) { try one.resume(at: moment(1)) }
    #expect(throws: Never.self) { try one.pause(at: moment(2)) }
    #expect(throws: ProgrammeRefusal.alreadyPaused) { try one.pause(at: moment(3)) }
    #expect(throws: Never.self) { try one.next(at: moment(4)) }
    #expect(throws: ProgrammeRefusal.over) { try one.next(at: moment(5)) }
  }
}
