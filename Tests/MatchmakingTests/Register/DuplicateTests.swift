import Matchmaking
import Testing

private func member(
  _ low: UInt64, _ name: String, birth: String? = nil, phone: String? = nil, sex: Sex? = nil,
  digits: String? = nil
) -> Member {
  Member(
    id: MemberID(high: 9, low: low), number: "\(100_000 + low)", name: name, sex: sex,
    birth: birth.flatMap { BirthDate($0) }, phone: phone.flatMap { PhoneNumber($0) },
    texts: digits.map { [.residentDigits: $0] } ?? [:])
}

private func found(
  _ members: [Member], _ decided: [DuplicateDecision] = []
) -> [[UInt64]] {
  Duplicates.find(in: members, decided: decided).map { [$0.one.low, $0.other.low] }
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
    let duplicate = try #require(Duplicates.find(in: pair).first)
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

@Suite struct `Merging two members` {
  @Test func `fills what was empty, lists what differs, and loses nothing unseen`() {
    var kept = member(1, "张样", birth: "1995", phone: "15400000001")
    kept.texts[.job] = "车工"
    kept.extras["血型"] = "O"
    var other = member(2, "张样", birth: "1995-03-08", phone: "15400000002", sex: .man)
    other.texts = [.job: "焊工", .education: "大专"]
    other.extras = ["血型": "A", "星座": "双鱼"]
    let merge = MemberMerge(kept, other, choices: [.text(.job): .other])
    #expect(merge.member.id == kept.id && merge.member.number == kept.number)
    #expect(merge.member.birth == BirthDate("1995-03-08") && merge.member.sex == .man)
    #expect(merge.member.phone == kept.phone)
    #expect(merge.member.texts == [.job: "焊工", .education: "大专"])
    #expect(merge.member.extras == ["血型": "O", "星座": "双鱼"])
    #expect(Set(merge.filled) == [.birth, .sex, .text(.education), .extra("星座")])
    #expect(merge.conflicts.map(\.field) == [.phone, .text(.job), .extra("血型")])
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
