import Matchmaking
import Sample
import Testing

/// The circle by what is kept, against the index over everybody as they are written.
@Suite struct `Circles found in what is kept` {
  private static let day = Day("2026-11-27") ?? .fallback

  /// The sample, and some whose hopes are of kinds that it has few of, or who take no part.
  private static let members: [Member] = {
    let hopes = [
      "", "比我大3岁以内，同城优先", "党员优先，汉族", "非教师，不抽烟不喝酒", "男大女小，有房优先，本省",
      "月薪8000以上，体制内优先", "离异勿扰，无孩，身高160-175", "济南或泰安，本科以上，同县优先", "回族",
      "只找军人，身高195以上，硕士，月薪5万以上",
    ]
    var members = SampleMembers.members(900)
    for place in members.indices where place % 3 != 0 {
      members[place].texts[.criteria] = hopes[place / 3 % hopes.count]
      switch place % 31 {
      case 1: members[place].status = .seeing
      case 2: members[place].sex = nil
      case 4: members[place].texts[.marital] = "已婚"
      case 5: (members[place].birth, members[place].texts[.residence]) = (nil, nil)
      case 7: members[place].verification = .rejected
      case 8: members[place].texts[.politics] = "中共党员"
      case 10: members[place].texts[.ethnicity] = "回族"
      case 11: members[place].texts = [.criteria: members[place].texts[.criteria] ?? ""]
      default: break
      }
    }
    return members
  }()

  private static let plain = members.map { CircleMember($0) }

  private static let stretches: [FactStretch] = {
    var memory = FactMemory(readsTexts: false)
    let stored = members.enumerated().map {
      StoredMember(row: Int64($0 + 1), member: $1, verifiedUntil: nil)
    }
    return [0..<300, 300..<301, 301..<900].map {
      FactStretch(Array(stored[$0]), first: Int64($0.lowerBound), memory: &memory)
    }
  }()

  private static let allRules = [
    CircleRules(day: day), CircleRules(pools: .one, day: day),
    CircleRules(verifiedOnly: true, day: day),
  ]

  private struct Found: Equatable {
    let id: MemberID
    let scores: [Int]
    let reasons: [CircleReason]
  }

  private func found(_ index: CircleIndex, _ place: Int) -> [Found] {
    index.circle(of: place).map {
      Found(
        id: index.members[$0.member].id, scores: [$0.score, $0.own, $0.theirs],
        reasons: index.reasons(place, $0.member))
    }
  }

  private func search(_ place: Int, _ rules: CircleRules, tellsWhy: Bool) -> CircleIndex {
    var search = CircleSearch(Self.plain[place], rules: rules, tellsWhy: tellsWhy)
    for stretch in Self.stretches { search.look(through: stretch) }
    return search.index
  }

  @Test(arguments: allRules)
  func `are those of everybody as they are written, with scores, reasons and obstacles`(
    rules: CircleRules
  ) {
    let whole = CircleIndex(Self.plain, rules: rules)
    var (fitting, empty) = (0, 0)
    for place in stride(from: 0, to: Self.members.count, by: rules.pools == .one ? 23 : 7) {
      let truth = found(whole, place)
      let isFound = found(search(place, rules, tellsWhy: false), 0) == truth
      let why = search(place, rules, tellsWhy: true)
      let isTold = found(why, 0) == truth && why.obstacles(of: 0) == whole.obstacles(of: place)
      #expect(isFound && isTold, "\(Self.members[place])")
      if !isFound || !isTold { break }
      fitting += truth.count
      if truth.isEmpty { empty += 1 }
    }
    #expect(fitting > 1_000 && empty > 0)
  }

  /// A stretch lends no more than was asked for.
  @Test func `need no more than they ask for`() throws {
    for place in stride(from: 0, to: 900, by: 57) {
      var search = CircleSearch(Self.plain[place], rules: Self.allRules[0], tellsWhy: true)
      let parts = search.parts
      for stretch in Self.stretches {
        search.look(
          through: try #require(
            FactStretch(
              first: stretch.first, parts: stretch.parts.filter { parts.contains($0.key) })))
      }
      #expect(
        found(search.index, 0) == found(self.search(place, Self.allRules[0], tellsWhy: true), 0))
    }
  }

  @Test func `of everybody are those of everybody as they are written`() throws {
    var facts = RegisterFacts()
    for stretch in Self.stretches { facts.append(stretch) }
    facts.close()
    let members = try #require(facts.circleMembers(on: Self.day))
    #expect(members.map(\.id) == facts.ids && members.count == 900)
    let rules = CircleRules(day: Self.day)
    let (kept, whole) = (CircleIndex(members, rules: rules), CircleIndex(Self.plain, rules: rules))
    let counts = try #require(kept.everyone(keep: 0)).counts
    let truth = try #require(whole.everyone(keep: 0)).counts
    let byID = Dictionary(
      zip(members.map(\.id), counts).map { ($0, $1) }, uniquingKeysWith: { one, _ in one })
    #expect(Self.plain.map { byID[$0.id] } == truth.map { Optional($0) })
    for (place, member) in members.enumerated() {
      let isSame = facts.circleMember(place, on: Self.day).criteria == member.criteria
      #expect(isSame)
      if !isSame { break }
    }
    #expect(facts.circleMembers(on: Self.day) { $0 < 0.2 } == nil)
  }
}
