import Pinyin
import TestSupport
import Testing

/// One entry's codes, matched with plain strings.
struct PlainCodes {
  var badge: String
  var number: String
  var lastFour: String

  private var plain: String { number.lowercased().filter { $0 != "-" } }

  func kind(_ query: String) -> MatchKind? {
    [badgeKind(query), lastFourKind(query), numberKind(query)].compactMap { $0 }.min()
  }

  private func badgeKind(_ query: String) -> MatchKind? {
    let typed = query.first.map { $0.isNumber ? query : String(query.dropFirst()) } ?? ""
    guard let value = Int(typed), typed.count <= 5 else { return nil }
    let own = badge.dropFirst()
    guard typed.count < query.count else { return Int(own) == value ? .codePrefix : nil }
    guard badge.prefix(1).lowercased() == query.prefix(1) else { return nil }
    if Int(own) == value { return .badge }
    return own.hasPrefix(typed) ? .codePrefix : nil
  }

  private func lastFourKind(_ query: String) -> MatchKind? {
    if query == lastFour { return .lastFour }
    if lastFour.hasPrefix(query) { return .codePrefix }
    return query.count > 1 && lastFour.contains(query) ? .codeInside : nil
  }

  private func numberKind(_ query: String) -> MatchKind? {
    if plain == query { return .number }
    if plain.hasPrefix(query) { return .codePrefix }
    let head = plain.dropLast(query.count)
    let isFilling = head.allSatisfy { $0 == "0" || $0.isLetter } && !query.hasPrefix("0")
    if plain.hasSuffix(query), isFilling, query.allSatisfy(\.isNumber) { return .number }
    return query.count > 1 && plain.contains(query) ? .codeInside : nil
  }
}

@Suite struct `Badges and digits against plain strings` {
  @Test(arguments: 1...4) func `agree on every entry`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let entries = (0..<60).map { _ in
      let digits = String(Int.random(in: 0..<2_000, using: &dice))
      return PlainCodes(
        badge: (Bool.random(using: &dice) ? "M" : "F")
          + "\(Int.random(in: 10..<130, using: &dice))",
        number: ["QD-00", "", "0", "M1"][Int.random(in: 0..<4, using: &dice)] + digits,
        lastFour: String(String(10_000 + Int.random(in: 0..<10_000, using: &dice)).dropFirst()))
    }
    var index = SearchIndex()
    for entry in entries {
      index.append(
        name: "王芳", badge: entry.badge, number: entry.number, lastFour: entry.lastFour)
    }
    for _ in 0..<500 {
      let query = Self.query(for: entries[Int.random(in: 0..<60, using: &dice)], &dice)
      var kinds = [MatchKind?](repeating: nil, count: entries.count)
      for match in index.search(query).best { kinds[match.ordinal] = match.kind }
      #expect(kinds == entries.map { $0.kind(query) }, "\(query) in \(entries)")
    }
  }

  static func query(for entry: PlainCodes, _ dice: inout Dice) -> String {
    let length = Int.random(in: 1...6, using: &dice)
    switch Int.random(in: 0..<5, using: &dice) {
    case 0: return String(Int.random(in: 0..<10_000, using: &dice))
    case 1: return String(entry.lastFour.suffix(length))
    case 2: return String(entry.lastFour.prefix(length))
    case 3:
      let tail = String(entry.number.lowercased().filter { $0 != "-" }.suffix(length))
      return tail.contains(where: \.isNumber) ? tail : "7"
    default: return entry.badge.prefix(1).lowercased() + entry.badge.dropFirst().prefix(length)
    }
  }
}
