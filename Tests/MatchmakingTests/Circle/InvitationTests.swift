import Matchmaking
import Testing

@Suite struct `Whom to invite next` {
  private let day = Day("2026-08-19") ?? .fallback

  /// Somebody by number, with what they hope for; of each sex they are alike.
  private func person(
    _ number: String, _ sex: Sex, born year: Int = 1995, _ criteria: String = ""
  ) -> Invitations.Person {
    var member = Member(
      id: MemberID(high: 7, low: UInt64(number.hashValue.magnitude)), number: number, name: number,
      sex: sex, phone: nil)
    member.birth = BirthDate(year: year)
    member.texts[.criteria] = criteria
    return .init(CircleMember(member), sex == .man ? .men : .women)
  }

  private func plan(
    _ guests: [Invitations.Person], _ candidates: [Invitations.Person], _ limit: Int = 20,
    pools: Pools = .two, room: [Pool: Int] = [:]
  ) -> [(number: String, Invitations.Entry)] {
    let people = guests + candidates
    let counts = Dictionary(grouping: guests, by: \.pool).mapValues(\.count)
    var plan = Invitations(
      guests: guests, candidates: candidates, headcounts: counts, pools: pools, room: room,
      on: day)
    return plan.next(limit).map { entry in
      (people.first { $0.member.id == entry.member }?.member.number ?? "?", entry)
    }
  }

  @Test func `the pool that is short comes first, until both are as many`() {
    let men = (1...4).map { person("M\($0)", .man) }
    let women = (1...6).map { person("F\($0)", .woman) }
    let found = plan(Array(men.prefix(3)), Array(men.suffix(1)) + women)
    #expect(found.map(\.number).prefix(3) == ["F1", "F2", "F3"])
    #expect(found.map(\.1.short).prefix(3) == [3, 2, 1])
    // After that a woman, the one man, and a woman more; then the men have nobody to ask.
    #expect(found.map(\.number) == ["F1", "F2", "F3", "F4", "M4", "F5"])
  }

  @Test func `a pool without a place is left alone while the other has some`() {
    let men = (1...5).map { person("M\($0)", .man) }
    let women = (1...5).map { person("F\($0)", .woman) }
    let coming = [men[0], men[1], women[0]]
    let others = Array(men[2...] + women[1...])
    // Women are short, and have one place left.
    let found = plan(coming, others, 4, room: [.men: 2, .women: 1]).map(\.1.pool)
    #expect(found.prefix(3) == [.women, .men, .men])
    #expect(found.count == 4, "after that whoever registers waits")
    #expect(plan(coming, others, 2, room: [.women: 0]).map(\.1.pool) == [.men, .men])
    #expect(plan(coming, others, 1, room: [.men: 0, .women: 0]).map(\.1.pool) == [.women])
  }

  @Test func `of them whoever fits most of those who have nobody`() {
    let young = person("M1", .man, born: 1998, "年龄24到30")
    let old = person("M2", .man, born: 1970, "年龄50到60")
    let women = [
      person("F1", .woman, born: 1997, "年龄25到32"), person("F2", .woman, born: 1971, "年龄50到60"),
      person("F3", .woman, born: 1985),
    ]
    let found = plan([young, person("F0", .woman, born: 1997, "年龄25到32"), old], women)
    #expect(found.first?.number == "F2")
    #expect(found.first?.1.helped == 1 && found.first?.1.fits == 1 && found.first?.1.short == 1)
  }

  @Test func `to an empty evening two who fit each other are asked one after the other`() {
    let found = plan(
      [],
      [
        person("F1", .woman, born: 1970, "年龄50到60"), person("F2", .woman, born: 1997),
        person("M1", .man, born: 1996, "年龄25到32"),
      ], 2)
    #expect(Set(found.map(\.number)).contains("M1"))
    #expect(found.count == 2)
  }

  @Test func `nobody twice, as many as are asked for, and none where there is none`() {
    let men = (1...30).map { person("M\($0)", .man) }
    let women = (1...30).map { person("F\($0)", .woman) }
    for limit in [0, 1, 7, 60, 1_000] {
      let found = plan([], men + women, limit)
      #expect(found.count == min(limit, 60) && Set(found.map(\.number)).count == found.count)
      for length in 0...found.count {
        let men = found.prefix(length).count { $0.1.pool == .men }
        #expect(abs(2 * men - length) <= 1)
      }
    }
    #expect(plan(men, []).isEmpty)
    #expect(plan([], men, 5, pools: .one).count == 5)
  }
}
