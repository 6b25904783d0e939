/// A bound on what any choice of meetings can be worth, from prices alone.
///
/// Weak duality: whatever is asked of each row, each column and each meeting as a price, a choice of
/// so many meetings costs at least what every pair, row and column costs at its best against those
/// prices. The prices are a flow's potentials, but nothing is taken from the flow on trust: every
/// pair that may meet is asked anew.
struct MeetingProof {
  /// No choice of as many meetings costs less, steps over bounds included.
  private(set) var leastCost: Int
  /// What the flow's own choice costs, added up from its meetings.
  private(set) var cost: Int
  /// The share of the bounds in that.
  private(set) var stepsCost: Int

  /// - Parameter worth: of a pair by its place; nil for one that may not meet.
  init(_ flow: MeetingFlow, top: Int, worth: (Int) -> Int?) {
    let (rows, columns) = (flow.arcs.rows, flow.arcs.columns)
    leastCost = flow.sinkPotential * flow.meetings
    for row in 0..<rows {
      let price = flow.rowPotential[row]
      for column in 0..<columns {
        guard let worth = worth(row * columns + column) else { continue }
        leastCost += min(0, top - worth + price - flow.columnPotential[column])
      }
      leastCost += Self.cheapest(flow, flow.rowBounds[row], -price)
    }
    for column in 0..<columns {
      leastCost += Self.cheapest(
        flow, flow.columnBounds[column], flow.columnPotential[column] - flow.sinkPotential)
    }
    (cost, stepsCost) = (0, 0)
    for row in 0..<rows {
      for arc in flow.arcs.list(of: row) where flow.isUsed[arc] { cost += flow.arcs.cost[arc] }
      stepsCost += Self.steps(flow, flow.rowBounds[row], flow.rowDegree[row])
    }
    for column in 0..<columns {
      stepsCost += Self.steps(flow, flow.columnBounds[column], flow.columnDegree[column])
    }
    cost += stepsCost
  }

  /// The least that somebody can cost at any number of meetings, at this price for each.
  private static func cheapest(
    _ flow: MeetingFlow, _ bounds: ClosedRange<Int>, _ price: Int
  ) -> Int {
    var (least, sum) = (0, 0)
    for degree in 0..<flow.rounds {
      sum += MeetingFlow.price(degree, bounds, flow.penalty) + price
      least = min(least, sum)
    }
    return least
  }

  private static func steps(_ flow: MeetingFlow, _ bounds: ClosedRange<Int>, _ degree: Int) -> Int {
    (0..<degree).reduce(0) { $0 + MeetingFlow.price($1, bounds, flow.penalty) }
  }
}
