/// A pattern laid over numbered characters, ready to run over names.
struct NameMatcher {
  /// The match that ranks best in one name.
  struct Found: Equatable {
    var kind: MatchKind
    var start: Int
    var end: Int
  }

  /// What is asked of a character first.
  private struct Gate {
    /// The places of the query where it can stand.
    var places: UInt64
    /// Where it leads from place 0, short of the end.
    var reach: UInt64
  }

  /// No query is so long that this is one of its places.
  private static let open: UInt64 = 1 << 63

  /// The kinds of a match that is this one character: at the head of a longer name, and inside.
  private struct Alone {
    var atHead = UInt8.max
    var inside = UInt8.max
  }

  private let pattern: NamePattern
  private let table = ReadingTable.shared
  private let goal: UInt64
  /// Whether any numbered character can begin a match.
  let isPossible: Bool
  /// By character: where it leads from place 0.
  private let firsts: [NamePattern.Step]
  /// By character.
  private let gates: [Gate]
  /// By character.
  private let alones: [Alone]
  /// By character: the places where the query has that very character.
  private let same: [UInt64]
  /// By character: its set of readings.
  private let sets: [UInt16]

  /// - Parameters:
  ///   - sets: the readings of each numbered character.
  ///   - passing: a number that stands for unknown characters and is never turned away.
  ///   - numbers: every number a scalar of the query has; several where numbers are not unique.
  init(
    _ pattern: NamePattern, sets: [UInt16], passing: UInt16? = nil, numbers: (UInt32) -> [Int]
  ) {
    self.pattern = pattern
    self.sets = sets
    goal = 1 << UInt64(pattern.end)
    var same = [UInt64](repeating: 0, count: sets.count)
    for (place, unit) in pattern.query.units.enumerated() {
      for number in numbers(unit) { same[number] |= 1 << UInt64(place) }
    }
    self.same = same
    let goal = self.goal
    let firsts = sets.indices.map { number in
      Self.first(sets[number], same: same[number], pattern: pattern)
    }
    var gates = sets.indices.map { number in
      Gate(
        places: Self.places(sets[number], same: same[number], pattern: pattern),
        reach: firsts[number].all & ~goal)
    }
    self.firsts = firsts
    alones = firsts.map { Self.alone($0, goal: goal, isHan: pattern.isHan) }
    isPossible = firsts.contains { $0.all != 0 }
    if let passing { gates[Int(passing)] = Gate(places: .max, reach: .max) }
    self.gates = gates
  }

  private static func first(_ set: UInt16, same: UInt64, pattern: NamePattern) -> NamePattern.Step {
    let table = ReadingTable.shared
    var first = NamePattern.Step(whole: (same & 1) << 1)
    for place in table.range(of: set) {
      let step = pattern.steps[table.member(place) * pattern.end]
      first.whole |= step.whole
      first.part |= step.part
    }
    return first
  }

  private static func places(_ set: UInt16, same: UInt64, pattern: NamePattern) -> UInt64 {
    let table = ReadingTable.shared
    return table.range(of: set).reduce(same) { $0 | pattern.places[table.member($1)] }
  }

  private static func alone(_ first: NamePattern.Step, goal: UInt64, isHan: Bool) -> Alone {
    if first.whole & goal != 0 {
      let atHead = isHan ? MatchKind.hanPrefix : .pinyinPrefix
      return Alone(atHead: atHead.rawValue, inside: MatchKind.inside.rawValue)
    }
    if first.part & goal == 0 { return Alone() }
    return Alone(
      atHead: MatchKind.pinyinPartial.rawValue, inside: MatchKind.insideInitials.rawValue)
  }

  /// Notes the best kind of every name in `kinds`, where it is better than what stands there.
  ///
  /// Matches of one character are looked up. For longer ones two neighbours decide about nearly
  /// every name: where the first leads, and where the second can stand; only those that pass are
  /// looked at in earnest. So there is one branch for each name, seldom taken: with a loop over two
  /// or three characters most of the time went into wrong guesses of the processor.
  func scan(_ names: Names, into kinds: UnsafeMutableBufferPointer<UInt8>) {
    if alones.contains(where: { $0.inside != .max }) { scanAlones(names, into: kinds) }
    names.withRows { heads, row in
      gates.withUnsafeBufferPointer { gates in
        for ordinal in heads.indices {
          let head = heads[ordinal]
          let one = gates[Int(head & 0xffff)]
          let two = gates[Int(head >> 16 & 0xffff)]
          let three = gates[Int(head >> 32 & 0xffff)]
          let four = gates[Int(head >> 48)]
          let passes =
            one.reach & two.places | two.reach & three.places | three.reach & four.places
          // The gate of the number that stands for more is open, whatever the query.
          guard passes | four.reach & Self.open != 0, let found = best(in: row(ordinal)) else {
            continue
          }
          kinds[ordinal] = min(kinds[ordinal], found.kind.rawValue)
        }
      }
    }
  }

  private func scanAlones(_ names: Names, into kinds: UnsafeMutableBufferPointer<UInt8>) {
    names.withRows { heads, row in
      alones.withUnsafeBufferPointer { alones in
        for ordinal in heads.indices {
          let head = heads[ordinal]
          let kind = min(
            min(alones[Int(head & 0xffff)].atHead, alones[Int(head >> 16 & 0xffff)].inside),
            min(alones[Int(head >> 32 & 0xffff)].inside, alones[Int(head >> 48)].inside))
          kinds[ordinal] = min(kinds[ordinal], kind)
          // A name of one character is whole where a longer one only begins.
          guard head <= 0xffff, let found = best(in: row(ordinal)) else { continue }
          kinds[ordinal] = min(kinds[ordinal], found.kind.rawValue)
        }
      }
    }
  }

  /// - Parameter name: numbers of characters.
  func best(in name: UnsafeBufferPointer<UInt16>) -> Found? {
    var found: Found?
    for start in name.indices where firsts[Int(name[start])].all != 0 {
      let next = run(name, from: start)
      if let next, found.map({ next.kind < $0.kind }) ?? true { found = next }
      // Nothing that begins later ranks better than whole characters inside.
      if let found, found.kind <= .inside { break }
    }
    return found
  }

  private func run(_ name: UnsafeBufferPointer<UInt16>, from start: Int) -> Found? {
    var found: Found?
    let first = firsts[Int(name[start])]
    var arrival = Arrival(whole: first.whole, cut: first.part, part: 0)
    for index in start..<name.count {
      if index > start {
        let number = Int(name[index])
        let live = gates[number].places & arrival.all
        if live == 0 { break }
        arrival = advance(number, from: arrival, live: live)
      }
      let kind = kind(of: arrival, from: start, to: index + 1, of: name.count)
      if let kind, found.map({ kind < $0.kind }) ?? true {
        found = Found(kind: kind, start: start, end: index + 1)
      }
    }
    return found
  }

  /// Where the characters so far lead.
  private struct Arrival {
    /// By whole syllables alone.
    var whole: UInt64 = 0
    /// By whole syllables and a piece of the last.
    var cut: UInt64 = 0
    /// With a piece before the last.
    var part: UInt64 = 0

    var all: UInt64 { whole | cut | part }
  }

  private func advance(_ number: Int, from last: Arrival, live: UInt64) -> Arrival {
    var arrival = Arrival()
    let here = same[number]
    let members = table.range(of: sets[number])
    var left = live
    while left != 0 {
      let place = left.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(place)
      left &= left - 1
      var step = NamePattern.Step(whole: (here & bit) << 1)
      for member in members {
        let next = pattern.steps[table.member(member) * pattern.end + place]
        step.whole |= next.whole
        step.part |= next.part
      }
      if last.whole & bit != 0 {
        arrival.whole |= step.whole
        arrival.cut |= step.part
      }
      if (last.cut | last.part) & bit != 0 { arrival.part |= step.whole | step.part }
    }
    return arrival
  }

  @inline(__always)
  private func kind(of arrival: Arrival, from start: Int, to end: Int, of count: Int)
    -> MatchKind?
  {
    if arrival.whole & goal != 0 {
      if start > 0 { return .inside }
      return end == count ? .wholeName : pattern.isHan ? .hanPrefix : .pinyinPrefix
    }
    if arrival.cut & goal != 0 { return start > 0 ? .insideInitials : .pinyinPartial }
    if arrival.part & goal != 0 {
      if start > 0 { return .insideInitials }
      return end == count ? .wholeInitials : .initialsPrefix
    }
    return nil
  }
}
