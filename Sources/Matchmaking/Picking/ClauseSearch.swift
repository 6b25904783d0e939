/// A variable that is true or that is false.
struct Literal: Hashable {
  let code: Int32

  init(_ variable: Int32, isTrue: Bool = true) { code = variable << 1 | (isTrue ? 0 : 1) }
  init(code: Int32) { self.code = code }

  var variable: Int32 { code >> 1 }
  var isTrue: Bool { code & 1 == 0 }
  var index: Int { Int(code) }
  static prefix func ! (literal: Self) -> Self { Self(code: literal.code ^ 1) }
}

/// Looks for values of variables with which each of some clauses has a true literal, until it has
/// found them, has proved that there are none, or has used up its steps.
///
/// Conflict-driven clause learning (Marques-Silva and Sakallah 1999) with two watched literals
/// (Moskewicz and others 2001). Nothing in it is drawn at random or measured by a clock, so that
/// every machine comes to the same end.
struct ClauseSearch {
  enum Outcome {
    case found, impossible, gaveUp
  }

  /// One clause after another: where the lists of its first two literals go on, its size, the
  /// literals.
  var store: [Int32] = []
  static let headSize = 3
  static let nowhere: Int32 = -1
  /// By literal: the first clause that watches it.
  var watching: [Int32]
  /// By literal: 1 true, -1 false, 0 open.
  var values: [Int8]
  /// By variable, for those that have a value.
  var levels: [Int32]
  var reasons: [Int32]
  /// By variable: the value it had last, and has first.
  var habits: [Bool]
  var trail: [Literal] = []
  var decisions: [Int] = []
  var followed = 0
  var queue: RecencyQueue
  var isSeen: [Bool]
  private var isImpossible = false
  /// What it has done: looks at a clause, literals learnt, decisions.
  var steps = 0

  /// Every variable is taken for true first.
  init(count: Int) {
    habits = Array(repeating: true, count: count)
    watching = Array(repeating: Self.nowhere, count: 2 * count)
    values = Array(repeating: 0, count: 2 * count)
    levels = Array(repeating: 0, count: count)
    reasons = Array(repeating: Self.nowhere, count: count)
    queue = RecencyQueue(count: count)
    isSeen = Array(repeating: false, count: count)
  }

  func isTrue(_ literal: Literal) -> Bool { values[literal.index] > 0 }
  func isFalse(_ literal: Literal) -> Bool { values[literal.index] < 0 }

  /// The literal has to be true. Before the search only, as the others are.
  mutating func demand(_ literal: Literal) {
    if isFalse(literal) { isImpossible = true }
    if values[literal.index] == 0 { take(literal, because: Self.nowhere) }
  }

  /// One of the literals, which are different, has to be true.
  mutating func demand(_ one: Literal, _ other: Literal) {
    _ = keep(one, other, size: 2)
  }

  mutating func demand(_ one: Literal, _ other: Literal, _ third: Literal) {
    _ = keep(one, other, size: 3)
    store.append(third.code)
  }

  /// Begins a clause; the literals behind the first two are still to be appended.
  mutating func keep(_ one: Literal, _ other: Literal, size: Int32) -> Int32 {
    steps += 1
    let clause = Int32(store.count)
    store.append(watching[one.index])
    store.append(watching[other.index])
    store.append(size)
    store.append(one.code)
    store.append(other.code)
    watching[one.index] = clause
    watching[other.index] = clause
    return clause
  }

  mutating func take(_ literal: Literal, because clause: Int32) {
    values[literal.index] = 1
    values[(!literal).index] = -1
    levels[Int(literal.variable)] = Int32(decisions.count)
    reasons[Int(literal.variable)] = clause
    habits[Int(literal.variable)] = literal.isTrue
    trail.append(literal)
  }

  /// - Parameter most: how many steps it may have taken by the end.
  mutating func run(most: Int) -> Outcome {
    var patience = RestartRhythm()
    guard !isImpossible else { return .impossible }
    while true {
      if let clause = follow() {
        guard !decisions.isEmpty else { return .impossible }
        learn(from: clause)
        if patience.isOver() { takeBack(to: 0) }
      } else if steps > most {
        return .gaveUp
      } else {
        guard let variable = queue.next(isOpen: { values[2 * Int($0)] == 0 }) else { return .found }
        steps += 1
        decisions.append(trail.count)
        take(Literal(variable, isTrue: habits[Int(variable)]), because: Self.nowhere)
      }
    }
  }
}

/// When to begin anew: after contradictions by Luby's series (Luby, Sinclair, Zuckerman 1993).
private struct RestartRhythm {
  private var series = (1, 1)
  private var left = unit
  private static let unit = 64

  mutating func isOver() -> Bool {
    left -= 1
    guard left <= 0 else { return false }
    // Knuth's way to the next of the series.
    let (u, v) = series
    series = u & -u == v ? (u + 1, 1) : (u, 2 * v)
    left = Self.unit * series.1
    return true
  }
}
