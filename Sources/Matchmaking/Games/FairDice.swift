/// Numbers from a seed, the same on every machine and in every release, each below a bound as likely as any other.
///
/// Source: SplitMix64 (Steele, Lea and Flood 2014); of its numbers those beyond the last whole multiple of the
/// bound are passed over, or small ones would come more often.
public struct FairDice: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// - Parameter bound: 1 at least.
  public mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(max(1, bound))
    let rest = (UInt64.max % bound + 1) % bound
    var number = next()
    while number > UInt64.max - rest { number = next() }
    return Int(number % bound)
  }

  /// Fisher and Yates, from the last place to the first.
  public mutating func shuffle<Thing>(_ things: inout [Thing]) {
    for place in things.indices.dropFirst().reversed() {
      things.swapAt(place, below(place + 1))
    }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
