import Desk
import Matchmaking
import Store
import Wording

/// What a filter that met nobody may have meant: 教师, which is nobody's name, but a job; 岗位=教师,
/// where it is called 语文教师.
struct OtherReadings {
  /// One term of the filter, and what it may stand for.
  private struct Guess {
    /// Why the term met nobody.
    let why: Phrase
    let place: Int
    var readings: [(demand: Demand, count: Int)]
  }

  private var guesses: [Guess] = []
  private let filter: Filter

  /// Reads the register once more, so only where a filter met nobody.
  init(_ filter: Filter, in store: Store) throws {
    self.filter = filter
    let index = filter.names.isEmpty ? nil : try RegisterIndex(store)
    for (place, term) in filter.terms.enumerated() {
      switch term {
      case .name(let word, false) where index?.search(word, limit: 1).total == 0:
        guesses.append(
          Guess(
            why: Phrase("没有叫“\(word)”的人", "nobody is called \u{201c}\(word)\u{201d}"),
            place: place, readings: Filter.readings(of: word).map { ($0, 0) }))
      case .demand(let demand) where !demand.isNegated:
        guard let part = demand.condition.inPart else { continue }
        let said = demand.phrase
        guesses.append(
          Guess(
            why: Phrase("没有\(said.chinese)的人", "nobody's \(said.english)"), place: place,
            readings: [(Demand(part), 0)]))
      case .name, .demand, .unsaid: continue
      }
    }
    guesses.removeAll { $0.readings.isEmpty }
    if !guesses.isEmpty { try count(in: store, index) }
  }

  /// Each reading in the place of its term, with all the other terms as they are.
  private mutating func count(in store: Store, _ index: RegisterIndex?) throws {
    let rests = guesses.map { guess in
      Filter(terms: filter.terms.enumerated().filter { $0.offset != guess.place }.map(\.element))
    }
    let named = rests.map { rest in
      rest.names.map { word, isNegated in
        (Set(index?.search(word, limit: .max).best ?? []), isNegated)
      }
    }
    var memory = FactMemory()
    let day = store.context.today
    var last: String?
    repeat {
      let piece = try store.members(after: last, limit: 2_000)
      last = piece.last?.number
      for member in piece {
        let facts = MemberFacts(member, memory: &memory)
        for guess in guesses.indices
        where rests[guess].admits(facts, day: day)
          && named[guess].allSatisfy({ $0.0.contains(member.id) != $0.1 })
        {
          for reading in guesses[guess].readings.indices
          where guesses[guess].readings[reading].demand.verdict(on: facts, day: day) == .met {
            guesses[guess].readings[reading].count += 1
          }
        }
      }
    } while last != nil
  }

  /// What to write instead, a sentence for each term; nil where nothing would meet anybody.
  var hint: Phrase? {
    let said = guesses.compactMap { guess -> Phrase? in
      guard let best = Filter.ranked(guess.readings).first else { return nil }
      let (chinese, english) = (best.demand.text(.chinese), best.demand.text(.english))
      return Phrase(
        "\(guess.why.chinese)；\(best.demand.phrase.chinese)的有 \(best.count) 人，"
          + "请写 --where \(Self.quoted(chinese))",
        "\(guess.why.english); for the \(best.count) with \(best.demand.phrase.english) "
          + "write --where \(Self.quoted(english))")
    }
    guard !said.isEmpty else { return nil }
    return Phrase(
      said.map(\.chinese).joined(separator: "。"), said.map(\.english).joined(separator: ". "))
  }

  /// For the shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
