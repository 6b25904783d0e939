/// A query as a table that is walked character by character, the same few steps for every name.
///
/// The states are made when a name first leads to them; after some hundreds of names none is new,
/// and a name costs a few look-ups in tables the processor keeps nearest. Hardly a branch depends on
/// the name, so a query that finds half the register takes as long as one that finds nobody.
struct NameAutomaton {
  /// Leads from nowhere known; in the table, the way is not known yet.
  private static let unknown = UInt8.max

  private let pattern: NamePattern
  private let glyphs: Glyphs
  private let classes: NameClasses
  private var states = [NameState()]
  private var numbers: [NameState: UInt8] = [NameState(): 0]
  /// By state, then class: the next state.
  private var next: [UInt8]
  /// By state: the kind of a name that ends there.
  private var kinds = [UInt8](repeating: .max, count: 256)

  /// Nil where no name can match.
  init?(_ pattern: NamePattern, _ glyphs: Glyphs) {
    let classes = NameClasses(pattern, glyphs)
    guard classes.isPossible else { return nil }
    self.pattern = pattern
    self.glyphs = glyphs
    self.classes = classes
    next = Array(repeating: Self.unknown, count: 256 * 256)
  }

  /// Notes the best kind of every name in `found`, whatever stands there.
  mutating func scan(_ names: Names, into found: UnsafeMutableBufferPointer<UInt8>) {
    var start = 0
    while let stop = walk(names, from: start, into: found) {
      found[stop] = kind(of: stop, in: names)
      start = stop + 1
    }
  }

  /// The kind of one name; ``MatchKind/none`` where it does not match.
  mutating func kind(of ordinal: Int, in names: Names) -> UInt8 {
    names.withRow(ordinal) { meet($0) }
  }

  /// Walks from a name to the first whose way is not known.
  private func walk(
    _ names: Names, from start: Int, into found: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    names.withHeads { heads in
      classes.classes.withUnsafeBufferPointer { classes in
        next.withUnsafeBufferPointer { next in
          kinds.withUnsafeBufferPointer { kinds in
            for ordinal in start..<heads.count {
              let head = heads[ordinal]
              var state = next[Int(classes[Int(head & 0xffff)])]
              state = next[Int(state) << 8 | Int(classes[Int(head >> 16 & 0xffff)])]
              state = next[Int(state) << 8 | Int(classes[Int(head >> 32 & 0xffff)])]
              // Nearly all names are shorter, so the processor guesses right.
              if head >> 48 != 0 {
                state = next[Int(state) << 8 | Int(classes[Int(head >> 48)])]
              }
              if state == Self.unknown { return ordinal }
              found[ordinal] = kinds[Int(state)]
            }
            return nil
          }
        }
      }
    }
  }

  /// Walks one name in earnest and notes the ways it takes.
  private mutating func meet(_ name: UnsafeBufferPointer<UInt16>) -> UInt8 {
    var spot = Spot(number: 0, state: states[0])
    for glyph in name { spot = follow(spot, glyph) }
    let kind = spot.number == Self.unknown ? spot.state.kind : kinds[Int(spot.number)]
    for _ in name.count..<max(name.count, Names.headCount - 1) { spot = follow(spot, nil) }
    return kind
  }

  /// A state, by its number if it has one.
  private struct Spot {
    var number: UInt8
    /// Holds where there is no number.
    var state: NameState
  }

  /// - Parameter glyph: nil behind the end of the name.
  private mutating func follow(_ spot: Spot, _ glyph: UInt16?) -> Spot {
    let met = glyph.map { classes.classes[Int($0)] } ?? NameClasses.end
    let isNumbered = spot.number != Self.unknown
    let way = Int(spot.number) << 8 | Int(met)
    let known = isNumbered && met != NameClasses.unknown ? next[way] : Self.unknown
    if known != Self.unknown { return Spot(number: known, state: spot.state) }
    let old = isNumbered ? states[Int(spot.number)] : spot.state
    let state =
      glyph.map { glyph in old.advanced(in: pattern) { step(of: glyph, at: $0) } } ?? old.ended
    let number = number(of: state)
    if isNumbered, met != NameClasses.unknown { next[way] = number }
    return Spot(number: number, state: state)
  }

  /// Gives the state a number; once all are given, others stay without.
  private mutating func number(of state: NameState) -> UInt8 {
    if let known = numbers[state] { return known }
    guard states.count < Int(Self.unknown) else { return Self.unknown }
    let number = UInt8(states.count)
    states.append(state)
    numbers[state] = number
    kinds[Int(number)] = state.kind
    return number
  }

  private func step(of glyph: UInt16, at place: Int) -> NamePattern.Step {
    var step = NamePattern.Step()
    step.whole = pattern.ownStep(of: glyphs.scalars[Int(glyph)], at: place)
    let table = ReadingTable.shared
    for member in table.range(of: glyphs.sets[Int(glyph)]) {
      let next = pattern.steps[table.member(member) * pattern.end + place]
      step.whole |= next.whole
      step.part |= next.part
    }
    return step
  }
}
