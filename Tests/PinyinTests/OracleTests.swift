import Pinyin
import TestSupport
import Testing

/// Finds by trying everything, as slowly and plainly as can be.
struct Oracle {
  /// How the characters were typed, best first.
  enum Outcome: Int, CaseIterable {
    case whole
    /// All in full but the last.
    case lastCut
    case mixed
  }

  /// How the query can be consumed by exactly these characters.
  func outcomes(_ query: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Set<Outcome> {
    let query = query.drop { $0 == " " }
    guard let character = name.first else { return query.isEmpty ? [.whole] : [] }
    var all: Set<Outcome> = []
    for (length, isWhole) in pieces(query, character) {
      for rest in outcomes(query.dropFirst(length), name.dropFirst()) {
        let cut: Outcome = name.count == 1 ? .lastCut : .mixed
        all.insert(isWhole ? rest : cut)
      }
    }
    return all
  }

  private func pieces(_ query: ArraySlice<Character>, _ character: Character) -> [(Int, Bool)] {
    var found: [(Int, Bool)] = []
    if query.first == character { found.append((1, true)) }
    for reading in Reading.all(of: character) {
      for spelling in spellings(reading) {
        for length in 1...spelling.count where query.starts(with: spelling.prefix(length)) {
          if length == spelling.count { found.append((length, true)); continue }
          let isInitial =
            length == 1 || (length == 2 && ["zh", "ch", "sh"].contains(spelling.prefix(2)))
          if isInitial || query.count == length { found.append((length, false)) }
        }
      }
    }
    return found
  }

  private func spellings(_ reading: String) -> [String] {
    guard reading.hasPrefix("lv") || reading.hasPrefix("nv") else { return [reading] }
    return ["v", "u", "yu"].map { reading.prefix(1) + $0 + reading.dropFirst(2) }
  }

  func kind(_ query: String, _ name: String) -> MatchKind? {
    let (query, name) = (Array(query), Array(name.filter { $0 != "·" }))
    let isHan = query.allSatisfy { !$0.isASCII || $0 == " " }
    var best: MatchKind?
    for start in name.indices {
      for end in start + 1...name.count {
        for outcome in outcomes(query[...], name[start..<end]) {
          let kind = rank(outcome, start: start, reachesEnd: end == name.count, isHan: isHan)
          best = min(best ?? kind, kind)
        }
      }
    }
    return best
  }

  private func rank(_ outcome: Outcome, start: Int, reachesEnd: Bool, isHan: Bool) -> MatchKind {
    if start > 0 { return outcome == .whole ? .inside : .insideInitials }
    switch outcome {
    case .whole: return reachesEnd ? .wholeName : isHan ? .hanPrefix : .pinyinPrefix
    case .lastCut: return .pinyinPartial
    case .mixed: return reachesEnd ? .wholeInitials : .initialsPrefix
    }
  }
}

@Suite struct `The index against a slow and plain matcher` {
  static let characters = Array("王李单曾解吕查仇朴安阿恩先西希超志芳娜楠乐长重华哲折佘沙善𬭎𫖯女绿")

  static func name(_ dice: inout Dice) -> String {
    var name = ""
    for _ in 0..<[1, 2, 2, 3, 3, 3, 4, 5, 7].randomElement(using: &dice, or: 3) {
      name.append(characters.randomElement(using: &dice, or: "王"))
    }
    if name.count > 4 { name.insert("·", at: name.index(name.startIndex, offsetBy: 3)) }
    return name
  }

  /// Mostly what somebody would type for the name; sometimes with a slip of the finger.
  static func query(for name: String, _ dice: inout Dice) -> String {
    let all = Array(name.filter { $0 != "·" })
    let start = Bool.random(using: &dice) ? 0 : Int.random(in: 0..<all.count, using: &dice)
    let end = Int.random(in: start + 1...all.count, using: &dice)
    var query = ""
    for character in all[start..<end] {
      let reading = Reading.all(of: character).randomElement(using: &dice, or: "x")
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: query.append(character)
      case 1, 2, 3: query += reading
      case 4: query += reading.prefix(1)
      case 5: query += reading.prefix(2)
      default: query += reading + " "
      }
    }
    if Int.random(in: 0..<4, using: &dice) == 0 { query.removeLast() }
    if Int.random(in: 0..<8, using: &dice) == 0 {
      query.append("achgnwzslie".randomElement(using: &dice, or: "a"))
    }
    while query.last == " " { query.removeLast() }
    return query
  }

  @Test(arguments: 1...4) func `agree on every name`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let names = (0..<16).map { _ in Self.name(&dice) }
    let index = index(of: names)
    for _ in 0..<400 {
      let query = Self.query(for: names.randomElement(using: &dice, or: "王"), &dice)
      guard !query.isEmpty else { continue }
      let expected = names.map { Oracle().kind(query, $0) }
      let found = index.search(query, limit: names.count)
      var kinds = [MatchKind?](repeating: nil, count: names.count)
      for match in found.best { kinds[match.ordinal] = match.kind }
      #expect(kinds == expected, "\(query) in \(names)")
      #expect(found.total == expected.count { $0 != nil })
      for (name, kind) in zip(names, expected).prefix(10) {
        let range = Emphasis(query: query).range(in: name)
        #expect((range != nil) == (kind != nil), "\(query) in \(name)")
      }
    }
  }
}

extension Collection {
  fileprivate func randomElement(using dice: inout Dice, or other: Element) -> Element {
    randomElement(using: &dice) ?? other
  }
}
