/// The meetings of some rounds, chosen but not yet put into rounds.
///
/// The most that can be; among those, sit-outs as even as can be; among those, the highest total of
/// fit; among those, the most that were announced.
struct MeetingChoice {
  /// By row and column.
  private(set) var pairs: [(row: Int, column: Int)] = []
  private(set) var fit = 0
  /// No choice of as many meetings and as even sit-outs has a higher total.
  private(set) var bound = 0

  /// - Parameters:
  ///   - most: how many meetings rounds and tables have room for.
  ///   - past: the sit-outs of rows and of columns so far.
  ///   - isEven: whether sit-outs are to be even at all.
  ///   - isOpen: whether the pair at a place of the table may meet.
  ///   - isAnnounced: whether it was announced to.
  static func best(
    in table: MeetingTable, rounds: Int, most: Int, past: (rows: [Int], columns: [Int]),
    isEven: Bool = true, isOpen: (Int) -> Bool, isAnnounced: (Int) -> Bool
  ) -> MeetingChoice {
    let (rows, columns) = (table.rows.count, table.columns.count)
    var partners = (
      rows: [Int](repeating: 0, count: rows), columns: [Int](repeating: 0, count: columns)
    )
    var (low, high, pairs) = (Int.max, Int.min, 0)
    for row in 0..<rows {
      for column in 0..<columns where isOpen(row * columns + column) {
        partners.rows[row] += 1
        partners.columns[column] += 1
        let fit = Int(table.fit[row * columns + column])
        (low, high, pairs) = (min(low, fit), max(high, fit), pairs + 1)
      }
    }
    guard pairs > 0, most > 0 else { return MeetingChoice() }
    let meetings = largest(
      rounds, most, pairs == rows * columns, rows, columns, partners, isOpen)
    // Whatever was announced counts less than the least difference of fit.
    var scale = table.fit.indices.contains(where: isAnnounced) ? meetings + 1 : 1
    var penalty = meetings.multipliedReportingOverflow(by: 4 * (high - low + 1) * scale)
    if penalty.overflow || penalty.partialValue > Int.max >> 24 / (rounds + 2) {
      scale = 1
      penalty = meetings.multipliedReportingOverflow(by: 4 * (high - low + 1))
    }
    func worth(_ place: Int) -> Int? {
      guard isOpen(place) else { return nil }
      return (Int(table.fit[place]) - low) * scale + (scale > 1 && isAnnounced(place) ? 1 : 0)
    }
    func bounds(_ past: [Int], _ partners: [Int]) -> [ClosedRange<Int>] {
      guard isEven else { return past.map { _ in 0...rounds } }
      let people = zip(past, partners).map { SitOutLevel.Person(past: $0, partners: $1) }
      return SitOutLevel.bounds(of: people, rounds: rounds, meetings: meetings)
    }
    func flow(estimating estimate: Int?) -> MeetingFlow {
      var flow = MeetingFlow(
        MeetingArcs(rows: rows, columns: columns, meetings: estimate, worth: worth),
        rounds: rounds, rowBounds: bounds(past.rows, partners.rows),
        columnBounds: bounds(past.columns, partners.columns), penalty: penalty.partialValue + 1)
      flow.run(upTo: meetings)
      return flow
    }
    var chosen = flow(estimating: meetings)
    if chosen.fallsShort { chosen = flow(estimating: nil) }
    var choice = MeetingChoice()
    choice.take(chosen, MeetingProof(chosen, worth: worth), table, scale, low)
    return choice
  }

  /// The most meetings there can be.
  private static func largest(
    _ rounds: Int, _ most: Int, _ isComplete: Bool, _ rows: Int, _ columns: Int,
    _ partners: (rows: [Int], columns: [Int]), _ isOpen: (Int) -> Bool
  ) -> Int {
    if isComplete {
      return min(most, rows * min(rounds, columns), columns * min(rounds, rows))
    }
    let arcs = MeetingArcs(rows: rows, columns: columns, meetings: nil) { isOpen($0) ? 0 : nil }
    let bounds = 0...rounds
    var flow = MeetingFlow(
      arcs, rounds: rounds, rowBounds: [ClosedRange<Int>](repeating: bounds, count: rows),
      columnBounds: [ClosedRange<Int>](repeating: bounds, count: columns), penalty: 0)
    flow.run(upTo: most)
    return flow.meetings
  }

  private mutating func take(
    _ flow: MeetingFlow, _ proof: MeetingProof, _ table: MeetingTable, _ scale: Int, _ low: Int
  ) {
    pairs.reserveCapacity(flow.meetings)
    for row in 0..<flow.arcs.rows {
      for arc in flow.arcs.list(of: row) where flow.isUsed[arc] {
        let column = Int(flow.arcs.column[arc])
        pairs.append((row, column))
        fit += Int(table.fit[row * table.width + column])
      }
    }
    // With steps over bounds as few as they are, no worth is above this.
    let worth = proof.stepsCost - proof.leastCost
    bound = (worth >= 0 ? worth / scale : -((scale - 1 - worth) / scale)) + low * flow.meetings
  }
}
