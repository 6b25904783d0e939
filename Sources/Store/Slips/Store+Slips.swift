import GRDB
public import Matchmaking

/// All that is typed of somebody's slip in a round.
public struct SavedSlip: Hashable, Sendable {
  public let key: SlipKey
  public internal(set) var readings: SlipReadings
}

extension Store {
  /// Stores a slip that was typed, checked once more against what is in the file now.
  ///
  /// The same slip typed again changes nothing. A different one is refused unless it is meant as a
  /// correction, or as the second typing.
  ///
  /// - Returns: what is typed of it now, and the act, whose summary says what became of the slip; nil where
  ///   the same was in already.
  @discardableResult
  public func save(_ ballot: Ballot, for id: EventID, _ typing: SlipTyping = SlipTyping()) throws
    -> (slip: SavedSlip, act: Act)?
  {
    let (results, slips, act) = try save([ballot], for: id, typing, verb: typing.verb)
    for result in results { _ = try result.get() }
    guard let act, let slip = slips.last else { return nil }
    return (slip, act)
  }

  /// Stores several slips as one act; whichever is refused leaves the others in.
  ///
  /// - Returns: for each slip what became of it, or why it was refused; the act is nil where nothing was
  ///   stored.
  public func save(
    _ ballots: [Ballot], for id: EventID, _ typing: SlipTyping = SlipTyping()
  ) throws -> ([Result<SlipOutcome, Refusal>], Act?) {
    let (results, _, act) = try save(ballots, for: id, typing, verb: .importSlips)
    return (results, act)
  }

  private func save(
    _ ballots: [Ballot], for id: EventID, _ typing: SlipTyping, verb: ActSummary.Verb
  ) throws -> ([Result<SlipOutcome, Refusal>], [SavedSlip], Act?) {
    do {
      let ((results, slips), act) = try act(ActSummary(verb)) { writer, summary in
        let desk = try SlipDesk(id, typing, in: self, writer: writer)
        summary.event = desk.event.code
        var results: [Result<SlipOutcome, Refusal>] = []
        var slips: [SavedSlip] = []
        for ballot in ballots {
          do {
            let (outcome, picker, slip) = try desk.write(ballot)
            results.append(.success(outcome))
            slips.append(slip)
            guard verb != .importSlips else { continue }
            summary.note(outcome, picker, typing.reading)
          } catch let refusal as Refusal {
            results.append(.failure(refusal))
          }
        }
        let written = results.count { result in
          if case .success(let outcome) = result { outcome != .unchanged } else { false }
        }
        if written == 0 { throw NothingNew(results: results) }
        if verb == .importSlips { summary.count = written }
        return (results, slips)
      }
      return (results, slips, act)
    } catch let nothing as NothingNew {
      return (nothing.results, [], nil)
    }
  }

  /// Puts on record that somebody's slip was not taken, for they may be wronged by it: who and why, and
  /// nothing of whom it picks.
  ///
  /// - Returns: nil where nobody could be wronged, as their slip is in, or nobody wears the badge.
  @discardableResult
  public func record(_ refusal: SlipRefusal, of picker: Badge, for id: EventID) throws -> Act? {
    guard refusal.leavesSlipOut else { return nil }
    guard let guest = try read({ try Guest.wearing(picker, in: id, $0) }) else { return nil }
    return try act(ActSummary(.refuseSlip)) { writer, summary in
      summary.event = try writer.event(id).code
      summary.name = guest.name
      summary.badge = guest.badge
      summary.refusal = refusal.code
    }.1
  }
}

/// Rolls the act back, so that nothing new leaves no empty act.
private struct NothingNew: Error {
  let results: [Result<SlipOutcome, Refusal>]
}

extension SlipTyping {
  fileprivate var verb: ActSummary.Verb {
    switch (reading, replacing) {
    case (.settled, _): .settleSlip
    case (_, .whatever), (_, .exactly): .correctSlip
    case (.second, .nothing): .compareSlip
    case (.first, .nothing): .saveSlip
    }
  }
}

extension ActSummary {
  /// How many a slip picks is not told, nor whether it is blank: whoever has no mutual pick and picked
  /// somebody picked in vain.
  fileprivate mutating func note(_ outcome: SlipOutcome, _ picker: Guest, _ reading: SlipReading) {
    name = picker.name
    badge = picker.badge
    switch outcome {
    case .unchanged: break
    case .saved where verb == .correctSlip && reading == .second:
      detail = ActSummary.secondTyping
    case .saved: break
    case .settled: verb = .settleSlip
    case .same, .differs:
      verb = .compareSlip
      detail = outcome.rawValue
    }
  }
}

extension SlipRefusal {
  /// Whether the slip of whoever picks stays out by it, if nobody looks after it.
  fileprivate var leavesSlipOut: Bool {
    switch self {
    case .noPicker, .alreadyIn, .changedMeanwhile, .sameClerk, .typedOnce: false
    case .notABadge, .unknownBadge, .badgeChanged, .absent, .misplaced, .repeated, .ownPool,
      .oneself, .tooMany, .paired, .pickingClosed:
      true
    }
  }
}
