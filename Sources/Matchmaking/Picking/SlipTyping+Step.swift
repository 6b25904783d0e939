/// What a slip that was typed does to what was typed of it before.
public enum SlipStep: Hashable, Sendable {
  case unchanged
  case write(SlipReading, SlipOutcome)
}

extension SlipTyping {
  /// Settles where a slip goes: the rule of typing once, twice, correcting and settling.
  ///
  /// While only one of two readings is there, correcting it is free, and whoever types the other learns
  /// nothing of it. Once both are there they stay as they were typed, for the error rate counts them; any
  /// correction is what the paper says.
  public func step(
    _ slip: SlipRecord, beside known: SlipReadings, of picker: Badge
  ) throws(SlipRefusal) -> SlipStep {
    switch reading {
    case .settled:
      guard known.isTypedTwice || known.settled != nil else { throw .typedOnce(picker) }
      return settle(slip, known)
    case .first, .second:
      if case .nothing = replacing { return try enter(slip, known, picker) }
      return try correct(slip, known, picker)
    }
  }

  private func enter(
    _ slip: SlipRecord, _ known: SlipReadings, _ picker: Badge
  ) throws(SlipRefusal) -> SlipStep {
    let other: SlipReading = reading == .first ? .second : .first
    if let own = known[reading] {
      if isRepeated(slip, after: own, known) {
        if (known.settled ?? own).says(theSameAs: slip) { return .unchanged }
        throw .alreadyIn(picker)
      }
      // Another desk was quicker with the same slip.
      return .write(.second, slip.says(theSameAs: own) ? .same : .differs)
    }
    guard let before = known[other] else { return .write(reading, .saved) }
    if let clerk, before.clerk == clerk { throw .sameClerk(picker, clerk) }
    return .write(reading, slip.says(theSameAs: before) ? .same : .differs)
  }

  /// Whether typing it again is no comparison: by the same desk, by one that does not share, or a third
  /// time.
  private func isRepeated(
    _ slip: SlipRecord, after before: SlipRecord, _ known: SlipReadings
  ) -> Bool {
    !isShared || reading != .first || known.second != nil || known.settled != nil
      || before.station == slip.station
  }

  private func correct(
    _ slip: SlipRecord, _ known: SlipReadings, _ picker: Badge
  ) throws(SlipRefusal) -> SlipStep {
    let isFixed = known.isTypedTwice || known.settled != nil
    let standing = isFixed ? known.counting : known[reading]
    if let standing, !known.isUnsettled, standing.says(theSameAs: slip) { return .unchanged }
    if case .exactly(let seen) = replacing, standing != seen { throw .changedMeanwhile(picker) }
    if isFixed { return settle(slip, known) }
    return standing == nil ? try enter(slip, known, picker) : .write(reading, .saved)
  }

  /// Where both typings agree and nothing was settled, that they are right changes nothing.
  private func settle(_ slip: SlipRecord, _ known: SlipReadings) -> SlipStep {
    if !known.isUnsettled, let standing = known.counting, standing.says(theSameAs: slip) {
      return .unchanged
    }
    return .write(.settled, .settled)
  }
}
