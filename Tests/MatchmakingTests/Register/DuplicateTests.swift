import TestSupport
import Testing

@testable import Matchmaking

private func member(
  _ low: UInt64, _ name: String, birth: String? = nil, phone: String? = nil, sex: Sex? = nil,
  digits: String? = nil
) -> Member {
  Member(
    id: MemberID(high: 9, low: low), number: "\(100_000 + low)", name: name, sex: sex,
    birth: birth.flatMap { BirthDate($0) }, phone: phone.flatMap { PhoneNumber($0) },
    texts: digits.map { [.residentDigits: $0] } ?? [:])
}

/// In stretches of two hundred, as a register has them of thousands.
private func suspects(
  _ members: [Member], _ decided: [DuplicateDecision] = []
) -> [PossibleDuplicate] {
  var (search, memory) = (DuplicateSearch(), FactMemory(readsTexts: false))
  for start in stride(from: 0, to: members.count, by: 200) {
    let part = members[start..<min(members.count, start + 200)].enumerated().map {
      StoredMember(row: Int64($0), member: $1, verifiedUntil: nil)
    }
    search.look(
      through: FactStretch(part, first: 0, parts: DuplicateSearch.parts, memory: &memory))
  }
  return search.suspects(without: decided)
}

private func found(
  _ members: [Member], _ decided: [DuplicateDecision] = []
) -> [[UInt64]] {
  suspects(members, decided).map { [$0.one.low, $0.other.low] }
}

@Suite struct `Members who may be entered twice` {
  @Test func `have the same phone, whatever their names`() {
    let members = [
      member(1, "张样", phone: "15400000001"), member(2, "李例", phone: "154 0000 0001"),
      member(3, "王例", phone: "15400000002"),
    ]
    #expect(found(members) == [[1, 2]])
  }

  @Test func `have the same name and a birth date that can be the same`() {
    #expect(
      found([member(1, "张样", birth: "1995-03"), member(2, "张样", birth: "1995-03-08")]) == [[1, 2]])
    #expect(
      found([member(1, "张样", birth: "1995-03"), member(2, "张样", birth: "1995")]) == [[1, 2]])
    #expect(found([member(1, "张样", birth: "1995-03"), member(2, "张样", birth: "1995-04")]) == [])
    // Two years alone are two namesakes.
    #expect(found([member(1, "张样", birth: "1995"), member(2, "张样", birth: "1995")]) == [])
  }

  @Test func `have the same name, however its letters are written`() {
    #expect(
      found([
        member(1, "Jürgen Groß", birth: "1995-03"), member(2, "JUERGEN GROSS", birth: "1995-03"),
        member(3, "jurgen gross", birth: "1995-03"), member(4, "Jürgen", birth: "1995-03"),
      ]) == [[1, 3]])
    #expect(
      found([member(1, "Ольга", digits: "0021"), member(2, "ОЛЬГА", digits: "0021")]) == [[1, 2]])
  }

  @Test func `are ruled out by another sex or other digits`() {
    #expect(
      found([
        member(1, "张样", birth: "1995-03", sex: .man),
        member(2, "张样", birth: "1995-03", sex: .woman),
      ]) == [])
    #expect(
      found([
        member(1, "张样", birth: "1995-03", digits: "0012"),
        member(2, "张样", birth: "1995-03", digits: "0021"),
      ]) == [])
  }

  @Test func `have the same name and resident digits, and every ground is named`() throws {
    let pair = [
      member(1, "张样", birth: "1995-03", phone: "15400000001", digits: "001X"),
      member(2, "张样", birth: "1995-03", phone: "15400000001", digits: "001X"),
    ]
    let duplicate = try #require(suspects(pair).first)
    #expect(duplicate.grounds == Set(DuplicateGround.allCases))
  }

  @Test func `are not shown again once somebody decided`() {
    let members = [member(1, "张样", phone: "15400000001"), member(2, "李例", phone: "15400000001")]
    let apart = DuplicateDecision(
      members[1].id, members[0].id, .keptApart, by: "甲", on: Day.fallback)
    #expect(found(members, [apart]) == [])
  }

  @Test func `stay apart from whom the other was merged into`() {
    let members = [1, 2, 3].map { member($0, "张样", phone: "15400000001") }
    let decided = [
      DuplicateDecision(members[0].id, members[2].id, .keptApart, by: "甲", on: Day.fallback),
      DuplicateDecision(
        members[0].id, members[1].id, .merged(into: members[1].id), by: "甲", on: Day.fallback),
    ]
    #expect(found(Array(members.dropFirst()), decided) == [])
    #expect(found(Array(members.dropFirst())) == [[2, 3]])
  }

  @Test func `come in the order of their numbers, and a switchboard's phone is no avalanche`() {
    let many = (1...300).map { member(UInt64($0), "样\($0)", phone: "15400000001") }
    let pairs = found(many.reversed())
    #expect(pairs.count == 299)
    #expect(pairs == pairs.sorted { $0[0] < $1[0] })
  }
}

@Suite struct `Looking for members entered twice` {
  /// The rule as it is said, over two members as they are.
  private func grounds(_ one: Member, _ other: Member) -> Set<DuplicateGround> {
    var grounds: Set<DuplicateGround> = []
    if let phone = one.phone, phone == other.phone { grounds.insert(.phone) }
    guard NameKey(one.name) == NameKey(other.name) else { return grounds }
    if let sex = one.sex, let second = other.sex, sex != second { return grounds }
    let (births, digits) = (
      [one.birth, other.birth].compactMap(\.self),
      [one, other].compactMap { $0.texts[.residentDigits] }
    )
    let mayBeBornTogether = births.count < 2 || births[0].canBe(births[1])
    if digits.count == 2, digits[0] == digits[1], mayBeBornTogether {
      grounds.insert(.residentDigitsAndName)
    }
    if births.count == 2, mayBeBornTogether, births.contains(where: { $0.month != nil }),
      digits.count < 2 || digits[0] == digits[1]
    {
      grounds.insert(.nameAndBirth)
    }
    return grounds
  }

  @Test func `finds whom comparing everybody with everybody finds`() {
    var dice = Dice(seed: 23)
    let pick = { (words: [String?], dice: inout Dice) in words[dice.roll(words.count)] }
    let members = (1...450).map { low in
      member(
        UInt64(low), pick(["张样", "李 例", "李例", "Müller", "MULLER", "欧阳·例"], &dice) ?? "",
        birth: pick([nil, "1990", "1990-03", "1990-03-08", "1990-04", "1991-03"], &dice),
        phone: dice.roll(40) == 0 ? "1540000000\(dice.roll(9))" : nil,
        sex: [nil, .man, .woman][dice.roll(3)],
        digits: pick([nil, nil, "001X", "0021", "1001"], &dice))
    }
    // Few have one key, so that no group is cut.
    let few = members.filter { _ in dice.roll(6) == 0 }
    let found = suspects(few)
    var expected: [[UInt64]: Set<DuplicateGround>] = [:]
    for (place, one) in few.enumerated() {
      for other in few[(place + 1)...] {
        let grounds = grounds(one, other)
        if !grounds.isEmpty { expected[[one.id.low, other.id.low]] = grounds }
      }
    }
    #expect(expected.count > 40)
    #expect(Set(expected.values).count > 2)
    #expect(
      Dictionary(uniqueKeysWithValues: found.map { ([$0.one.low, $0.other.low], $0.grounds) })
        == expected)
  }

  @Test func `finds nobody in an empty register`() { #expect(suspects([]).isEmpty) }
}

@Suite struct `Merging two members` {
  @Test func `fills what was empty, lists what differs, and loses nothing unseen`() {
    var kept = member(1, "张样", birth: "1995", phone: "15400000001")
    kept.texts[.job] = "车工"
    kept.extras["血型"] = "O"
    var other = member(2, "张样", birth: "1995-03-08", phone: "15400000002", sex: .man)
    other.texts = [.job: "焊工", .education: "大专"]
    other.extras = ["血型": "A", "星座": "双鱼"]
    let merge = MemberMerge(kept, other, choices: [.detail(.text(.job)): .other])
    #expect(merge.member.id == kept.id && merge.member.number == kept.number)
    #expect(merge.member.birth == BirthDate("1995-03-08") && merge.member.sex == .man)
    #expect(merge.member.phone == kept.phone)
    #expect(merge.member.texts == [.job: "焊工", .education: "大专"])
    #expect(merge.member.extras == ["血型": "O", "星座": "双鱼"])
    #expect(
      Set(merge.filled)
        == Set([.birth, .sex, .text(.education), .extra("星座")].map(MemberMerge.Field.detail)))
    #expect(
      merge.conflicts.map(\.field)
        == [.phone, .text(.job), .extra("血型")].map(MemberMerge.Field.detail))
    #expect(merge.conflicts.map(\.winner) == [.kept, .other, .kept])
  }

  @Test func `keeps a verification and a withdrawal`() {
    var kept = member(1, "张样")
    var other = member(2, "张样")
    other.verification = .verified
    other.status = .withdrawn
    let merge = MemberMerge(kept, other)
    #expect(merge.member.verification == .verified && merge.member.status == .withdrawn)
    kept.status = .withdrawn
    other.status = .single
    #expect(MemberMerge(kept, other).member.status == .withdrawn)
  }
}
