/// A binary heap of people by distance; the lower person first among equals.
///
/// For shortest paths: of pairs (`MostPairs`) and of meetings (`MeetingFlow`).
struct MinQueue {
  private var heap: [(at: Int, person: Int)] = []

  /// The smallest distance.
  var first: Int? { heap.first?.at }

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func push(_ person: Int, at distance: Int) {
    heap.append((distance, person))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (person: Int, at: Int)? {
    guard let top = heap.first, let end = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return (top.person, top.at) }
    heap[0] = end
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(parent, child)
      parent = child
    }
    return (top.person, top.at)
  }
}
