import Canvas
import Matchmaking
import Testing
import Wording

@Suite struct `What is said of the register` {
  private func expectSaid(_ phrase: Phrase, _ limit: Int = 76) {
    for language in Language.allCases {
      let text = phrase(language)
      #expect(!text.isEmpty && !text.hasPrefix(" ") && !text.contains("  "), "\(text)")
      #expect(Width().columns(text) <= limit, "\(text)")
    }
    // Latin words stay out of Chinese sentences, but for what somebody typed.
    #expect(phrase.chinese.contains { $0.unicodeScalars.allSatisfy { $0.value > 0x2e80 } })
  }

  @Test(arguments: [
    "aeg=3", "zzz=3", "age", "age=", "age=x", "age=170", "age=32..25", "sex=X", "city=火星",
    "city=鼓楼区",
    "sex>F", "age=25,28", "\"王", "not", "older=3", "prefer 有房",
  ])
  func `each fault of a filter has its sentence`(text: String) throws {
    expectSaid(try #require(FilterDraft(text).faults.first).phrase)
  }

  @Test(arguments: [
    "身高170以上，30岁以下，比我大3岁以内，体重60kg以下，90后", "本科，硕士优先，大专以下勿扰", "泰安本地，户口在济南，老家山东，不接受异地",
    "有房有车优先，不抽烟，独生子女，体制内，教师优先，月薪5000以上", "未婚，离异带孩勿扰，不比我大，年龄相差3岁以内，同岁",
  ])
  func `each criterion can be said`(text: String) {
    let criteria = CriteriaReading(text, of: .woman).criteria.all
    #expect(criteria.count >= 2)
    for criterion in criteria {
      expectSaid(criterion.phrase)
      for side in [CircleReason.Side.own, .theirs] {
        for reason in [
          CircleReason.met(side, criterion), .missed(side, criterion), .unknown(side, criterion),
        ] {
          expectSaid(reason.phrase, 100)
        }
      }
    }
  }

  @Test func `each refusal and state can be said`() throws {
    let day = try #require(Day("2026-11-22"))
    let birth = try #require(BirthDate(year: 1992, month: 5))
    for purpose in ConsentPurpose.allCases {
      expectSaid(purpose.phrase)
      for refusal in [
        ConsentRefusal.missing(purpose), .notYet(purpose, from: day), .expired(purpose, on: day),
        .revoked(purpose, on: day),
      ] {
        expectSaid(refusal.phrase)
      }
    }
    for status in MemberStatus.allCases {
      expectSaid(status.phrase)
      expectSaid(CircleExclusion.notLooking(status).phrase)
      expectSaid(ListingRefusal.notLooking(status).phrase)
    }
    for refusal in [
      VerificationRefusal.noName, .missingEvidence(Set(Evidence.allCases)), .endsBeforeItBegins,
      .noReason,
    ] {
      expectSaid(refusal.phrase)
    }
    let field = MemberField.text(.introduction)
    for fault in [
      FieldFault.unknownColumn("xyz"), .noName, .noNumber, .unknownSex("x"), .unknownBirth("x"),
      .unknownPhone("x"), .unknownHeight("x"), .tooLong(field, most: 4000), .residentDigits,
      .residentInside(field), .resident(.invalid),
      .resident(.otherBirth(inside: day, known: birth)),
      .resident(.otherSex(inside: .man, known: .woman)), .resident(.otherDigits(known: "121X")),
    ] {
      expectSaid(fault.phrase)
    }
    for refusal in [
      RegisterRefusal.numberTaken("100001", holder: "欧阳文博"), .sameMember("欧阳文博"),
      .bothRegistered(event: "qixi", kept: "100001", other: "100002"), .resident(.invalid),
      .filterName, .noFilter("泰安女"), .purgeTooYoung(days: 30),
    ] {
      expectSaid(refusal.phrase)
    }
    for field in MemberField.all { expectSaid(field.phrase) }
    for ground in DuplicateGround.allCases { expectSaid(ground.phrase) }
    for field in ConditionField.allCases { expectSaid(field.phrase) }
  }
}
