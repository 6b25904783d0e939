import Dispatch
public import Matchmaking
import Synchronization

extension CircleIndex {
  /// How many are in everybody's circle, half of the work on each of two cores: every laptop has two.
  ///
  /// - Parameter progress: is told the share that is done, by one thread at a time; false ends the work.
  /// - Returns: nil where it was ended.
  public func everyoneOnTwoCores(progress: @Sendable (Double) -> Bool) -> Circles? {
    let parts = 2
    let found = Mutex<[Circles]>([])
    let shares = Mutex([Double](repeating: 0, count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let circles = everyone(keep: 0, part: (part, of: parts)) { share in
        shares.withLock { shares in
          shares[part] = share
          return progress(shares.reduce(0, +) / Double(parts))
        }
      }
      if let circles { found.withLock { $0.append(circles) } }
    }
    let all = found.withLock { $0 }
    guard all.count == parts, var circles = all.first else { return nil }
    for part in all.dropFirst() { circles.merge(part) }
    return circles
  }
}
