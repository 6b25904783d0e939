public import Matchmaking

/// What time it is for the wall: as a programme counts it, and as its pages turn.
public struct WallTime: Hashable, Sendable {
  public var reading: ClockReading
  public var instant: ContinuousClock.Instant

  public init(_ reading: ClockReading, _ instant: ContinuousClock.Instant) {
    self.reading = reading
    self.instant = instant
  }
}

/// What is left of a phase, as the hall reads it.
struct Countdown: Hashable {
  /// Milliseconds, negative beyond the end.
  let left: Int64
  let isPaused: Bool

  /// Nil where nothing counts down.
  init?(_ phase: Phase, at time: WallTime) {
    guard let left = phase.left(at: time.reading) else { return nil }
    self.left = left
    isPaused = phase.state == .paused
  }

  /// Whole seconds, rounded up: it shows 0 only when it is over.
  var seconds: Int64 { left / 1000 + (left % 1000 > 0 ? 1 : 0) }

  /// It ends in less than a minute, or should have ended.
  var isPressing: Bool { seconds <= 60 }
  var isOver: Bool { left <= 0 }

  /// `04:12`, `-00:30`, `125:00`.
  var text: String {
    let all = abs(seconds)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (seconds < 0 ? "-" : "") + two(all / 60) + ":" + two(all % 60)
  }

  /// Milliseconds until another second is to be shown.
  var untilNext: Int64 { left > 0 ? (left - 1) % 1000 + 1 : 1000 + left % 1000 }
}
