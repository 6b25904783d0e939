import TestSupport
import Testing

@testable import Matchmaking

/// The search below `stable` in one pool, on clauses that have nothing to do with an evening.
@Suite struct `A search through clauses` {
  private struct Clauses {
    let variables: Int
    var clauses: [[Literal]] = []

    /// About as many as leave half of such instances without an answer.
    init(variables: Int, dice: inout Dice) {
      self.variables = variables
      for _ in 0..<variables * 17 / 4 {
        let count = dice.roll(12) == 0 ? 2 : 3
        var chosen = Array(0..<Int32(variables))
        chosen.shuffle(using: &dice)
        clauses.append(chosen.prefix(count).map { Literal($0, isTrue: dice.roll(2) == 0) })
      }
    }

    func search() -> ClauseSearch {
      var search = ClauseSearch(count: variables)
      for clause in clauses {
        switch clause.count {
        case 1: search.demand(clause[0])
        case 2: search.demand(clause[0], clause[1])
        default: search.demand(clause[0], clause[1], clause[2])
        }
      }
      return search
    }

    /// Whether any of all values will do.
    var hasAnswer: Bool {
      (0..<1 << variables).contains { values in
        clauses.allSatisfy { clause in
          clause.contains { (values >> Int($0.variable) & 1 == 1) == $0.isTrue }
        }
      }
    }
  }

  @Test(arguments: [6, 9, 11])
  func `comes to what trying everything comes to`(variables: Int) {
    var dice = Dice(seed: UInt64(variables))
    var found = 0
    for _ in 0..<150 {
      let clauses = Clauses(variables: variables, dice: &dice)
      var search = clauses.search()
      let outcome = search.run(most: .max)
      #expect(outcome == (clauses.hasAnswer ? .found : .impossible))
      guard outcome == .found else { continue }
      found += 1
      #expect(clauses.clauses.allSatisfy { $0.contains(where: search.isTrue) })
    }
    #expect((20..<140).contains(found))
  }

  /// Too large to try everything, and so full of contradictions that much is learnt.
  @Test func `finds values that do, however much it had to learn`() {
    var dice = Dice(seed: 60)
    var steps = 0
    for _ in 0..<60 {
      let clauses = Clauses(variables: 60, dice: &dice)
      var search = clauses.search()
      if search.run(most: .max) == .found {
        #expect(clauses.clauses.allSatisfy { $0.contains(where: search.isTrue) })
      }
      steps = max(steps, search.steps)
    }
    #expect(steps > 2_000)
  }

  @Test func `gives up after its steps, and not before`() {
    var dice = Dice(seed: 61)
    let clauses = Clauses(variables: 90, dice: &dice)
    var whole = clauses.search()
    #expect(whole.run(most: .max) != .gaveUp)
    var short = clauses.search()
    #expect(short.run(most: short.steps) == .gaveUp)
    var long = clauses.search()
    #expect(long.run(most: whole.steps) != .gaveUp)
  }

  @Test func `of a literal and its contrary is impossible at once`() {
    var search = ClauseSearch(count: 1)
    search.demand(Literal(0))
    search.demand(!Literal(0))
    #expect(search.run(most: 0) == .impossible)
    var empty = ClauseSearch(count: 0)
    #expect(empty.run(most: 0) == .found)
  }
}
