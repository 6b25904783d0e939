import Matchmaking
import Screens

/// A register of which four hundred members repeat: what the list of members asks is answered from
/// them, names by their characters alone.
extension Hall {
  func browse(_ question: RegisterQuestion) -> [Answer] {
    let filter = TypedFilter(question.filter).draft.filter
    guard !filter.terms.isEmpty || question.sort != nil else {
      let window = question.rows.clamped(to: 0..<max(0, memberCount))
      return [
        .browsed(
          RegisterPage(question, total: memberCount, rows: window.map(SampleEvening.member(at:))))
      ]
    }
    var found = memberCount == 0 ? [] : members(filter, question)
    let typed = TypedFilter(question.filter)
    if found.isEmpty,
      let filter = typed.withoutBeginning(at: question.completing, question.words)
    {
      found = members(filter, question)
    }
    let window = question.rows.clamped(to: 0..<found.count)
    var answers: [Answer] = [
      .browsed(RegisterPage(question, total: found.count, rows: Array(found[window])))
    ]
    if let completion = completion(question) {
      answers.append(.completed(completion))
    }
    return answers
  }

  private func members(_ filter: Filter, _ question: RegisterQuestion) -> [Member] {
    if let known = register[question.filter] { return known }
    let isPinyin = filter.terms.allSatisfy {
      if case .name(let word, false) = $0 { word.utf8.allSatisfy { $0 < 0x80 } } else { false }
    }
    if isPinyin, !filter.terms.isEmpty { return (130..<133).map(SampleEvening.member(at:)) }
    var found = (0..<400).map(SampleEvening.member(at:)).filter { member in
      filter.admits(MemberFacts(member), day: question.today)
        && filter.names.allSatisfy { word, isNegated in member.name.contains(word) != isNegated }
    }
    if let sort = question.sort, case .fact(let column) = sort.column {
      let rows = found.map {
        ($0, MemberColumn.Row(number: $0.number, nameKey: $0.name, facts: MemberFacts($0)))
      }
      found = rows.sorted {
        column.precedes($0.1, $1.1, isDescending: sort.isDescending)
      }.map(\.0)
    }
    return found
  }

  private func completion(_ question: RegisterQuestion) -> FilterCompletion? {
    guard let caret = question.completing else { return nil }
    let members = (0..<400).map(SampleEvening.member(at:))
    let facts = members.map { MemberFacts($0) }
    var register = FilterCompletion.Register()
    register.count = { demand in
      facts.count { demand.verdict(on: $0, day: question.today) == .met }
    }
    register.isNobody = { word in !members.contains { $0.name.contains(word) } }
    register.values = { kind, typed in
      Set(members.compactMap { $0.texts[kind.text] }).filter {
        typed.isEmpty || $0.contains(typed)
      }.sorted()
    }
    return FilterCompletion(
      TypedFilter(question.filter).text, caret: caret, words: question.words, register: register)
  }
}

extension Hall {
  private var people: [Member] {
    (0..<60).map(SampleEvening.member(at:)).enumerated().map { place, member in
      var member = member
      member.texts[.criteria] = SampleEvening.hopes[place % SampleEvening.hopes.count]
      member.texts[.residence] = place % 3 == 0 ? "泰安市泰山区" : "泰安市岱岳区"
      if place % 4 == 1 { member.texts[.housing] = "有房" }
      return member
    }
  }

  private func index(_ people: [Member]) -> CircleIndex {
    CircleIndex(
      people.map { CircleMember($0) }, rules: CircleRules(day: SampleEvening.today))
  }

  func circle(of id: MemberID, _ corrected: String?) -> FateCircle {
    var people = people
    let place = people.firstIndex { $0.id == id } ?? 0
    if corrected != nil { people[place].texts[.criteria] = "身高165以上，本科" }
    let index = index(people)
    let all = index.circle(of: place)
    return FateCircle(
      member: people[place], criteria: index.members[place].criteria, total: all.count,
      fits: all.map {
        .init(
          member: people[$0.member], score: $0.score, reasons: index.reasons(place, $0.member))
      }, obstacles: index.obstacles(of: place))
  }

  func lonely() -> LonelyReport {
    let people = people
    let index = index(people)
    let alone = people.indices.filter { index.circle(of: $0).isEmpty }
    return LonelyReport(
      taking: 58, total: alone.count + 40, excluded: [.notLooking(.seeing): 2],
      entries: alone.map { .init(member: people[$0], obstacles: index.obstacles(of: $0)) })
  }
}
