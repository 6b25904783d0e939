import Matchmaking
import Printing
import Store

/// Who sits where by what is planned for an event, for cards and signs.
struct PlannedSeats {
  private let evening: Evening
  private let rounds: [SeatedRound]

  /// - Throws: where nothing is planned.
  init(_ event: EventID, in store: Store) throws {
    evening = try store.evening(event)
    rounds = try SeatingKind.allCases.flatMap { try store.seating($0, of: event).rounds }
    guard !rounds.isEmpty else { throw Refusal.programme(.noRounds) }
  }

  /// Of everybody who is in any round: rounds first, then topics.
  func cards() -> [PrintedCard] {
    var meetings: [RegistrationID: [PrintedCard.Meeting]] = [:]
    for round in rounds {
      for table in round.tables {
        for seat in table.seats {
          let partner = round.kind == .rounds ? table.seats.first { $0 != seat } : nil
          meetings[seat, default: []].append(
            PrintedCard.Meeting(
              kind: round.kind, round: round.number, table: table.number,
              partner: partner.flatMap { evening.guest($0)?.badge }))
        }
      }
    }
    return evening.guests.compactMap { guest in
      meetings[guest.id].map { PrintedCard(guest: guest.printed, meetings: $0) }
    }
  }

  /// One for each table; with its topics, in their order, where it has any.
  func signs() -> [TableSign] {
    var topics: [Int: [String]] = [:]
    for table in rounds.flatMap(\.tables) {
      guard let number = table.number else { continue }
      let known = topics[number, default: []]
      let new = table.topic.map { known.contains($0) ? [] : [$0] } ?? []
      topics[number] = known + new
    }
    return topics.keys.sorted().map {
      TableSign(number: $0, topic: (topics[$0] ?? []).joined(separator: " / "))
    }
  }
}
