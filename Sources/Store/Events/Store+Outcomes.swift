public import Matchmaking

extension Store {
  /// Puts on record that the organizer looks at what the picking came to for one guest.
  @discardableResult
  public func noteOutcomeSeen(of guest: RegistrationID, at event: EventID) throws -> Act {
    try act(ActSummary(.seeOutcome)) { writer, summary in
      let guest = try writer.guest(guest)
      summary.event = try writer.event(event).code
      summary.name = guest.name
      summary.badge = guest.badge
      // By which the member's own record finds it: no row is touched.
      summary.detail = guest.registration.member.description
    }.1
  }
}
