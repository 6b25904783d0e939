/// The evening's programme (活动流程): segments in their order, of which at most one is under way.
///
/// Invariant: what is done stands before what is under way, and that before what waits; only somebody's word
/// begins or ends a segment, the clock never does.
public struct Programme: Hashable, Sendable {
  public private(set) var segments: [Segment]

  public init(_ segments: [Segment] = []) { self.segments = segments }

  /// The place of the segment that runs or is paused.
  public var current: Int? { segments.firstIndex { $0.phase.isUnderWay } }

  /// The place of the segment that comes next.
  public var upcoming: Int? { segments.firstIndex { $0.phase == .waiting } }

  public var hasBegun: Bool { segments.contains { $0.phase != .waiting } }
}

// MARK: - Running it

extension Programme {
  /// Ends what is under way and begins what comes next; at the end of the programme it only ends.
  public mutating func next(at now: ClockReading) throws(ProgrammeRefusal) {
    guard !segments.isEmpty else { throw .empty }
    let (current, upcoming) = (current, upcoming)
    guard current != nil || upcoming != nil else { throw .over }
    if let current { segments[current].phase = segments[current].phase.ended(at: now) }
    guard let upcoming else { return }
    segments[upcoming].phase = .begun(at: now, minutes: segments[upcoming].minutes)
  }

  public mutating func pause(at now: ClockReading) throws(ProgrammeRefusal) {
    let current = try underWay()
    guard let phase = segments[current].phase.paused(at: now) else { throw .alreadyPaused }
    segments[current].phase = phase
  }

  public mutating func resume(at now: ClockReading) throws(ProgrammeRefusal) {
    let current = try underWay()
    guard let phase = segments[current].phase.resumed(at: now) else { throw .notPaused }
    segments[current].phase = phase
  }

  /// Ends what is under way; nothing begins.
  public mutating func stop(at now: ClockReading) throws(ProgrammeRefusal) {
    let current = try underWay()
    segments[current].phase = segments[current].phase.ended(at: now)
  }

  /// - Parameter minutes: negative for less time.
  public mutating func extend(byMinutes minutes: Int, at now: ClockReading) throws(ProgrammeRefusal)
  {
    guard minutes != 0, (-Segment.mostMinutes...Segment.mostMinutes).contains(minutes) else {
      throw .badMinutes(minutes)
    }
    let current = try underWay()
    guard let phase = segments[current].phase.extended(byMinutes: minutes, at: now) else {
      throw .noEnd
    }
    segments[current].phase = phase
  }

  private func underWay() throws(ProgrammeRefusal) -> Int {
    guard !segments.isEmpty else { throw .empty }
    guard let current else { throw .notRunning }
    return current
  }
}
