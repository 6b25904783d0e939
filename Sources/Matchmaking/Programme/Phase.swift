/// How far something that takes its time is: a segment of the programme, or one round.
///
/// What is kept is the moment of its end and not what is left of it, so that a crash, a closed lid and a second
/// desk all leave the right time.
public enum Phase: Hashable, Sendable {
  case waiting
  /// `until` is nil where it ends when somebody says so.
  case running(since: Timestamp, until: ClockReading?)
  /// `left` in milliseconds, negative beyond its end; nil where it had none.
  case paused(since: Timestamp, left: Int64?)
  case done(since: Timestamp, at: Timestamp)

  /// The words of the file and of scripts.
  public enum State: String, Sendable, CaseIterable {
    case waiting, running, paused, done
  }

  public var state: State {
    switch self {
    case .waiting: .waiting
    case .running: .running
    case .paused: .paused
    case .done: .done
    }
  }

  public var since: Timestamp? {
    switch self {
    case .waiting: nil
    case .running(let since, _), .paused(let since, _), .done(let since, _): since
    }
  }

  /// Whether it has begun and is not over.
  public var isUnderWay: Bool { state == .running || state == .paused }

  /// Milliseconds that are left, negative beyond the end; nil where nothing counts down.
  public func left(at now: ClockReading) -> Int64? {
    switch self {
    case .waiting, .done: nil
    case .running(_, let until): until.map(now.milliseconds(until:))
    case .paused(_, let left): left
    }
  }
}

// MARK: - How it goes on

extension Phase {
  /// Begins now.
  ///
  /// - Parameter minutes: how long; 0 until somebody ends it.
  public static func begun(at now: ClockReading, minutes: Int) -> Phase {
    .running(
      since: now.wall, until: minutes > 0 ? now.advanced(by: Int64(minutes) * 60_000) : nil)
  }

  /// Over as of now; what never began was over at once.
  public func ended(at now: ClockReading) -> Phase {
    .done(since: since ?? now.wall, at: max(since ?? now.wall, now.wall))
  }

  /// Nil where it does not run.
  public func paused(at now: ClockReading) -> Phase? {
    guard case .running(let since, _) = self else { return nil }
    return .paused(since: since, left: left(at: now))
  }

  /// Nil where it is not paused.
  public func resumed(at now: ClockReading) -> Phase? {
    guard case .paused(let since, let left) = self else { return nil }
    return .running(since: since, until: left.map(now.advanced(by:)))
  }

  /// With more time, or less; beyond its end the time counts from now. Nil where it is not under way or has no
  /// end.
  public func extended(byMinutes minutes: Int, at now: ClockReading) -> Phase? {
    guard let left = left(at: now) else { return nil }
    let more = max(0, max(0, left) + Int64(minutes) * 60_000)
    switch self {
    case .running(let since, _): return .running(since: since, until: now.advanced(by: more))
    case .paused(let since, _): return .paused(since: since, left: more)
    case .waiting, .done: return nil
    }
  }
}
