// What is kept names people by their registrations; what is planned names them by their badges.

extension SeatedRound {
  /// As it is planned from. Who is not at the evening any more, or wears no badge, is left out, and with them
  /// the meeting they had.
  public func round(_ badge: (RegistrationID) -> Badge?) -> Round {
    var meetings: [Round.Table] = []
    var alone: [Badge] = []
    for table in tables {
      let badges = table.seats.compactMap(badge)
      if let number = table.number, badges.count == 2, table.seats.count == 2 {
        meetings.append(Round.Table(number, Meeting(badges[0], badges[1])))
      } else if table.number == nil {
        alone += badges
      }
    }
    return Round(tables: meetings, sittingOut: alone)
  }

  public func topicRound(_ badge: (RegistrationID) -> Badge?) -> TopicRound {
    TopicRound(tables.map { $0.seats.compactMap(badge) })
  }
}

extension Round {
  /// As it is kept; badges nobody wears are left out.
  public func tables(_ registration: (Badge) -> RegistrationID?) -> [SeatedTable] {
    tables.map { table in
      SeatedTable(
        number: table.number,
        seats: [table.meeting.a, table.meeting.b].compactMap(registration))
    } + sittingOut.map { SeatedTable(number: nil, seats: [$0].compactMap(registration)) }
  }
}

extension TopicRound {
  /// - Parameter topics: given to the tables in turn; none where there are none.
  public func tables(
    topics: [String], _ registration: (Badge) -> RegistrationID?
  ) -> [SeatedTable] {
    tables.enumerated().map { place, badges in
      SeatedTable(
        number: place + 1, topic: topics.isEmpty ? nil : topics[place % topics.count],
        seats: badges.compactMap(registration))
    }
  }
}
