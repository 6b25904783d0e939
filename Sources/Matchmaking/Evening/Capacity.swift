/// How many people an event takes (名额): in all, of each pool, or both.
public struct Capacity: Hashable, Sendable {
  public let all: Int?
  public let men: Int?
  public let women: Int?

  public static let unlimited = Capacity()
  /// What a limit may be; no hall holds more.
  public static let numbers = 1...999_999

  public init(_ all: Int? = nil, men: Int? = nil, women: Int? = nil) {
    // Both pools' places are as many as there are: that number says nothing of its own.
    self.all = all != nil && all == Self.sum(men, women) ? nil : all
    (self.men, self.women) = (men, women)
  }

  private static func sum(_ men: Int?, _ women: Int?) -> Int? {
    guard let men, let women else { return nil }
    return men + women
  }

  /// How many it takes of whatever pool; nil where there is no end to them.
  public var total: Int? { all ?? Self.sum(men, women) }

  public var isByPool: Bool { men != nil || women != nil }

  /// What one pool is limited to; nil where the whole alone counts.
  public func places(of pool: Pool) -> Int? {
    switch pool {
    case .men: men
    case .women: women
    case .everyone: nil
    }
  }

  /// How many more of a pool get a place; nil where there is no limit.
  public func free(for pool: Pool, _ headcounts: [Pool: Headcount]) -> Int? {
    let left = [
      all.map { $0 - headcounts.whole.taken },
      places(of: pool).map { $0 - (headcounts[pool]?.taken ?? 0) },
    ]
    return left.compactMap(\.self).min().map { max(0, $0) }
  }

  /// The limit that leaves no place for somebody; nil where there is one.
  ///
  /// - Parameter pool: theirs; nil where it is not known, so that the whole alone can stand against them.
  public func reached(for pool: Pool?, _ headcounts: [Pool: Headcount]) -> (places: Int, of: Pool?)?
  {
    if let pool, let places = places(of: pool), headcounts[pool]?.taken ?? 0 >= places {
      return (places, pool)
    }
    guard let all, headcounts.whole.taken >= all else { return nil }
    return (all, nil)
  }

  /// The limits of which more people have a place than there are.
  public func exceeded(_ headcounts: [Pool: Headcount]) -> [(places: Int, taken: Int, of: Pool?)] {
    let limits: [(Int?, Int, Pool?)] =
      [(all, headcounts.whole.taken, nil)]
      + [Pool.men, .women].map { (places(of: $0), headcounts[$0]?.taken ?? 0, $0) }
    return limits.compactMap { places, taken, pool in
      guard let places, taken > places else { return nil }
      return (places, taken, pool)
    }
  }
}

extension [Pool: Headcount] {
  /// Of all pools together.
  public var whole: Headcount { values.reduce(Headcount(), +) }
}

// MARK: - What it may be

/// Why a capacity will not do.
public enum CapacityFault: Error, Hashable, Sendable {
  /// It says nothing that could be places.
  case unreadable(String)
  case outOfRange
  /// Men and women of an event that knows no pools.
  case noPools
  /// The pools' places together are fewer than the whole.
  case wholeOutOfReach(whole: Int, sum: Int)
  /// The whole is fewer than one pool's places.
  case poolOutOfReach(Pool, places: Int, whole: Int)
}

extension Capacity {
  /// What nobody can have meant. Made apart, two changes may still come to it: then each limit stands.
  public func check(_ pools: Pools) throws(CapacityFault) {
    for number in [all, men, women].compactMap(\.self) where !Self.numbers.contains(number) {
      throw .outOfRange
    }
    guard isByPool else { return }
    guard pools == .two else { throw .noPools }
    guard let all else { return }
    if let sum = Self.sum(men, women), all > sum {
      throw .wholeOutOfReach(whole: all, sum: sum)
    }
    for pool in [Pool.men, .women] {
      if let places = places(of: pool), places > all {
        throw .poolOutOfReach(pool, places: places, whole: all)
      }
    }
  }
}
