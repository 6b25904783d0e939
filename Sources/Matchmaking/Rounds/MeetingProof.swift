/// A bound on what any choice of meetings can be worth, from prices alone.
///
/// Weak duality: whatever is asked of each row, each column and each meeting as a price, a choice of
/// so many meetings costs at least what every pair, row and column costs at its best against those
/// prices. The prices come from a flow, but nothing is taken from the flow on trust: every pair that
/// may meet is asked anew, at its worth and not at the flow's costs.
struct MeetingProof {
  /// No choice of as many meetings costs less: steps over bounds less worth.
  private(set) var leastCost = 0
  /// What the flow's own choice has of steps over bounds.
  private(set) var stepsCost = 0
  private let flow: MeetingFlow

  /// - Parameter worth: of a pair by its place; nil for one that may not meet.
  init(_ flow: MeetingFlow, worth: (Int) -> Int?) {
    self.flow = flow
    let arcs = flow.arcs
    let rowPrices = (0..<arcs.rows).map { flow.rowPotential[$0] + arcs.rowOffset[$0] + arcs.top }
    let columnPrices = (0..<arcs.columns).map { flow.columnPotential[$0] - arcs.columnOffset[$0] }
    for row in 0..<arcs.rows {
      for column in 0..<arcs.columns {
        guard let worth = worth(row * arcs.columns + column) else { continue }
        leastCost += min(0, rowPrices[row] - columnPrices[column] - worth)
      }
    }
    let source = fitting(
      arcs.top, flow.rowDegree, flow.rowBounds, rowPrices.map { -$0 }, isSource: true)
    let sink = fitting(
      flow.sinkPotential, flow.columnDegree, flow.columnBounds, columnPrices, isSource: false)
    for row in 0..<arcs.rows {
      add(flow.rowBounds[row], flow.rowDegree[row], source - rowPrices[row])
    }
    for column in 0..<arcs.columns {
      add(flow.columnBounds[column], flow.columnDegree[column], columnPrices[column] - sink)
    }
    leastCost += (sink - source) * flow.meetings
  }

  /// A price of the source or the sink at which nobody would have a meeting more or less, if there is
  /// one. Any price is good for a bound; this one for a close one.
  private func fitting(
    _ price: Int, _ degrees: [Int], _ bounds: [ClosedRange<Int>], _ own: [Int], isSource: Bool
  ) -> Int {
    var (low, high) = (Int.min, Int.max)
    for person in degrees.indices {
      if degrees[person] > 0 {
        low = max(
          low, MeetingFlow.price(degrees[person] - 1, bounds[person], flow.penalty) + own[person])
      }
      if degrees[person] < flow.rounds {
        high = min(
          high, MeetingFlow.price(degrees[person], bounds[person], flow.penalty) + own[person])
      }
    }
    // The source asks the other way around.
    return isSource ? -max(min(-price, high), low) : max(min(price, high), low)
  }

  /// The least somebody can cost at any number of meetings, at this price for each.
  private mutating func add(_ bounds: ClosedRange<Int>, _ degree: Int, _ price: Int) {
    var (least, sum) = (0, 0)
    for step in 0..<flow.rounds {
      let cost = MeetingFlow.price(step, bounds, flow.penalty)
      if step < degree { stepsCost += cost }
      sum += cost + price
      least = min(least, sum)
    }
    leastCost += least
  }
}
