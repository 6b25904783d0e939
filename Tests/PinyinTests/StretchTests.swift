import Pinyin
import TestSupport
import Testing

@Suite struct `An index kept as bytes` {
  struct Entry {
    var name: String
    var number: String
    var lastFour: String

    init(_ dice: inout Dice) {
      name = `The index against a slow and plain matcher`.name(&dice)
      let digits = String(UInt64.random(in: 0..<99_999_999, using: &dice))
      let head = ["", "QD-00", String(repeating: "x", count: 30)]
      number =
        head[Int.random(in: 0..<30, using: &dice) % 3 * Int.random(in: 0..<2, using: &dice)]
        + digits
      lastFour = String(digits.suffix(4))
    }
  }

  static func index(_ entries: some Sequence<Entry>) -> SearchIndex {
    var index = SearchIndex()
    for entry in entries {
      index.append(name: entry.name, number: entry.number, lastFour: entry.lastFour)
    }
    return index
  }

  static func append(_ bytes: [UInt8], _ count: Int, to index: inout SearchIndex) -> Bool {
    bytes.withUnsafeBytes { index.append($0, count: count) }
  }

  static func isAlike(_ one: SearchIndex, _ other: SearchIndex, _ entries: [Entry]) -> Bool {
    let queries =
      ["w", "zh", "an", "王", "00", "x", "wzc", "anan"] + entries.map(\.number).suffix(9)
      + entries.map(\.lastFour).prefix(5) + entries.map(\.name).prefix(9)
    return queries.allSatisfy { one.search($0, limit: 999) == other.search($0, limit: 999) }
  }

  @Test(arguments: [[1], [16, 1, 15], [40, 7, 0, 60]])
  func `is put together again from stretches of any size`(sizes: [Int]) {
    var dice = Dice(seed: 11)
    var entries: [Entry] = []
    var index = SearchIndex()
    for size in sizes {
      let more = (0..<size).map { _ in Entry(&dice) }
      entries += more
      #expect(Self.append(Self.index(more).bytes, size, to: &index))
    }
    #expect(index.count == entries.count)
    #expect(Self.isAlike(index, Self.index(entries), entries))
    // And it follows changes as if it had been built.
    entries.append(Entry(&dice))
    index.append(name: entries[sizes[0]].name)
    index.replace(0, name: "王芳", number: "123456789", lastFour: "6789")
    #expect(index.search("王芳").best.first?.ordinal == 0)
    #expect(index.search("6789").best.contains { $0.ordinal == 0 })
  }

  @Test func `bytes cut short or of another count append nothing`() {
    var dice = Dice(seed: 12)
    let entries = (0..<20).map { _ in Entry(&dice) }
    let bytes = Self.index(entries).bytes
    var index = Self.index(entries)
    for length in 0..<bytes.count {
      #expect(!Self.append(Array(bytes[..<length]), 20, to: &index))
    }
    #expect(!Self.append(bytes + [0], 20, to: &index))
    #expect(!Self.append(bytes, 19, to: &index))
    #expect(index.count == 20)
    #expect(Self.isAlike(index, Self.index(entries), entries))
  }

  @Test func `spoilt bytes are refused or searched, never a crash`() {
    var dice = Dice(seed: 13)
    let entries = (0..<12).map { _ in Entry(&dice) }
    let bytes = Self.index(entries).bytes
    for _ in 0..<1_500 {
      var spoilt = bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        spoilt[place] = UInt8.random(in: .min ... .max, using: &dice)
      }
      var index = SearchIndex()
      guard Self.append(spoilt, 12, to: &index) else {
        #expect(index.count == 0)
        continue
      }
      for query in ["wz", "安", "00"] { #expect(index.search(query).total <= 12) }
      index.replace(3, name: "王芳", number: "7")
      index.append(name: "王芳")
    }
  }
}
