/// A pattern laid over numbered characters, ready to run over a few names and say where it fits.
struct NameMatcher {
  /// The match that ranks best in one name.
  struct Found: Equatable {
    var kind: MatchKind
    var start: Int
    var end: Int
  }

  private let pattern: NamePattern
  private let table = ReadingTable.shared
  /// By character: where it leads from place 0.
  private let firsts: [NamePattern.Step]
  /// By character: the places of the query where it can stand.
  private let places: [UInt64]
  /// By character: the places where it is what was typed.
  private let same: [UInt64]
  /// By character.
  private let units: [UInt32]
  /// By character: its set of readings.
  private let sets: [UInt16]

  /// - Parameters:
  ///   - units: the numbered characters.
  init(_ pattern: NamePattern, units: [UInt32]) {
    self.pattern = pattern
    self.units = units
    let sets = units.map(ReadingTable.shared.set(of:))
    self.sets = sets
    let same = units.map { unit in
      (0..<pattern.end).reduce(UInt64(0)) {
        pattern.ownStep(of: unit, at: $1) == 0 ? $0 : $0 | 1 << UInt64($1)
      }
    }
    self.same = same
    firsts = units.indices.map { number in
      Self.first(sets[number], own: pattern.ownStep(of: units[number], at: 0), pattern: pattern)
    }
    places = sets.indices.map { number in
      Self.places(sets[number], same: same[number], pattern: pattern)
    }
  }

  private static func first(_ set: UInt16, own: UInt64, pattern: NamePattern) -> NamePattern.Step {
    let table = ReadingTable.shared
    var first = NamePattern.Step(whole: own)
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
        let live = places[number] & arrival.all
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
    let members = table.range(of: sets[number])
    var left = live
    while left != 0 {
      let place = left.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(place)
      left &= left - 1
      var step = NamePattern.Step(whole: pattern.ownStep(of: units[number], at: place))
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
    if arrival.whole & pattern.goal != 0 {
      if start > 0 { return .inside }
      return end == count ? .wholeName : pattern.isHan ? .hanPrefix : .pinyinPrefix
    }
    if arrival.cut & pattern.goal != 0 { return start > 0 ? .insideInitials : .pinyinPartial }
    if arrival.part & pattern.goal != 0 {
      if start > 0 { return .insideInitials }
      return end == count ? .wholeInitials : .initialsPrefix
    }
    return nil
  }
}
