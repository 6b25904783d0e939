import Matchmaking
import TestSupport

let circleDay = Day("2026-11-22") ?? .fallback

/// An invented member for the circle.
func seeker(
  _ number: Int, _ sex: Sex?, birth: String? = "1995-03", height: Int? = 170,
  _ texts: [MemberText: String] = [:], criteria: String = "", status: MemberStatus = .single,
  verification: Verification = .verified
) -> CircleMember {
  var texts = texts
  texts[.criteria] = criteria
  return CircleMember(
    Member(
      id: MemberID(high: 3, low: UInt64(number)), number: "\(number)", name: "样例", sex: sex,
      birth: birth.flatMap { BirthDate($0) }, height: height, verification: verification,
      status: status, texts: texts))
}

/// A register drawn at random, with gaps and with criteria of every kind.
struct RandomRegister {
  var dice: Dice
  init(seed: UInt64) { dice = Dice(seed: seed) }

  private mutating func one<Value>(_ values: [Value]) -> Value { values[dice.roll(values.count)] }

  mutating func member(_ number: Int) -> CircleMember {
    var texts: [MemberText: String] = [:]
    texts[.education] = one(["大专", "本科", "本科", "硕士", "高中", "不详", "其他"])
    texts[.residence] = one(["泰安市泰山区", "泰安新泰", "济南历下区", "山东", "泰安", "北京", "火星", ""])
    texts[.marital] = one(["未婚", "未婚", "离异", "单身", "丧偶", ""])
    texts[.children] = one(["无", "有一孩", "带孩", "", "随缘"])
    texts[.income] = one(["6000", "8000-12000", "1万以上", "面议", "5千"])
    texts[.housing] = one(["有房", "租房", "与父母同住", "按揭", ""])
    texts[.sector] = one(["事业单位", "民营企业", "机关", ""])
    texts[.job] = one(["教师", "护士", "司机", "无名"])
    texts[.household] = one(["泰安", "济南", ""])
    let birth = one(["1990", "1995-03", "1998-11-23", "1996-11", "2000-01", "1993-07-01", nil])
    texts[.politics] = one(["中共党员", "共青团员", "群众", ""])
    texts[.ethnicity] = one(["汉族", "汉", "回族", ""])
    var criteria: [String] = []
    for _ in 0..<dice.roll(5) { criteria.append(one(criteriaPhrases).text) }
    let member = seeker(
      number, one([.man, .woman, .man, .woman, nil]), birth: birth,
      height: one([158, 165, 170, 175, 182, nil]), texts, criteria: criteria.joined(separator: "。"),
      status: one([.single, .single, .single, .single, .seeing, .married, .withdrawn]),
      verification: one([.verified, .verified, .pending]))
    return CircleMember(
      id: member.id, number: member.number, facts: member.facts,
      criteria: Criteria(member.criteria.all + words()))
  }

  /// What is hoped for of a text, as a matchmaker types it.
  private mutating func words() -> [Criterion] {
    let asked = [
      TextMatch(.politics, ["党员"]), TextMatch(.politics, ["群众"], isWhole: true),
      TextMatch(.ethnicity, ["汉"], isWhole: true), TextMatch(.job, ["教师", "护士"]),
    ].compactMap(\.self)
    return (0..<max(0, dice.roll(4) - 1)).map { _ in
      Criterion(
        Demand(.text(one(asked)), isNegated: dice.roll(4) == 0),
        dice.roll(2) == 0 ? .limit : .preference)
    }
  }

  mutating func members(_ count: Int) -> [CircleMember] {
    // Numbers of different length and out of order.
    (1...count).map { member($0 * 37 % 1009) }
  }
}

/// The circle as the documents say it, pair by pair and without any packing.
struct NaiveCircle {
  let members: [CircleMember]
  let rules: CircleRules

  func mayMeet(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (members[one].facts, members[other].facts)
    guard one != other, takesPart(a), takesPart(b) else { return false }
    return rules.pools == .one || a.sex != b.sex
  }

  private func takesPart(_ facts: MemberFacts) -> Bool {
    facts.status == .single && (!rules.verifiedOnly || facts.verification == .verified)
      && (rules.pools == .one || facts.sex != nil)
  }

  private func verdicts(_ one: Int, _ other: Int, _ demands: [Demand]) -> [Verdict] {
    demands.map {
      $0.verdict(on: members[other].facts, seeker: members[one].facts, day: rules.day)
    }
  }

  func missed(_ one: Int, _ other: Int) -> Int {
    verdicts(one, other, members[one].criteria.limits).count { $0 == .missed }
  }

  func fits(_ one: Int, _ other: Int) -> Bool {
    mayMeet(one, other) && missed(one, other) == 0 && missed(other, one) == 0
  }

  func score(_ one: Int, _ other: Int) -> Int {
    var points: [Int] = []
    for verdict in verdicts(one, other, members[one].criteria.preferences) {
      let point = verdict == .met ? 1000 : verdict == .unknown ? 500 : 0
      points += [point, point]
    }
    for verdict in verdicts(one, other, members[one].criteria.limits) where verdict == .unknown {
      points += [0, 0]
    }
    let (a, b) = (members[one].facts, members[other].facts)
    let fields = members[one].criteria.all.map(\.demand.condition.field)
    if fields.allSatisfy({
      ![.measure(.age), .measure(.birthYear), .measure(.older)].contains($0)
    }) {
      points.append(
        zip(a.birth, b.birth).map { max(0, 1000 - 100 * abs($0.year - $1.year)) } ?? 500)
    }
    if !fields.contains(.place(.residence)) {
      points.append(zip(a.residence.value, b.residence.value).map(nearness) ?? 500)
    }
    if !fields.contains(.education) {
      points.append(
        zip(a.education.value, b.education.value)
          .map { max(0, 1000 - 300 * abs($0.rawValue - $1.rawValue)) } ?? 500)
    }
    return points.isEmpty ? 1000 : points.reduce(0, +) / points.count
  }

  private func nearness(_ one: Region, _ other: Region) -> Int {
    if one == other, one.level == .county { return 1000 }
    if let city = one.city, city == other.city, city.level == .city { return 800 }
    return one.province == other.province ? 400 : 0
  }

  private func zip<A, B>(_ one: A?, _ other: B?) -> (A, B)? {
    guard let one, let other else { return nil }
    return (one, other)
  }

  func circle(_ one: Int) -> [(member: Int, score: Int)] {
    members.indices.filter { fits(one, $0) }.map { other in
      let (a, b) = (score(one, other), score(other, one))
      return (other, a + b == 0 ? 0 : 2 * a * b / (a + b))
    }.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      let (first, second) = (members[$0.member].number, members[$1.member].number)
      return first.count == second.count ? first < second : first.count < second.count
    }
  }
}
