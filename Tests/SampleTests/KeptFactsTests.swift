import Matchmaking
import Sample
import Testing

@Suite struct `Facts as they are kept` {
  private static let day = Day("2026-11-27") ?? .fallback

  /// The sample, and people of whom much is unsaid, not understood or at the edge of what is believed.
  private static let members: [StoredMember] = {
    var members = SampleMembers.members(1_500)
    for (place, member) in members.enumerated() where place % 7 < 4 {
      var member = member
      switch place % 7 {
      case 0: (member.sex, member.birth, member.phone, member.texts) = (nil, nil, nil, [:])
      case 1:
        member.texts = [
          .education: "火星大学", .income: "很多很多", .marital: "？？", .weight: "100斤左右吧", .housing: "再说",
          .residence: "火星", .car: "看情况", .job: "……", .employer: "Ａ公司", .ethnicity: "回族",
        ]
      case 2:
        member.birth = BirthDate(place.isMultiple(of: 2) ? "1900" : "2008-12")
        (member.height, member.verification) = (250, .rejected)
        (member.texts[.income], member.texts[.weight]) = ("1万以上", "160kg")
        member.texts[.interests] = "读书、跑步，爬山"
      default:
        (member.verification, member.status) = (.verified, .seeing)
        member.texts[.income] = "年薪1200万"
        member.texts[.employer] = "  "
      }
      members[place] = member
    }
    return members.enumerated().map { place, member in
      StoredMember(
        row: Int64(2_048 + place), member: member,
        verifiedUntil: place.isMultiple(of: 3)
          ? Day(year: 2026, month: 11, day: 20 + place % 10) : nil)
    }
  }()

  private static func stretch(_ members: [StoredMember]) -> FactStretch {
    var memory = FactMemory(readsTexts: false)
    return FactStretch(members, first: 2_048, memory: &memory)
  }

  /// In stretches, the later ones first, as rows and numbers need not go together.
  private func kept(_ members: [StoredMember] = members) -> RegisterFacts {
    var facts = RegisterFacts()
    for start in stride(from: 0, to: members.count, by: 700).reversed() {
      facts.append(Self.stretch(Array(members[start..<min(start + 700, members.count)])))
    }
    facts.close()
    return facts
  }

  /// What the plain rule has of each.
  private static let plain: [MemberFacts] = members.map { stored in
    var member = stored.member
    member.verification = member.verification.standing(until: stored.verifiedUntil, on: day)
    return MemberFacts(member)
  }

  /// The places of the members in the order of their numbers.
  private static let sorted = members.indices.sorted {
    MemberNumber.precedes(members[$0].member.number, members[$1].member.number)
  }

  @Test func `are those of the member, in the order of the numbers`() {
    let register = kept()
    let sorted = Self.sorted.map { Self.members[$0] }
    #expect(sorted.indices.map { register.text(.number, of: $0) } == sorted.map(\.member.number))
    #expect(sorted.indices.map { register.text(.name, of: $0) } == sorted.map(\.member.name))
    #expect(register.ids == sorted.map(\.member.id))
    #expect(register.rows == sorted.map(\.row))
    #expect(register.phones == sorted.map { $0.member.phone.flatMap { UInt64($0.digits) } ?? 0 })
    let hopes = register.words(.text(.criteria))
    var memory = FactMemory()
    for (place, stored) in sorted.enumerated() {
      let isSame =
        register.facts(of: place, on: Self.day, memory: &memory) == Self.plain[Self.sorted[place]]
        && register.criteria(of: place) == CircleMember(stored.member).criteria
        && hopes[place] == stored.member.texts[.criteria] ?? ""
      #expect(isSame)
      if !isSame { break }
    }
    #expect(Self.plain.contains { $0.verification == .expired })
    #expect(Self.plain.contains { $0.marital == .notUnderstood })
  }

  @Test(arguments: MemberColumn.allCases.filter { $0 != .number && $0 != .name })
  func `are sorted by what the plain rule has`(column: MemberColumn) {
    #expect(
      kept().keys(column, on: Self.day) == Self.sorted.map { column.key(Self.plain[$0]) })
  }

  @Test(arguments: [
    "性别=女", "年龄=25..32 身高>=165", "非 性别=男", "学历>=本科 收入>=8000", "收入=?", "收入!=?", "居住地=泰安",
    "居住地=?", "已核验", "核验=已过期", "非 已核验", "状态=恋爱中", "单位~公司", "单位=ａ公司", "单位=?", "单位!=?",
    "民族=回", "非 民族=回", "兴趣~跑步", "兴趣=读书", "岗位~师,员 性别=男", "非 岗位~师 年龄<=30", "体重>=60",
    "有房 有车", "出生年>=1995", "王 性别=女", "工作=体制内", "子女=?", "户籍=山东", "单位~大,小,中 单位~公",
  ])
  func `are met by a filter as the plain rule has it`(text: String) throws {
    let filter = FilterDraft(text).filter
    try #require(!filter.terms.isEmpty)
    var register = kept()
    let plain = Self.sorted.indices.filter {
      filter.admits(Self.plain[Self.sorted[$0]], day: Self.day)
    }.map { Int32($0) }
    #expect(register.places(meeting: filter, day: Self.day) == plain)
    #expect(
      register.places(meeting: filter, day: Self.day, among: plain.reversed()) == plain.reversed())
    var sieve = FilterSieve(filter, on: Self.day)
    let whole = Self.stretch(Self.members)
    let parts = sieve.parts
    let enough = try #require(
      FactStretch(first: whole.first, parts: whole.parts.filter { parts.contains($0.key) }))
    #expect(sieve.rows(in: enough).sorted() == plain.map { register.rows[Int($0)] }.sorted())
    for case .demand(let demand) in filter.terms {
      let count = Self.plain.count { demand.verdict(on: $0, day: Self.day) == .met }
      #expect(register.count(meeting: demand, day: Self.day, among: nil) == count)
      #expect(register.count(meeting: demand, day: Self.day, among: []) == 0)
    }
    for kind in filter.textKinds { register.makeReady(kind) }
    #expect(register.places(meeting: filter, day: Self.day) == plain)
  }

  @Test func `are offered by their parts, the most frequent first`() {
    #expect(kept().parts(.interests).prefix(40).contains("跑步"))
    #expect(kept(Array(Self.members.prefix(0))).parts(.interests).isEmpty)
  }

  /// Whatever stands in a damaged file is refused or is somebody's facts, and never stops the program.
  @Test func `are refused where their bytes are not whole`() {
    let stretch = Self.stretch(Array(Self.members.prefix(12)))
    func take(_ part: FactPart, _ bytes: [UInt8]) -> Bool {
      let damaged = stretch.parts.merging([part: bytes]) { _, new in new }
      guard let damaged = FactStretch(first: 2_048, parts: damaged) else { return false }
      var facts = RegisterFacts()
      facts.append(damaged)
      facts.close()
      var memory = FactMemory()
      for place in 0..<12 {
        _ = facts.facts(of: place, on: Self.day, memory: &memory)
        _ = facts.criteria(of: place).text(.english)
        _ = facts.text(.name, of: place)
      }
      #expect(facts.ids.count == 12 && facts.rows.count == 12 && facts.phones.count == 12)
      return true
    }
    for part in FactPart.all {
      let bytes = stretch.parts[part] ?? []
      #expect(take(part, bytes))
      for count in bytes.indices { #expect(!take(part, Array(bytes.prefix(count)))) }
      #expect(!take(part, bytes + [0]))
      for place in bytes.indices {
        for value in [0xff, 0x7f, 0x80, 0x63, 0x00] as [UInt8] {
          var damaged = bytes
          damaged[place] = value
          _ = take(part, damaged)
        }
      }
    }
  }

  /// What a text means is part of what is kept: whoever changes a reading raises `FactStretch.version`, and
  /// then the sum here (which also goes with the sample).
  @Test func `are of a version that goes with what texts mean`() {
    let stretch = Self.stretch(Self.members)
    let bytes = [FactPart.figures, .hopes].flatMap { stretch.parts[$0] ?? [] }
    let sum = bytes.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) {
      $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    #expect(FactStretch.version == 3)
    #expect(sum == 6_240_168_898_036_649_297)
  }
}
