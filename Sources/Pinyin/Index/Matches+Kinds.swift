extension Matches {
  private typealias Lanes = SIMD16<UInt8>

  /// Takes the first ordinals of each kind, kind after kind: nothing is sorted.
  ///
  /// - Parameter kinds: by ordinal, filled up to whole vectors with ``MatchKind/none``.
  init(kinds: UnsafeRawBufferPointer, limit: Int) {
    var byKind = [[Int]](repeating: [], count: MatchKind.allCases.count)
    // As soon as one kind fills the result, neither it nor a worse one is of interest.
    var ceiling = limit > 0 ? MatchKind.none : 0
    for start in stride(from: 0, to: kinds.count, by: Numbers.lanes) {
      let lanes = kinds.loadUnaligned(fromByteOffset: start, as: Lanes.self)
      guard any(lanes .< Lanes(repeating: ceiling)) else { continue }
      for ordinal in start..<start + Numbers.lanes where kinds[ordinal] < ceiling {
        let kind = Int(kinds[ordinal])
        byKind[kind].append(ordinal)
        if byKind[kind].count == limit { ceiling = kinds[ordinal] }
      }
    }
    let best = MatchKind.allCases.lazy.flatMap { kind in
      byKind[Int(kind.rawValue)].lazy.map { Match(ordinal: $0, kind: kind) }
    }
    self.init(total: Self.count(kinds), best: Array(best.prefix(limit)))
  }

  private static func count(_ kinds: UnsafeRawBufferPointer) -> Int {
    var missing = 0
    var start = 0
    while start < kinds.count {
      // At most 255 to a lane, which is as far as it counts.
      let stop = min(start + 255 * Numbers.lanes, kinds.count)
      var lanes = Lanes.zero
      for place in stride(from: start, to: stop, by: Numbers.lanes) {
        let isMissing =
          kinds.loadUnaligned(fromByteOffset: place, as: Lanes.self)
          .== Lanes(repeating: MatchKind.none)
        lanes = lanes &+ Lanes.zero.replacing(with: Lanes.one, where: isMissing)
      }
      for lane in lanes.indices { missing += Int(lanes[lane]) }
      start = stop
    }
    return kinds.count - missing
  }
}
