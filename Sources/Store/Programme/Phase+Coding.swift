import GRDB
import Matchmaking

extension Phase {
  /// As the columns of a segment or a round have it; `values` goes with it.
  static let columns = "state, started_at, ends_at, ends_steady, boot, remaining, ended_at"
  static let places = "?, ?, ?, ?, ?, ?, ?"
  static let assignments =
    columns.split(separator: ", ").map { "\($0) = ?" }.joined(separator: ", ")

  /// - Parameter row: beginning with `columns`.
  init(_ row: Columns) throws {
    let times = [1, 2, 5, 6].map { row.number($0) }
    let since = times[0].map(Timestamp.init(milliseconds:))
    switch (State(rawValue: row.text(0)), since) {
    case (.waiting, nil): self = .waiting
    case (.running, let since?):
      let steady = row.number(3).map { SteadyTime(boot: row.text(4), milliseconds: $0) }
      self = .running(
        since: since,
        until: times[1].map { ClockReading(wall: Timestamp(milliseconds: $0), steady: steady) })
    case (.paused, let since?): self = .paused(since: since, left: times[2])
    case (.done, let since?):
      self = .done(since: since, at: times[3].map(Timestamp.init(milliseconds:)) ?? since)
    default: throw UnreadableRow(description: "phase \(row.text(0))")
    }
  }

  var values: [(any StatementBinding)?] {
    var until: ClockReading?
    var left: Int64?
    var ended: Timestamp?
    switch self {
    case .waiting: break
    case .running(_, let end): until = end
    case .paused(_, let rest): left = rest
    case .done(_, let at): ended = at
    }
    return [
      state.rawValue, since?.milliseconds, until?.wall.milliseconds, until?.steady?.milliseconds,
      until?.steady?.boot, left, ended?.milliseconds,
    ]
  }
}

extension ActWriter {
  /// When it is done, by both clocks.
  var clockReading: ClockReading { ClockReading(wall: now, steady: steady) }
}
