/// A question about some columns of figures.
///
/// The rule itself is asked, of a member of whom nothing else is known, and once for each answer that stands
/// in the columns: a hundred thousand members have a few dozen heights. So both always agree.
struct FigureTest {
  /// Together eight bytes of each member at most.
  private let columns: [FigureColumn]
  private let day: Day
  private let rule: (MemberFacts) -> Bool
  // What was answered, each in the one place where it is looked for; a later one takes its place.
  private static let bits = 12
  private var asked = [UInt64](repeating: 0, count: 1 << bits)
  private var answers = [Answer](repeating: .open, count: 1 << bits)

  private enum Answer: UInt8 { case open, no, yes }

  init(_ columns: [FigureColumn], on day: Day, _ rule: @escaping (MemberFacts) -> Bool) {
    self.columns = columns
    self.day = day
    self.rule = rule
  }

  /// How little it takes to ask it.
  var size: Int { columns.reduce(0) { $0 + $1.width } }

  /// Leaves those who meet it.
  mutating func sift(_ places: inout [Int32], in figures: FigureView) {
    let lanes = columns.map { (bytes: figures[$0], width: $0.width) }
    var kept = 0
    let count = places.count
    places.withUnsafeMutableBufferPointer { places in
      if lanes.count == 1 {
        let (bytes, width) = lanes[0]
        for index in 0..<count {
          let place = places[index]
          let number = bytes.number(at: Int(place), width: width)
          places[kept] = place
          if isMet(UInt64(UInt32(truncatingIfNeeded: number))) { kept += 1 }
        }
        return
      }
      for index in 0..<count {
        let place = places[index]
        var key: UInt64 = 0
        for (bytes, width) in lanes {
          let number = bytes.number(at: Int(place), width: width)
          let bits = UInt64(8 * width)
          key = (key << bits) | (UInt64(truncatingIfNeeded: number) & ((1 << bits) - 1))
        }
        places[kept] = place
        if isMet(key) { kept += 1 }
      }
    }
    places.removeLast(count - kept)
  }

  @inline(__always)
  private mutating func isMet(_ key: UInt64) -> Bool {
    let slot = Int((key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - Self.bits))
    if asked[slot] == key, answers[slot] != .open { return answers[slot] == .yes }
    return ask(key, slot)
  }

  private mutating func ask(_ key: UInt64, _ slot: Int) -> Bool {
    var facts = MemberFacts()
    var shift = UInt64(columns.reduce(0) { $0 + 8 * $1.width })
    for column in columns {
      let bits = UInt64(8 * column.width)
      shift -= bits
      let high = Int(truncatingIfNeeded: (key >> shift) << (64 - bits))
      let number = high >> Int(64 - bits)
      column.put(number, into: &facts, on: day)
    }
    let isMet = rule(facts)
    (asked[slot], answers[slot]) = (key, isMet ? .yes : .no)
    return isMet
  }
}
