import Foundation
import Matchmaking

/// When something is due.
enum Moment: Hashable, Sendable {
  /// Some time after something else: a clock that is set has no say in it, and the time a laptop sleeps counts.
  case after(ContinuousClock.Instant)
  /// By the clock on the wall, as a programme has it: where that is set back, it comes later.
  case onTheWall(Timestamp)
}

/// The two clocks of a loop.
struct LoopClock {
  var now: () -> ContinuousClock.Instant
  var wall: () -> Timestamp

  static var system: LoopClock {
    let clock = ContinuousClock()
    return LoopClock(
      now: { clock.now },
      wall: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }

  /// How long it is until then; zero or less where it has come.
  func wait(for moment: Moment) -> Duration {
    switch moment {
    case .after(let instant): instant - now()
    case .onTheWall(let time): .milliseconds(time.milliseconds - wall().milliseconds)
    }
  }
}
