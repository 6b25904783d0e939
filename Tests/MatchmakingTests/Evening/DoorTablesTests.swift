import Matchmaking
import Testing

@Suite struct `Tables at the door` {
  private func guests(_ counts: [Character: Int]) -> [Initial: Int] {
    Dictionary(counts.map { (Initial($0.key), $0.value) }) { $0 + $1 }
  }

  private func sums(_ tables: DoorTables, _ counts: [Initial: Int]) -> [Int] {
    var sums = Array(repeating: 0, count: tables.count)
    for (initial, count) in counts { sums[tables.table(of: initial) - 1] += count }
    return sums
  }

  @Test(
    arguments: [
      (["A": 10, "F": 10, "G": 10, "L": 10, "M": 10, "Z": 10], 3, ["A-F", "G-L", "M-Z"]),
      (["L": 30, "W": 30, "Z": 30], 3, ["A-V", "W-Y", "Z"]),
      (["L": 30, "W": 30, "Z": 30], 2, ["A-Y", "Z"]),
      (["L": 30, "W": 30, "Z": 31], 2, ["A-Y", "Z"]),
      (["L": 31, "W": 30, "Z": 30], 2, ["A-V", "W-Z"]),
      (["Z": 100], 4, ["A-W", "X", "Y", "Z"]),
      (["A": 100], 3, ["A-X", "Y", "Z"]),
      (["#": 60, "A": 30, "B": 30], 2, ["A-Y", "Z"]),
      ([:], 2, ["A-Y", "Z"]),
      (["C": 1], 12, ["A-O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"]),
    ] as [([Character: Int], Int, [String])])
  func `each has a stretch of the alphabet, none is empty of letters`(
    counts: [Character: Int], count: Int, letters: [String]
  ) {
    let tables = DoorTables(splitting: guests(counts), into: count)
    #expect(tables.count == count)
    #expect(tables.numbers.map { tables.letters(of: $0) } == letters)
  }

  @Test(arguments: 1...40)
  func `split as evenly as letters allow, by trying every cut`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    var counts: [Initial: Int] = [:]
    for initial in Initial.allCases where roll(3) > 0 { counts[initial] = roll(40) }
    let count = 2 + roll(3)
    let tables = DoorTables(splitting: counts, into: count)
    let sums = sums(tables, counts)
    #expect(sums.reduce(0, +) == counts.values.reduce(0, +))
    #expect(sums.map { $0 * $0 }.reduce(0, +) == squares(counts, count))
  }

  /// By trying every cut.
  private func squares(_ counts: [Initial: Int], _ tables: Int) -> Int {
    var line = Initial.allCases.map { counts[$0, default: 0] }
    line[25] += line.removeLast()
    func least(_ start: Int, _ left: Int) -> Int {
      if left == 1 {
        let sum = line[start...].reduce(0, +)
        return sum * sum
      }
      var (best, sum) = (Int.max, 0)
      for end in (start + 1)...(26 - left + 1) {
        sum += line[end - 1]
        best = min(best, sum * sum + least(end, left - 1))
      }
      return best
    }
    return least(0, tables)
  }

  @Test func `every letter, and what has none, is at one table`() throws {
    let tables = try #require(DoorTables("FLS"))
    #expect(tables.numbers.map { tables.letters(of: $0) } == ["A-F", "G-L", "M-S", "T-Z"])
    #expect(
      Initial.allCases.map(tables.table)
        == Initial.allCases.map { initial in
          initial <= Initial("F")
            ? 1 : initial <= Initial("L") ? 2 : initial <= Initial("S") ? 3 : 4
        })
    #expect(tables.table(of: .other) == 4 && Initial("王") == .other && Initial(nil) == .other)
    #expect(Initial("a") == .other && Initial("A").letter == "A" && Initial.other.letter == "#")
    #expect(DoorTables(tables.text) == tables)
  }

  @Test(arguments: ["", "Z", "FF", "LF", "F L", "fls", "F1", "王", "A#", "ABCDEFGHIJKL"])
  func `kept otherwise, they are none`(text: String) { #expect(DoorTables(text) == nil) }

  @Test(arguments: [0, 1, -3, 13, 999])
  func `never fewer than two nor more than stand at a door`(count: Int) {
    let tables = DoorTables(splitting: [:], into: count)
    #expect((2...DoorTables.most).contains(tables.count))
  }
}
