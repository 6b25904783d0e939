/// Letters and digits as a member number, or a part of one.
struct NumberPattern {
  private let text: [UInt8]
  /// Leading letters and zeros of a number may be left out, `QD00` before 123.
  private let mayBeTail: Bool

  /// - Parameter text: not empty.
  init(_ text: [UInt8]) {
    self.text = text
    mayBeTail = text[0] != 0x30 && text.allSatisfy { $0 <= 0x39 }
  }

  /// Notes the best kind of every number in `kinds`, where it is better than what stands there.
  func scan(_ numbers: Numbers, into kinds: UnsafeMutableBufferPointer<UInt8>) {
    for (ordinal, number) in numbers.long {
      if let kind = kind(of: number) { kinds[ordinal] = min(kinds[ordinal], kind.rawValue) }
    }
    guard text.count <= numbers.columns.count else { return }
    var place = 0
    while place < numbers.count {
      let block = place..<min(place + Self.blockCount, numbers.count)
      for start in 0...numbers.columns.count - text.count {
        scan(numbers, block, from: start, into: UnsafeMutableBufferPointer(rebasing: kinds[block]))
      }
      place = block.upperBound
    }
  }

  /// So many that what is noted about them stays in the processor's nearest memory.
  private static let blockCount = 4_096

  /// Looks for the text at one place of some numbers.
  ///
  /// Each loop decides by comparing, not by branching, so that the compiler takes many at a time.
  private func scan(
    _ numbers: Numbers, _ block: Range<Int>, from start: Int,
    into kinds: UnsafeMutableBufferPointer<UInt8>
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: block.count) { differences in
      differences.initialize(repeating: 0)
      for (index, symbol) in text.enumerated() {
        numbers.columns[start + index].withUnsafeBufferPointer { column in
          let column = UnsafeBufferPointer(rebasing: column[block])
          for place in differences.indices { differences[place] |= column[place] ^ symbol }
        }
      }
      numbers.lengths.withUnsafeBufferPointer { lengths in
        numbers.leads.withUnsafeBufferPointer { leads in
          judge(
            differences, UnsafeBufferPointer(rebasing: lengths[block]),
            UnsafeBufferPointer(rebasing: leads[block]), from: start, into: kinds)
        }
      }
    }
  }

  private func judge(
    _ differences: UnsafeMutableBufferPointer<UInt8>, _ lengths: UnsafeBufferPointer<UInt8>,
    _ leads: UnsafeBufferPointer<UInt8>, from start: Int,
    into kinds: UnsafeMutableBufferPointer<UInt8>
  ) {
    // One symbol inside a number says nothing.
    let inside = text.count > 1 ? MatchKind.codeInside.rawValue : MatchKind.none
    let part = start == 0 ? MatchKind.codePrefix.rawValue : inside
    let whole = MatchKind.number.rawValue
    let end = UInt8(start + text.count)
    // The text is the number if it reaches its end and nothing but filling stands before it.
    let (least, most) = start == 0 ? (0, .max) : mayBeTail ? (UInt8(start), UInt8(start)) : (1, 0)
    for place in differences.indices {
      let ending = leads[place] >= least && leads[place] <= most ? whole : part
      let kind = lengths[place] == end ? ending : part
      let found = differences[place] == 0 ? kind : MatchKind.none
      kinds[place] = min(kinds[place], found)
    }
  }

  /// The same for one number, symbol by symbol.
  private func kind(of number: [UInt8]) -> MatchKind? {
    guard number.count >= text.count else { return nil }
    var found: MatchKind?
    for start in 0...number.count - text.count where number[start...].starts(with: text) {
      let isEnd = start + text.count == number.count
      if start == 0 { return isEnd ? .number : .codePrefix }
      if isEnd, mayBeTail, Numbers.lead(of: number) == start { return .number }
      if text.count > 1 { found = .codeInside }
    }
    return found
  }
}
