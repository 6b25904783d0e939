import Matchmaking

/// The guests of an evening by what they wear, for planning who sits where.
struct SeatedPeople {
  let evening: Evening
  private var badgeOf: [RegistrationID: Badge] = [:]
  private var guests: [Badge: Guest] = [:]

  init(_ evening: Evening) {
    self.evening = evening
    for guest in evening.guests {
      guard let badge = guest.badge else { continue }
      badgeOf[guest.id] = badge
      guests[badge] = guest
    }
  }

  func badge(_ id: RegistrationID) -> Badge? { badgeOf[id] }
  /// All that are worn or printed, in their order.
  var badges: [Badge] { guests.keys.sorted() }

  func guest(_ badge: Badge) -> Guest? { guests[badge] }
  func registration(_ badge: Badge) -> RegistrationID? { guests[badge]?.id }

  /// - Throws: where nobody could meet anybody.
  func toSeat() throws -> [Badge] {
    let people = evening.guestsToSeat.compactMap(\.badge).sorted()
    guard people.count >= 2 else { throw Refusal.programme(.tooFew(here: people.count)) }
    return people
  }

  /// Those that began, and those that were announced and did not.
  func rounds(_ rounds: [SeatedRound]) -> (past: [Round], announced: [Round]) {
    let begun = rounds.prefix { $0.phase != .waiting }
    return (
      begun.map { $0.round(badge) }, rounds.dropFirst(begun.count).map { $0.round(badge) }
    )
  }

  func topicRounds(_ rounds: [SeatedRound]) -> (past: [TopicRound], announced: [TopicRound]) {
    let begun = rounds.prefix { $0.phase != .waiting }
    return (
      begun.map { $0.topicRound(badge) },
      rounds.dropFirst(begun.count).map { $0.topicRound(badge) }
    )
  }

  func forbidden(_ pairs: [[RegistrationID]], colleaguesApart: Bool) -> Set<Meeting> {
    var forbidden: Set<Meeting> = []
    for pair in pairs {
      let badges = pair.compactMap(badge)
      if badges.count == 2 { forbidden.insert(Meeting(badges[0], badges[1])) }
    }
    guard colleaguesApart else { return forbidden }
    let units = Dictionary(grouping: guests.filter { !$0.value.employer.isEmpty }) {
      $0.value.employer
    }
    for unit in units.values {
      let badges = unit.map(\.key)
      for (place, one) in badges.enumerated() {
        for other in badges[(place + 1)...]
        where one.pool == .everyone || one.pool != other.pool {
          forbidden.insert(Meeting(one, other))
        }
      }
    }
    return forbidden
  }
}
