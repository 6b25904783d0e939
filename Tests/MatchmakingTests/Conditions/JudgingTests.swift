import Matchmaking
import Testing

@Suite struct `An age on a day` {
  private func ages(_ birth: String, _ day: String) throws -> ClosedRange<Int> {
    try #require(BirthDate(birth)).ages(on: try #require(Day(day)))
  }

  @Test(arguments: [
    ("1995-11-22", "2026-11-21", 30), ("1995-11-22", "2026-11-22", 31),
    ("1995-11-22", "2026-11-23", 31),
    ("1995-11-22", "2026-10-31", 30), ("1995-11-22", "2026-12-01", 31),
    ("1995-01-01", "2026-01-01", 31),
    ("1995-12-31", "2026-01-01", 30), ("1996-02-29", "2026-02-28", 29),
    ("1996-02-29", "2026-03-01", 30),
  ])
  func `changes on the birthday, and not a day before`(birth: String, day: String, age: Int) throws
  {
    #expect(try ages(birth, day) == age...age)
  }

  @Test func `is one of two where the day or the month is not known`() throws {
    #expect(try ages("1995-11", "2026-11-22") == 30...31)
    #expect(try ages("1995-10", "2026-11-22") == 31...31)
    #expect(try ages("1995-12", "2026-11-22") == 30...30)
    #expect(try ages("1995", "2026-11-22") == 30...31)
  }
}

@Suite struct `A demand judged on facts` {
  static let day = Day("2026-11-22") ?? .fallback

  private func verdict(_ filter: String, _ facts: MemberFacts) throws -> Verdict {
    guard case .demand(let demand)? = try Filter.check(filter).terms.first else { return .unknown }
    return demand.verdict(on: facts, day: Self.day)
  }

  private func born(_ birth: String) -> MemberFacts {
    var facts = MemberFacts()
    facts.birth = BirthDate(birth)
    return facts
  }

  @Test(arguments: [
    ("age>=31", "1995-11-22", Verdict.met), ("age>=31", "1995-11-23", .missed),
    ("age<=30", "1995-11-22", .missed), ("age<=30", "1995-11-23", .met),
    // Where it may be either, one of them is enough.
    ("age>=31", "1995", .met), ("age<=30", "1995", .met), ("age>=32", "1995", .missed),
    ("age<=29", "1995", .missed), ("not age>=31", "1995", .missed),
    ("born>=1995", "1995-01-01", .met), ("born>=1996", "1995-12-31", .missed),
    ("born<=1995", "1995-12-31", .met), ("born<=1994", "1995-01-01", .missed),
  ])
  func `of age and birth holds its bounds`(filter: String, birth: String, expected: Verdict) throws
  {
    #expect(try verdict(filter, born(birth)) == expected)
  }

  @Test(arguments: [
    ("height>=170", 170, Verdict.met), ("height>=170", 169, .missed), ("height<=170", 170, .met),
    ("height<=170", 171, .missed), ("height=165..170", 165, .met),
    ("height=165..170", 164, .missed),
    ("height=165..170", 171, .missed),
  ])
  func `of the height holds its bounds`(filter: String, height: Int, expected: Verdict) throws {
    var facts = MemberFacts()
    facts.height = height
    #expect(try verdict(filter, facts) == expected)
    #expect(try verdict("not " + filter, facts) == (expected == .met ? .missed : .met))
    #expect(try verdict(filter, MemberFacts()) == .unknown)
    #expect(try verdict("not " + filter, MemberFacts()) == .unknown)
  }

  /// An income is a range; what lies partly within leaves it open.
  @Test(arguments: [
    ("income>=8000", "8000-10000", Verdict.met), ("income>=8001", "8000-10000", .unknown),
    ("income>=10000", "8000-10000", .unknown), ("income>=10001", "8000-10000", .missed),
    ("income<=10000", "8000-10000", .met), ("income<=8000", "8000-10000", .unknown),
    ("income<=7999", "8000-10000", .missed), ("income>=9000", "1万以上", .met),
    ("income>=10001", "1万以上", .unknown), ("income<=20000", "1万以上", .unknown),
    ("income<=9999", "1万以上", .missed),
  ])
  func `of the income holds both ends`(filter: String, income: String, expected: Verdict) throws {
    #expect(try verdict(filter, facts([.income: income])) == expected)
  }

  @Test(arguments: [
    ("marital=未婚", "单身", Verdict.unknown), ("marital=单身", "未婚", .met), ("marital=单身", "离异", .met),
    ("marital=单身", "已婚", .missed), ("marital!=离异", "单身", .unknown), ("marital!=离异", "未婚", .met),
    ("marital=已婚", "单身", .missed), ("marital=离异,丧偶", "单身", .unknown),
  ])
  func `of a status that may be several leaves it open`(
    filter: String, marital: String, expected: Verdict
  ) throws {
    #expect(try verdict(filter, facts([.marital: marital])) == expected)
  }

  @Test(arguments: [
    ("housing=own", "与父母同住", Verdict.unknown), ("housing=own", "租房", .missed),
    ("housing=own", "有房，按揭", .met),
    ("housing=own", "有房", .met), ("housing!=none", "租房", .met), ("housing=outright", "按揭", .missed),
  ])
  func `of a home knows who lives with the parents as nothing`(
    filter: String, housing: String, expected: Verdict
  ) throws {
    #expect(try verdict(filter, facts([.housing: housing])) == expected)
  }

  @Test func `of children knows that some are here or elsewhere`() throws {
    #expect(try verdict("children=here", facts([.children: "有一孩"])) == .unknown)
    #expect(try verdict("children=yes", facts([.children: "有一孩"])) == .met)
    #expect(try verdict("children!=here", facts([.children: "无"])) == .met)
    #expect(try verdict("children!=here", facts([.children: "有一女，归前妻"])) == .met)
  }

  /// A place known as a larger one around the wanted leaves it open.
  @Test(arguments: [
    ("city=泰安", "泰安市泰山区", Verdict.met), ("city=泰山区", "泰安", .unknown), ("city=泰安", "济南", .missed),
    ("city=泰安", "山东", .unknown), ("city!=泰安", "山东", .unknown), ("city!=泰安", "济南", .met),
    ("city=济南,泰安", "泰安", .met), ("city=济南,泰山区", "泰安", .unknown), ("city=济南,青岛", "泰安", .missed),
  ])
  func `of a place holds what lies within`(filter: String, place: String, expected: Verdict) throws
  {
    #expect(try verdict(filter, facts([.residence: place])) == expected)
  }

  @Test func `of what is near looks around the seeker`() throws {
    let seeker = facts([.residence: "泰安市泰山区"])
    let near = { (nearby: Nearby, place: String, seeker: MemberFacts?) in
      Demand(.nearby(.residence, nearby))
        .verdict(on: facts([.residence: place]), seeker: seeker, day: Self.day)
    }
    #expect(near(.sameCounty, "泰安市泰山区", seeker) == .met)
    #expect(near(.sameCounty, "泰安市新泰市", seeker) == .missed)
    #expect(near(.sameCounty, "泰安", seeker) == .unknown)
    #expect(near(.sameCity, "泰安市新泰市", seeker) == .met)
    #expect(near(.sameCity, "济南", seeker) == .missed)
    #expect(near(.sameProvince, "济南", seeker) == .met)
    #expect(near(.sameProvince, "北京", seeker) == .missed)
    #expect(near(.sameCounty, "泰安市泰山区", facts([.residence: "泰安"])) == .unknown)
    #expect(near(.sameCity, "泰安", nil) == .unknown)
  }

  /// Born in 1993 is two years older than born in 1995.
  @Test func `of years between them counts from the seeker`() {
    let seeker = born("1995-06")
    let older = { (bounds: Bounds<Int>, birth: String) in
      Demand(.measure(.older, bounds)).verdict(on: born(birth), seeker: seeker, day: Self.day)
    }
    #expect(older(Bounds(low: 2), "1993") == .met && older(Bounds(low: 2), "1994") == .missed)
    #expect(older(Bounds(low: 0, high: 3), "1992") == .met)
    #expect(older(Bounds(low: 0, high: 3), "1991") == .missed)
    #expect(older(Bounds(low: 0, high: 3), "1996") == .missed)
    #expect(older(Bounds(high: 0), "1996") == .met)
    #expect(
      Demand(.measure(.older, Bounds(low: 0)))
        .verdict(on: born("1993"), seeker: nil, day: Self.day) == .unknown)
  }
}
