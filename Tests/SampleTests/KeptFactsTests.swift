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

  private func kept(
    _ members: [StoredMember] = members, words: Bool = true, only kinds: Set<TextKind>? = nil
  ) -> RegisterFacts {
    var memory = FactMemory(readsTexts: false)
    let stretch = FactStretch(members, first: 2_048, memory: &memory)
    var facts = kinds.map { RegisterFacts(only: $0) } ?? RegisterFacts()
    let isWhole = stretch.figures.withUnsafeBytes { figures in
      stretch.words.withUnsafeBytes {
        facts.append(figures: figures, words: words ? $0 : nil, first: 2_048, on: Self.day)
      }
    }
    #expect(isWhole)
    return facts
  }

  /// What the plain rule has of each.
  private static let plain: [MemberFacts] = members.map { stored in
    var member = stored.member
    member.verification = member.verification.standing(until: stored.verifiedUntil, on: day)
    return MemberFacts(member)
  }

  @Test func `are those of the member, in the order of the numbers`() {
    var register = kept()
    #expect(register.rows == Self.members.map(\.row))
    register.close()
    let places = Self.members.indices.sorted {
      MemberNumber.precedes(Self.members[$0].member.number, Self.members[$1].member.number)
    }
    let sorted = places.map { Self.members[$0] }
    #expect(register.numbers == sorted.map(\.member.number))
    #expect(register.names == sorted.map(\.member.name))
    #expect(register.ids == sorted.map(\.member.id))
    #expect(register.rows == sorted.map(\.row))
    #expect(register.phones == sorted.map { $0.member.phone.flatMap { UInt64($0.digits) } ?? 0 })
    var memory = FactMemory()
    for (place, stored) in sorted.enumerated() {
      let isSame = register.facts(of: place, memory: &memory) == Self.plain[places[place]]
      #expect(isSame)
      if !isSame { break }
      #expect(register.words(.criteria)?[place] == stored.member.texts[.criteria] ?? "")
    }
    #expect(Self.plain.contains { $0.verification == .expired })
    #expect(Self.plain.contains { $0.marital == .notUnderstood })
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
    let register = kept()
    let plain = Self.plain.indices.filter { filter.admits(Self.plain[$0], day: Self.day) }
    #expect(register.places(meeting: filter, day: Self.day) == plain.map { Int32($0) })
    let kinds = filter.textKinds
    let enough = kept(words: !kinds.isEmpty, only: kinds)
    #expect(enough.names.isEmpty && enough.words(.criteria) == nil)
    #expect(enough.places(meeting: filter, day: Self.day) == plain.map { Int32($0) })
    if !kinds.isEmpty { #expect(kept(words: false).places(meeting: filter, day: Self.day).isEmpty) }
    for case .demand(let demand) in filter.terms {
      let count = Self.plain.count { demand.verdict(on: $0, day: Self.day) == .met }
      #expect(register.count(meeting: demand, day: Self.day, among: nil) == count)
      #expect(register.count(meeting: demand, day: Self.day, among: []) == 0)
    }
  }

  @Test func `are offered by their parts, the most frequent first`() {
    #expect(kept().parts(.interests).prefix(40).contains("跑步"))
    #expect(kept(Array(Self.members.prefix(0))).parts(.interests).isEmpty)
  }

  /// Whatever stands in a damaged file is refused or is somebody's facts, and never stops the program.
  @Test func `are refused where their bytes are not whole`() {
    var memory = FactMemory(readsTexts: false)
    let stretch = FactStretch(Array(Self.members.prefix(12)), first: 2_048, memory: &memory)
    func take(_ figures: [UInt8], _ words: [UInt8]) -> Bool {
      var facts = RegisterFacts()
      let isWhole = figures.withUnsafeBytes { figures in
        words.withUnsafeBytes {
          facts.append(figures: figures, words: $0, first: 2_048, on: Self.day)
        }
      }
      #expect(facts.count == (isWhole ? 12 : 0) && facts.rows.count == facts.count)
      #expect(facts.ids.count == facts.count)
      return isWhole
    }
    #expect(take(stretch.figures, stretch.words))
    for count in 0..<stretch.figures.count {
      #expect(!take(Array(stretch.figures.prefix(count)), stretch.words))
    }
    for count in 0..<stretch.words.count {
      #expect(!take(stretch.figures, Array(stretch.words.prefix(count))))
    }
    #expect(!take(stretch.figures, stretch.words + [0]))
    for place in 4..<stretch.figures.count {
      var bytes = stretch.figures
      for value in [0xff, 0x7f, 0x80, 0x63] as [UInt8] {
        bytes[place] = value
        _ = take(bytes, stretch.words)
      }
    }
    for place in stretch.words.indices {
      var bytes = stretch.words
      for value in [0xff, 0x00] as [UInt8] {
        bytes[place] = value
        _ = take(stretch.figures, bytes)
      }
    }
  }

  /// What a text means is part of what is kept: whoever changes a reading raises `FactStretch.version`, and
  /// then the sum here (which also goes with the sample).
  @Test func `are of a version that goes with what texts mean`() {
    var memory = FactMemory(readsTexts: false)
    let bytes = FactStretch(Self.members, first: 2_048, memory: &memory).figures
    let sum = bytes.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) {
      $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    #expect(FactStretch.version == 1)
    #expect(sum == 6_288_470_254_277_033_852)
  }
}
