import Pinyin
import TestSupport
import Testing

/// A few names have few states and fill no vector; many run into every limit the index has.
@Suite struct `Many names against a few at a time` {
  /// Long and full of ways to divide it, or hardly anything.
  static let hard = [
    "a", "n", "zh", "shi", "xian", "王", "王王王王", "anananananananananan", "aaaaaaaaaaaaaaaa",
    "shishishishishishishi", "nanganganangnan", "wanwangwanwang", "w王w王", "lulvlyulu",
    "zhangwangliliuchenyangzhaohuangzhouwuxusunhuzhugaolinhe", "s善sh善shan", "xi'an'xi'an",
    "maimaitimaimaitimaimaiti",
    "nannanaannaanananaannanaennanaannanananennaan",
  ]

  @Test(arguments: [false, true]) func `are found by the same kind`(tolerant: Bool) {
    var dice = Dice(seed: tolerant ? 7 : 6)
    var names = (0..<200).map { _ in `The index against a slow and plain matcher`.name(&dice) }
    names += ["", "·", "Tom Li", "安安安安", "安安安安安", String(repeating: "安", count: 40)]
    names += (0..<20).map { "\(Character(Unicode.Scalar(0x4e00 + 97 * UInt32($0)) ?? "王"))安" }
    // So many ways through these that the index runs out of numbers for them.
    names += (0..<40).map { _ in
      String(
        (0..<Int.random(in: 20...60, using: &dice)).map { _ in
          Array("安娜南恩阿那").randomElement(using: &dice) ?? "安"
        })
    }
    let index = index(of: names)
    let typed = (0..<10).map { number in
      `The index against a slow and plain matcher`.query(for: names[number * 19], &dice)
    }
    for query in Self.hard + typed {
      let found = Self.kinds(query, index, names.count, tolerant)
      for start in stride(from: 0, to: names.count, by: 10) {
        let few = Array(names[start..<min(start + 10, names.count)])
        let alone = Self.kinds(query, PinyinTests.index(of: few), few.count, tolerant)
        #expect(Array(found[start..<start + few.count]) == alone, "\(query) in \(few)")
      }
    }
  }

  private static func kinds(
    _ query: String, _ index: SearchIndex, _ count: Int, _ tolerant: Bool
  ) -> [MatchKind?] {
    var kinds = [MatchKind?](repeating: nil, count: count)
    let found = index.search(query, limit: count, tolerant: tolerant)
    for match in found.best { kinds[match.ordinal] = match.kind }
    return kinds
  }

  @Test func `numbers of every length, before and behind the ends of blocks`() {
    var dice = Dice(seed: 3)
    let numbers = (0..<4_200).map { ordinal in
      let digits = String(repeating: "0", count: ordinal % 7) + "\(ordinal)"
      // One in a hundred is longer than the columns go.
      return ordinal % 100 == 99 ? String(repeating: "X", count: 30) + digits : "YL" + digits
    }
    var index = SearchIndex()
    for number in numbers { index.append(name: "", number: number) }
    for _ in 0..<12 {
      let ordinal = Int.random(in: 0..<4_200, using: &dice)
      let query = numbers[ordinal].suffix(Int.random(in: 1...6, using: &dice)).lowercased()
      guard query.contains(where: \.isNumber) else { continue }
      var alone: [Match] = []
      for (place, number) in numbers.enumerated() {
        guard let kind = PlainCodes(badge: "M", number: number, lastFour: "").kind(query) else {
          continue
        }
        alone.append(Match(ordinal: place, kind: kind))
      }
      let found = index.search(query, limit: numbers.count)
      alone.sort { ($0.kind, $0.ordinal) < ($1.kind, $1.ordinal) }
      #expect(found.best == alone, "\(query)")
      #expect(found.total == alone.count)
    }
  }
}
