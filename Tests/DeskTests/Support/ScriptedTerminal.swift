import Canvas
import Matchmaking
import Terminal

@testable import Desk

#if canImport(Glibc)
  import Glibc
#endif

/// A terminal that does what a script says, and keeps what was shown; when the script ends it hangs up.
@MainActor final class ScriptedTerminal: TerminalPort {
  enum Step {
    case events([TerminalEvent])
    /// Waits until the work behind has an answer.
    case untilWoken
    /// Nothing happens until the loop looks again by itself.
    case timeOut
    /// Whatever the test wants to see or change meanwhile.
    case then(@MainActor (ScriptedTerminal) -> Void)
  }

  var size: Size
  private var script: ArraySlice<Step>
  private(set) var shown: [Frame] = []
  /// How long the loop was ready to wait, each time.
  private(set) var patience: [Duration?] = []
  private(set) var suspensions: [Bool] = []
  /// Moves when the loop waits.
  var now = ContinuousClock.now
  var wall = Timestamp(milliseconds: 1_790_000_000_000)

  init(_ script: [Step], size: Size = Size(columns: 80, rows: 24)) {
    self.script = script[...]
    self.size = size
  }

  convenience init(keys: [Key]) { self.init([.events(keys.map { .key($0) })]) }

  var clock: LoopClock { LoopClock(now: { self.now }, wall: { self.wall }) }
  var last: String { shown.last?.transcript ?? "" }

  func pass(_ time: Duration) {
    now = now.advanced(by: time)
    wall = Timestamp(milliseconds: wall.milliseconds + Int64(time / .milliseconds(1)))
  }

  func events(wake: Int32?, timeout: Duration?) -> [TerminalEvent] {
    patience.append(timeout)
    while let step = script.popFirst() {
      switch step {
      case .events(let events):
        for case .resized(let size) in events { self.size = size }
        return events
      case .untilWoken:
        var entry = pollfd(fd: wake ?? -1, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, -1)
        return [.woken]
      case .timeOut:
        pass(timeout ?? .seconds(3600))
        return []
      case .then(let body): body(self)
      }
    }
    return [.hangUp]
  }

  func show(_ frame: Frame) { shown.append(frame) }

  func suspend(wholeJob: Bool) -> Size {
    suspensions.append(wholeJob)
    return size
  }

  func withSuspendedTerminal<Outcome>(_ body: () throws -> Outcome) rethrows -> Outcome {
    try body()
  }
}
