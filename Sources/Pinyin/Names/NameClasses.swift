/// The characters of an index, put together by what they can do for one query.
///
/// Nearly all can do nothing; the rest fall into some dozens of classes, because a query sees of
/// most readings no more than an initial.
struct NameClasses {
  /// No character: the name has ended.
  static let end: UInt8 = 0
  /// Must be asked for itself: it stands for several, or there are more classes than numbers.
  static let unknown: UInt8 = 1
  /// Has no place in the query.
  static let useless: UInt8 = 2

  /// By number of a character.
  let classes: [UInt8]
  /// Whether any character has a place in the query.
  let isPossible: Bool

  private static let limit = 256

  init(_ pattern: NamePattern, _ glyphs: Glyphs) {
    let bySet = Self.classesOfSets(pattern)
    var count = bySet.count
    var classes = glyphs.sets.map { bySet.classes[Int($0)] }
    classes[0] = Self.end
    classes[Int(Glyphs.more)] = Self.unknown
    // A character that stands in the query itself does what nothing else does.
    for unit in pattern.ownUnits.sorted() {
      let number = Int(glyphs.number(of: unit))
      guard number > 0 else { continue }
      classes[number] = count < Self.limit ? UInt8(count) : Self.unknown
      count += 1
    }
    self.classes = classes
    isPossible = classes.dropFirst(2).contains { $0 != Self.useless }
  }

  /// The class of each set of readings.
  private static func classesOfSets(_ pattern: NamePattern) -> (classes: [UInt8], count: Int) {
    let table = ReadingTable.shared
    let syllables = classesOfSyllables(pattern)
    var count = 3
    var known: [UInt64: UInt8] = [0: useless]
    let classes = (0..<table.setCount).map { set in
      guard let summaries = summaries(table.range(of: UInt16(set)), syllables) else {
        return unknown
      }
      if summaries == 0 { return useless }
      if let found = known[summaries] { return found }
      guard count < limit else { return unknown }
      known[summaries] = UInt8(count)
      count += 1
      return UInt8(count - 1)
    }
    return (classes, count)
  }

  /// What the readings of a set do, each thing once, sixteen bits each; nil if that is too much.
  private static func summaries(_ members: Range<Int>, _ syllables: [UInt16]) -> UInt64? {
    var summaries: UInt64 = 0
    next: for member in members {
      let summary = UInt64(syllables[ReadingTable.shared.member(member)])
      if summary == 0 { continue }
      for place in 0..<4 {
        let there = summaries &>> UInt64(16 * place) & 0xffff
        if there == summary { continue next }
        if there == 0 {
          summaries |= summary &<< UInt64(16 * place)
          continue next
        }
      }
      return nil
    }
    return summaries
  }

  /// By syllable; 0 for what has no place in the query, equal numbers for equal steps.
  private static func classesOfSyllables(_ pattern: NamePattern) -> [UInt16] {
    // The first syllable of each digest. Two that differ and have one digest by chance do not
    // share a class, nor does the second with its equals: that costs a class, nothing else.
    var known: [UInt64: Int] = [:]
    var classes = [UInt16](repeating: 0, count: pattern.places.count)
    var count: UInt16 = 0
    for syllable in pattern.places.indices where pattern.places[syllable] != 0 {
      let digest = pattern.digest(of: syllable)
      if let other = known[digest], pattern.areAlike(other, syllable) {
        classes[syllable] = classes[other]
        continue
      }
      known[digest] = known[digest] ?? syllable
      count += 1
      classes[syllable] = count
    }
    return classes
  }
}

extension NamePattern {
  fileprivate func digest(of syllable: Int) -> UInt64 {
    var digest = places[syllable]
    var left = digest
    while left != 0 {
      let step = steps[syllable * end + left.trailingZeroBitCount]
      left &= left - 1
      digest = (digest ^ step.whole) &* 0x9e37_79b9_7f4a_7c15
      digest = (digest ^ digest &>> 32 ^ step.part) &* 0xff51_afd7_ed55_8ccd
    }
    return digest
  }

  fileprivate func areAlike(_ one: Int, _ other: Int) -> Bool {
    guard places[one] == places[other] else { return false }
    return (0..<end).allSatisfy { steps[one * end + $0] == steps[other * end + $0] }
  }
}
