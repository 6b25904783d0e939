/// Random numbers that are the same on every machine and in every release: SplitMix64.
///
/// Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014. The standard
/// library's ways of drawing may change from release to release, so drawing is done here too.
public struct Dice: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// A stream of its own for the n-th of something: what is drawn for one changes no other.
  init(seed: UInt64, stream: UInt64) {
    var mixer = Dice(seed: seed ^ stream &* 0xd6e8_feb8_6659_fd93)
    state = mixer.next()
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 to below the bound, which is at least 1.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  public mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// From 0 to below 1.
  public mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  public mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// About normal, mean 0 and deviation 1: the sum of twelve numbers.
  public mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }

  public mutating func shuffle<Element>(_ list: inout [Element]) {
    for index in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(index, below(index + 1))
    }
  }
}

/// Things with a weight each, drawn in proportion.
struct Weighted<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// Weights summed up to and with each element.
  private let sums: [Double]

  /// - Parameter pairs: at least one, with weights above 0.
  init(_ pairs: [(Element, Double)]) {
    precondition(!pairs.isEmpty, "nothing to draw from")
    elements = pairs.map(\.0)
    var sum = 0.0
    sums = pairs.map { pair in
      sum += pair.1
      return sum
    }
  }

  /// The same weight for all.
  init(even elements: [Element]) { self.init(elements.map { ($0, 1) }) }

  func draw(_ dice: inout Dice) -> Element {
    let point = dice.unit() * (sums.last ?? 0)
    var (low, high) = (0, elements.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > point { high = middle } else { low = middle + 1 }
    }
    return elements[low]
  }

  /// Different places of the list, as many as asked for or there are, whatever their weights.
  func draw(_ count: Int, _ dice: inout Dice) -> [Element] {
    var places: [Int] = []
    while places.count < min(count, elements.count) {
      let place = dice.below(elements.count)
      if !places.contains(place) { places.append(place) }
    }
    return places.map { elements[$0] }
  }
}
