extension Evening {
  /// The picking rounds in their order; the first is there without anybody opening it.
  ///
  /// A closed event has no open round, and only the last may be open. One of which nothing but slips is
  /// known, as where files that were worked on apart became one, goes by the event's rule.
  public var rounds: [PickingRound] {
    let last = max(1, writtenRounds.last?.number ?? 1, papers.keys.max() ?? 1)
    return (1...last).compactMap { number in
      let written = writtenRounds.first { $0.number == number }
      guard number == 1 || written != nil || papers[number]?.isEmpty == false else { return nil }
      var round = PickingRound(number, of: event)
      if let written {
        if number > 1 { round = written }
        round.state = written.state
      }
      if event.state != .open || number < last { round.state = .closed }
      return round
    }
  }

  /// Nil where no such round was opened.
  public func round(_ number: Int) -> PickingRound? { rounds.first { $0.number == number } }

  /// The one that takes slips, or the last; there is always one.
  public var currentRound: PickingRound {
    let rounds = rounds
    return rounds.last(where: \.isOpen) ?? rounds.last ?? PickingRound(1, of: event)
  }

  /// Whoever was paired in a round before, where this one leaves them out.
  public func leftOut(of round: Int) -> Set<RegistrationID> { leftOut[round] ?? [] }

  /// Works out anew who is left out of which round, from the first to the last.
  mutating func leaveOutPaired() {
    leftOut = [:]
    let rounds = rounds
    guard rounds.contains(where: \.leavesOutPaired) else { return }
    var paired: Set<RegistrationID> = []
    for round in rounds {
      if round.leavesOutPaired { leftOut[round.number] = paired }
      guard !round.isOpen else { continue }
      paired.formUnion(self.paired(in: round.number))
    }
  }

  private func paired(in round: Int) -> [RegistrationID] {
    guard let pairing = try? pairing(round: round) else { return [] }
    return pairing.pairs.flatMap { [$0.pick.a, $0.pick.b] }.compactMap { guest(wearing: $0)?.id }
  }
}

// MARK: - Slips

extension Evening {
  /// What was typed of one slip; empty where nothing was.
  public func readings(of picker: RegistrationID, round: Int = 1) -> SlipReadings {
    papers[round]?[picker] ?? SlipReadings()
  }

  /// Everything that was typed in a round.
  public func readings(round: Int) -> [RegistrationID: SlipReadings] { papers[round] ?? [:] }

  /// What one slip says that is in.
  public func slip(of picker: RegistrationID, round: Int = 1) -> SlipRecord? {
    papers[round]?[picker]?.counting
  }

  /// What each slip says that is in.
  public func slips(round: Int) -> [RegistrationID: SlipRecord] {
    readings(round: round).compactMapValues(\.counting)
  }

  /// Those of the first round.
  public var slips: [RegistrationID: SlipRecord] { slips(round: 1) }

  /// Everyone whose slip is expected and not in yet, in badge order.
  ///
  /// Expected are those who are here; somebody who left early, or is left out, is not waited for.
  /// Nobody's is once the slips were deleted.
  public func missingSlips(round: Int) -> [Guest] {
    guard event.state != .archived else { return [] }
    let (papers, leftOut) = (readings(round: round), leftOut(of: round))
    return guests.filter {
      $0.registration.status == .checkedIn && papers[$0.id]?.counting == nil
        && !leftOut.contains($0.id)
    }.inBadgeOrder
  }

  /// Those of the first round.
  public var missingSlips: [Guest] { missingSlips(round: 1) }

  /// Whose two typings have to be settled by looking at the paper, in badge order.
  public func unsettled(round: Int) -> [Guest] {
    readings(round: round).filter(\.value.isUnsettled).keys.compactMap(guest).inBadgeOrder
  }

  /// How many slips of a round were typed, and how well.
  public func accuracy(round: Int) -> SlipAccuracy { SlipAccuracy(readings(round: round).values) }
}

extension [Guest] {
  /// Who has no badge comes first.
  public var inBadgeOrder: [Guest] {
    sorted { ($0.badge ?? Badge(.everyone, 0)) < ($1.badge ?? Badge(.everyone, 0)) }
  }
}

extension Evening {
  /// The round that is meant; nil is the one that takes slips, else the last.
  public func wanted(_ number: Int?) throws(Refusal) -> PickingRound {
    guard let number else { return currentRound }
    guard let round = round(number) else {
      throw .round(.unknown(number, of: rounds.last?.number ?? 1))
    }
    return round
  }
}

/// How often two clerks typed the same slip differently.
public struct SlipAccuracy: Hashable, Sendable {
  /// Typed at least once.
  public var slips = 0
  public var typedTwice = 0
  /// As they were typed: settling a difference does not make it undone.
  public var differing = 0

  public init(_ readings: some Sequence<SlipReadings>) {
    for slip in readings {
      if slip.counting != nil { slips += 1 }
      if slip.isTypedTwice { typedTwice += 1 }
      if slip.differs { differing += 1 }
    }
  }

  /// Of the slips typed twice; nil where none was.
  public var rate: Double? { typedTwice == 0 ? nil : Double(differing) / Double(typedTwice) }
}
