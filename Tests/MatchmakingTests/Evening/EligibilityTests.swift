import Matchmaking
import Testing

@Suite struct `Who may come to an event` {
  /// Everything a register can say, and what speaks against it at a singles' evening.
  static let singles: [(Credentials, [Objection])] = [
    (Credentials(), []),
    (Credentials(status: .married), [.married]),
    (Credentials(saysMarried: true), [.married]),
    (Credentials(status: .married, saysMarried: true), [.married]),
    (Credentials(status: .seeing), [.seeing]),
    (Credentials(status: .withdrawn), [.withdrawn]),
    (Credentials(isUnderAge: true), [.underAge]),
    (
      Credentials(status: .seeing, saysMarried: true, isUnderAge: true),
      [.married, .seeing, .underAge]
    ),
  ]

  @Test(arguments: singles, [EventKind.mixer, .special, .broadcast])
  func `a singles' evening is for who is single and old enough`(
    told: (credentials: Credentials, objections: [Objection]), kind: EventKind
  ) {
    let event = EveningPeople.event(kind)
    for way in WayIn.allCases {
      #expect(event.objections(to: told.credentials, at: way) == told.objections)
    }
  }

  @Test(arguments: singles)
  func `a talk is for anybody, a wedding for who may marry`(
    told: (credentials: Credentials, objections: [Objection])
  ) {
    #expect(EveningPeople.event(.talk).objections(to: told.credentials, at: .door) == [])
    let wedding = EveningPeople.event(.wedding).objections(to: told.credentials, at: .registration)
    #expect(wedding == (told.credentials.isUnderAge ? [.underAge] : []))
  }

  @Test(arguments: EventKind.allCases)
  func `a missing, a rejected and an expired verification are told apart, at the door only`(
    kind: EventKind
  ) {
    let event = EveningPeople.event(kind, verifiedOnly: true)
    let told: [(Verification, [Objection])] = [
      (.verified, []), (.pending, [.notVerified]), (.rejected, [.verificationRejected]),
      (.expired, [.verificationExpired]),
    ]
    for (verification, objections) in told {
      let credentials = Credentials(verification: verification)
      #expect(event.objections(to: credentials, at: .door) == objections)
      #expect(event.objections(to: credentials, at: .registration) == [])
      #expect(EveningPeople.event(kind).objections(to: credentials, at: .door) == [])
    }
  }

  @Test func `codes are stable`() {
    #expect(
      Objection.allCases.map(\.rawValue) == [
        "married", "seeing", "withdrawn", "under-age", "not-verified", "verification-rejected",
        "verification-expired", "not-eligible", "already-a-couple",
      ])
    #expect(Objection.allCases.allSatisfy { DoorRefusal.ineligible($0).canBeOverridden })
  }

  @Test func `what the register has comes to credentials as of the event's day`() {
    let day = Day("2026-08-19") ?? .fallback
    let young = Credentials(
      status: .single, marital: "离异", birth: BirthDate("2004-08-20"), sex: .man,
      verification: .expired, on: day)
    #expect(young == Credentials(isUnderAge: true, verification: .expired))
    let married = Credentials(
      status: .withdrawn, marital: "已婚", birth: nil, sex: nil, verification: .rejected, on: day)
    #expect(
      married == Credentials(status: .withdrawn, saysMarried: true, verification: .rejected))
  }
}

@Suite struct `The age for marriage` {
  /// On 2026-08-19: born, sex, whether too young.
  static let births: [(String, Sex?, Bool)] = [
    ("2004-08-19", .man, false), ("2004-08-20", .man, true), ("2004-08-18", .man, false),
    ("2006-08-19", .woman, false), ("2006-08-20", .woman, true), ("2006-08-19", .man, true),
    ("2004-08-20", .woman, false), ("2004", .man, false), ("2005", .man, true),
    ("2006", .woman, false), ("2007", .woman, true), ("2004-08", .man, false),
    ("2004-09", .man, true), ("2004-07", .man, false), ("2006-08", .woman, false),
    ("2006-09", .woman, true), ("2006-08-19", nil, false), ("2006-08-20", nil, true),
    ("1950-01-01", .man, false), ("2026-08-19", .woman, true), ("2035-01-01", .man, true),
  ]

  @Test(arguments: births)
  func `is reached on the birthday, and what is not known is in favour`(
    birth: String, sex: Sex?, isTooYoung: Bool
  ) throws {
    let day = try #require(Day("2026-08-19"))
    let date: BirthDate? = BirthDate(birth)
    #expect(date != nil && MarriageAge.isAhead(of: date, sex, on: day) == isTooYoung)
    #expect(!MarriageAge.isAhead(of: nil, sex, on: day))
  }

  @Test(arguments: [("2026-02-28", true), ("2026-03-01", false), ("2028-02-29", false)])
  func `who was born on a leap day has it on the first of March`(day: String, isTooYoung: Bool)
    throws
  {
    let birth = try #require(BirthDate("2004-02-29"))
    #expect(MarriageAge.isAhead(of: birth, .man, on: try #require(Day(day))) == isTooYoung)
  }
}

@Suite struct `Married, as rosters write it` {
  static let married = [
    "已婚", " 已婚 ", "在婚", "再婚", "已再婚", "复婚", "有配偶", "初婚有配偶", "再婚有配偶", "已婚已育", "已婚未育",
    "已婚(分居)", "分居", "离异再婚", "离异后再婚", "丧偶再婚", "离婚，现再婚", "已结婚", "结婚了", "已领证", "已成家",
    "married", "Married", "MARRIED", "remarried", "Ｍａｒｒｉｅｄ", "已婚（隐婚）", "正在离婚", "离婚冷静期",
    "还没离婚", "有老婆", "已登记结婚", "已婚：是", "已結婚", "己婚", "巳婚", "结婚", " 结 婚 ", "已登记", "新婚", "领了证",
    "已领结婚证", "有家室", "有夫之妇", "已嫁", "已娶", "重婚", "婚内", "separated", "離婚中", "离婚诉讼中", "诉讼离婚中",
    "离婚手续办理中", "准备离婚", "闹离婚", "还没离",
  ]

  static let others = [
    "", "未婚", "未 婚", "离异", "离婚", "丧偶", "单身", "离异未再婚", "离异，未再婚", "离异 有意再婚", "离异想再婚", "希望再婚",
    "非已婚", "不是已婚", "没有配偶", "无配偶", "未有配偶", "已婚：否", "已婚 ×", "已婚(否)", "是否已婚=否", "已婚 no",
    "未婚/已婚", "unmarried", "not married", "Never married", "previously married", "formerly married",
    "un-married", "single", "divorced", "初婚", "保密", "離異", "喪偶", "婚", "未结婚", "没结过婚", "离过婚", "从未结婚",
    "/", "再婚者勿扰", "没有老公", "没老婆", "没有妻子", "无妻子", "从未已婚", "不曾已婚", "未曾已婚", "未有配偶", "没领证了",
    "已婚已离", "已婚，现离异", "已婚过", "结婚过", "结过婚", "想结婚", "没离过", "已登记离婚", "没有结婚", "never been married",
  ]

  @Test(arguments: married) func `is taken for it`(text: String) {
    #expect(MaritalStatus.isMarried(text), "\(text)")
  }

  @Test(arguments: others) func `is not guessed, nor read out of its denial`(text: String) {
    #expect(!MaritalStatus.isMarried(text), "\(text)")
  }
}
