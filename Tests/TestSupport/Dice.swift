/// Random numbers that are the same from the same seed, on every machine: SplitMix64.
///
/// Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  public mutating func roll(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// A number from 0 to below so many sides, of which there is at least one.
  public mutating func roll(_ sides: Int) -> Int { roll(0...max(0, sides - 1)) }

  /// One of them; there must be one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[roll(elements.count)]
  }

  /// One of them by chance, none where there is none.
  public mutating func pickAny<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : pick(elements)
  }

  /// Up to so many of these characters.
  public mutating func text(_ alphabet: [Character], upTo length: Int) -> String {
    String((0..<roll(0...length)).map { _ in pick(alphabet) })
  }
}
