/// Makes 男生 and 女生 the people two clauses speak of: `女生95后，男生90后`.
///
/// One of them alone says nothing more than who is looked for, on whichever side of it: `95后女生`.
struct CriteriaSexes {
  private(set) var all: [CriteriaToken]

  init(_ tokens: [CriteriaToken], _ text: Written) {
    all = tokens
    var subjects: [(place: Int, person: CriteriaWord.Person)] = []
    for place in tokens.indices where tokens[place].word == .filler {
      guard let person = CriteriaSexes.nouns[text.substring(tokens[place].range)],
        place == 0 || tokens[place - 1].word.isStop,
        place + 1 < tokens.count, !tokens[place + 1].word.isStop
      else { continue }
      subjects.append((place, person))
    }
    guard Set(subjects.map(\.person)).count == 2 else { return }
    for (place, person) in subjects {
      all[place] = CriteriaToken(word: .person(person), range: tokens[place].range)
    }
  }

  private static let nouns: [Substring: CriteriaWord.Person] = {
    let stems = ["", "生", "士", "孩", "的", "性", "人"]
    let men = stems.map { (Substring("男" + $0), CriteriaWord.Person.man) }
    let women = stems.map { (Substring("女" + $0), CriteriaWord.Person.woman) }
    return Dictionary(uniqueKeysWithValues: men + women)
  }()
}

extension CriteriaWord {
  fileprivate var isStop: Bool { if case .stop = self { true } else { false } }
}
