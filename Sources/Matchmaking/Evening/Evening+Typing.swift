/// One person's slip with all that was typed of it.
public struct TypedSlip: Hashable, Sendable {
  public let picker: Guest
  public let readings: SlipReadings

  public init(picker: Guest, readings: SlipReadings) {
    self.picker = picker
    self.readings = readings
  }
}

// What two clerks have before them.

extension Evening {
  /// The slips of a round that two typed, in badge order; of others nobody is shown anything.
  public func typedTwice(round: Int) -> [TypedSlip] {
    let readings = readings(round: round).filter(\.value.isTypedTwice)
    return readings.keys.compactMap(guest).inBadgeOrder.map {
      TypedSlip(picker: $0, readings: readings[$0.id] ?? SlipReadings())
    }
  }

  /// Whose slips were typed and wait for the second typing, in badge order.
  public func onceTyped(round: Int) -> [Guest] {
    let readings = readings(round: round)
    return readings.filter { $1.first != nil && $1.second == nil }.keys.compactMap(guest)
      .inBadgeOrder
  }

  /// What was typed at one desk, newest first, for whoever typed it.
  public func typed(
    at station: String, as reading: SlipReading, round: Int
  ) -> [(picker: Guest, slip: SlipRecord)] {
    readings(round: round).compactMap { id, readings in
      guard let slip = readings[reading], slip.station == station, let guest = guest(id) else {
        return nil
      }
      return (guest, slip)
    }.sorted { ($1.slip.at, $1.picker.id) < ($0.slip.at, $0.picker.id) }
  }

  /// How well the slips of all rounds were typed.
  public var accuracy: SlipAccuracy {
    SlipAccuracy(rounds.flatMap { readings(round: $0.number).values })
  }
}
