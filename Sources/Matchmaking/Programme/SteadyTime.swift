/// A reading of the machine's clock that nobody can set and that goes on while the lid is closed.
public struct SteadyTime: Hashable, Sendable {
  /// From which start of which machine it counts; readings of another are not comparable.
  public let boot: String
  public let milliseconds: Int64

  public init(boot: String, milliseconds: Int64) {
    self.boot = boot
    self.milliseconds = milliseconds
  }
}

/// What time it is, by the clock on the wall and, where the machine has one, by its steady clock.
public struct ClockReading: Hashable, Sendable {
  public let wall: Timestamp
  public let steady: SteadyTime?

  public init(wall: Timestamp, steady: SteadyTime? = nil) {
    self.wall = wall
    self.steady = steady
  }

  /// So many milliseconds later, by both clocks.
  public func advanced(by milliseconds: Int64) -> ClockReading {
    ClockReading(
      wall: Timestamp(milliseconds: wall.milliseconds &+ milliseconds),
      steady: steady.map {
        SteadyTime(boot: $0.boot, milliseconds: $0.milliseconds &+ milliseconds)
      })
  }

  /// How many milliseconds it is until another moment; negative where that is past.
  ///
  /// By the steady clock where both were read from the same one: a clock on the wall that is set meanwhile
  /// neither lengthens what runs nor ends it. After a restart, or on another machine, only the wall's is left.
  public func milliseconds(until other: ClockReading) -> Int64 {
    if let steady, let then = other.steady, steady.boot == then.boot {
      return then.milliseconds &- steady.milliseconds
    }
    return other.wall.milliseconds &- wall.milliseconds
  }
}
