internal import CData

/// Surnames and given names, drawn about as often as they occur.
struct NamePool: Sendable {
  static let shared = NamePool()

  private let surnames: Weighted<String>
  /// By `M 1990`: characters, the more frequent with more weight.
  private let given: [String: Weighted<Character>]

  private init() {
    surnames = Weighted(
      Self.lines(queqiao_surname_frequency()).compactMap { words in
        guard words.count == 2, let share = Double(words[1]) else { return nil }
        return (String(words[0]), share)
      })
    var given: [String: Weighted<Character>] = [:]
    for words in Self.lines(queqiao_given_names()) where words.count == 3 {
      let characters = words[2].enumerated().map { ($1, 1 / (Double($0) + 8)) }
      given["\(words[0]) \(words[1])"] = Weighted(characters)
    }
    self.given = given
  }

  private static func lines(_ table: queqiao_table) -> [[Substring]] {
    let text = String(
      decoding: UnsafeRawBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ") }
  }

  func name(_ sex: SampleWorker.Sex, born year: Int, _ dice: inout Dice) -> String {
    var name = surnames.draw(&dice)
    let decade = min(max(year / 10 * 10, 1970), 2000)
    guard let pool = given["\(sex == .man ? "M" : "F") \(decade)"] else { return name }
    let first = pool.draw(&dice)
    name.append(first)
    // One character in a given name is rarer the later the birth.
    if dice.chance(year < 1990 ? 0.65 : 0.85) {
      // 婷婷 and 欣欣 are women's names.
      var second = pool.draw(&dice)
      while sex == .man, second == first { second = pool.draw(&dice) }
      name.append(second)
    }
    return name
  }
}
