/// One round: who sits with whom at which table, and who sits out.
public struct Round: Hashable, Sendable {
  public struct Table: Hashable, Sendable {
    /// Counted from 1.
    public let number: Int
    public let meeting: Meeting

    public init(_ number: Int, _ meeting: Meeting) {
      self.number = number
      self.meeting = meeting
    }
  }

  /// By number; no number twice, nobody twice.
  public let tables: [Table]
  /// Those who were there and met nobody, in badge order.
  public let sittingOut: [Badge]

  public init(tables: [Table], sittingOut: [Badge]) {
    self.tables = tables.sorted { $0.number < $1.number }
    self.sittingOut = sittingOut.sorted()
  }

  public var meetings: [Meeting] { tables.map(\.meeting) }

  /// Where everyone of this round is; who is not in it was not planned for.
  public var places: [Badge: RoundPlace] {
    var places: [Badge: RoundPlace] = [:]
    for badge in sittingOut { places[badge] = .sittingOut }
    for table in tables {
      places[table.meeting.a] = .table(table.number, with: table.meeting.b)
      places[table.meeting.b] = .table(table.number, with: table.meeting.a)
    }
    return places
  }
}

/// Where somebody is during a round.
public enum RoundPlace: Hashable, Sendable {
  case table(Int, with: Badge)
  case sittingOut
}
