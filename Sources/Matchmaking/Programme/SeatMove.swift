/// What another plan changes for one person in one round that had been announced.
public struct SeatMove: Hashable, Sendable {
  /// Where somebody sits in a round.
  public struct Seat: Hashable, Sendable {
    /// Nil for who sits out.
    public let table: Int?
    /// Whom they meet, where two sit together.
    public let partner: RegistrationID?

    public init(table: Int?, partner: RegistrationID? = nil) {
      self.table = table
      self.partner = partner
    }
  }

  public let person: RegistrationID
  public let round: Int
  /// Nil for who had no seat: they came since.
  public let before: Seat?
  public let after: Seat

  /// Of the rounds of one kind that were planned before and have not begun; by their numbers.
  ///
  /// Whoever has no seat any more is not here, and is told nothing.
  public static func between(_ before: [SeatedRound], and after: [SeatedRound]) -> [SeatMove] {
    var moves: [SeatMove] = []
    for round in after where round.phase == .waiting {
      guard
        let announced = before.first(where: { $0.kind == round.kind && $0.number == round.number })
      else { continue }
      let old = announced.places
      for (person, seat) in round.places where old[person] != seat {
        moves.append(
          SeatMove(person: person, round: round.number, before: old[person], after: seat))
      }
    }
    return moves
  }
}

extension SeatedRound {
  fileprivate var places: [RegistrationID: SeatMove.Seat] {
    var places: [RegistrationID: SeatMove.Seat] = [:]
    for table in tables {
      for person in table.seats {
        let partner =
          kind == .rounds && table.number != nil
          ? table.seats.first { $0 != person } : nil
        places[person] = SeatMove.Seat(table: table.number, partner: partner)
      }
    }
    return places
  }
}
