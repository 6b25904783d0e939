import Matchmaking
import Screens
import Testing
import Wording

/// What English says of one and of several.
@Suite struct `What is counted` {
  private static func summary(_ verb: ActSummary.Verb, _ count: Int, detail: Int? = nil) -> Phrase {
    ActSummary(verb, event: "qixi", count: count, detail: detail.map { "\($0)" }).phrase
  }

  private static func summary(_ body: (inout ImportSummary) -> Void) -> Phrase {
    var summary = ImportSummary()
    body(&summary)
    return summary.phrase
  }

  private static func refusal(_ refusal: EventRefusal) -> Phrase {
    Refusal.event(refusal).phrase(Clock())
  }

  private static func problem(_ code: ImportProblem.Code, _ evidence: String) -> Phrase {
    ImportProblem(row: 2, column: "a", code: code, evidence: evidence, isRefusal: false).phrase
  }

  /// Each with its number, and how it reads for 1 and for 2.
  private static let sentences: [(of: @Sendable (Int) -> Phrase, one: String, two: String)] = [
    (
      { count in summary { $0.rows = count } },
      "1 row: 0 new, 0 updated, 0 unchanged, 0 refused",
      "2 rows: 0 new, 0 updated, 0 unchanged, 0 refused"
    ),
    (
      { count in summary { $0.passedOver = count } },
      "0 rows: 0 new, 0 updated, 0 unchanged, 0 refused; 1 row passed over that is no person",
      "0 rows: 0 new, 0 updated, 0 unchanged, 0 refused; 2 rows passed over that are no people"
    ),
    (
      { count in summary { $0.replaced = count } },
      "0 rows: 0 new, 0 updated, 0 unchanged, 0 refused, 1 replaced by a later answer",
      "0 rows: 0 new, 0 updated, 0 unchanged, 0 refused, 2 replaced by later answers"
    ),
    (
      { problem(.moreProblems, "\($0)") },
      "so many problems that 1 more is not listed; mend those that are, then import again",
      "so many problems that 2 more are not listed; mend those that are, then import again"
    ),
    (
      { refusal(.hasGuests("qixi", count: $0)) },
      "1 person is registered for qixi; cancel the registration first",
      "2 people are registered for qixi; cancel the registrations first"
    ),
    (
      { refusal(.poolsFixed(count: $0)) },
      "1 is registered, so the pools stay; cancel the registration first",
      "2 are registered, so the pools stay; cancel the registrations first"
    ),
    (
      { refusal(.slipsTooLong(limit: 5, count: $0)) },
      "1 slip names more than 5; correct it first, or allow more",
      "2 slips name more than 5; correct them first, or allow more"
    ),
    (
      { Refusal.door(.full(capacity: $0), name: "").phrase(Clock()) },
      "turned away: the only place is taken; the organizer may override",
      "turned away: all 2 places are taken; the organizer may override"
    ),
    (
      { Refusal.slip(.tooMany(Badge(.women, 3), limit: $0)).phrase(Clock()) },
      "at most 1 pick; F03 is too many", "at most 2 picks; F03 is too many"
    ),
    (
      { summary(.importMembers, $0, detail: $0) },
      "imported 1 person, 1 correction by hand overruled",
      "imported 2 people, 2 corrections by hand overruled"
    ),
    ({ summary(.importSlips, $0) }, "imported 1 slip for qixi", "imported 2 slips for qixi"),
    ({ summary(.checkIn, $0) }, "checked in 1 person at qixi", "checked in 2 people at qixi"),
    (
      { summary(.takeBackCheckIn, $0) }, "took back 1 check-in at qixi",
      "took back 2 check-ins at qixi"
    ),
    ({ .picks($0) }, "1 pick", "2 picks"),
    ({ .verbatim($0.counted("row")) }, "1 row", "2 rows"),
    ({ .verbatim($0.counted("person fits", "people fit")) }, "1 person fits", "2 people fit"),
  ]

  @Test(arguments: sentences.indices) func `reads right for one and for several`(_ place: Int) {
    let sentence = Self.sentences[place]
    #expect(sentence.of(1).english.trimmingPrefix(" ") == sentence.one)
    #expect(sentence.of(2).english.trimmingPrefix(" ") == sentence.two)
    // A count never stands for another in the Chinese.
    #expect(sentence.of(1).chinese != sentence.of(7).chinese || sentence.of(1).chinese == "1 row")
  }

  @Test func `none and many are several`() {
    #expect(0.counted("row") == "0 rows" && 103_986.counted("row") == "103,986 rows")
    #expect(11.counted("is", "are") == "11 are" && 21.counted("is", "are") == "21 are")
  }
}

@Suite struct `What is wrong with a detail` {
  private func problem(_ code: ImportProblem.Code, _ evidence: String) -> Phrase {
    ImportProblem(row: 2, column: "", code: code, evidence: evidence, isRefusal: false).phrase
  }

  @Test(arguments: [
    (ImportProblem.Code.unknownSex, MemberField.sex, "不详"), (.unknownSex, .sex, "boy/girl"),
    (.unknownPhone, .phone, "1380"), (.unknownPhone, .phone, "138 0013"),
    (.unknownHeight, .height, "很高"), (.unknownHeight, .height, "99"),
    (.unknownHeight, .height, "2米9"), (.unknownBirth, .birth, "属猴"),
    (.unknownBirth, .birth, "13/13/1995"), (.unknownBirth, .birth, "8/12/1995"),
    (.unknownBirth, .birth, "2099-01-01"),
  ])
  func `is said in the same words of a roster and of a form`(
    _ code: ImportProblem.Code, _ field: MemberField, _ text: String
  ) throws {
    #expect(problem(code, text) == (try #require(field.fault(of: text))).phrase)
  }

  @Test func `names the limits that are kept to`() throws {
    let said = FieldFault.unknownHeight("99").phrase
    #expect(said.chinese.contains("120 到 230") && said.english.contains("120 to 230"))
    #expect(
      MemberField.height.fault(of: "119") != nil && MemberField.height.fault(of: "120") == nil)
    #expect(
      MemberField.height.fault(of: "230") == nil && MemberField.height.fault(of: "231") != nil)
  }

  @Test func `tells whose a number is`() {
    #expect(
      problem(.numberTaken, "1001 张样").chinese == "编号 1001 已属 张样，请换一个或留空")
    #expect(
      problem(.numberTaken, "1001 Anna Example").english
        == RegisterRefusal.numberTaken("1001", holder: "Anna Example").phrase.english)
  }

  @Test func `of a typed month that is in doubt does not say that the year was taken`() {
    #expect(!FieldFault.unknownBirth("1992.1").phrase.chinese.contains("只记了年份"))
    #expect(problem(.unknownBirth, "1992.1 → 1992").chinese.contains("只记了年份"))
  }
}

@Suite struct `Births that were not read` {
  @Test(arguments: [
    ("8/12/1995", "分不清哪个是月、哪个是日，请写成 1995-08-12 或 1995-12-08"),
    ("08-12-1995", "分不清哪个是月、哪个是日，请写成 1995-08-12 或 1995-12-08"),
    ("1.2.95", "分不清哪个是月、哪个是日，请写成 1995-01-02 或 1995-02-01"),
    ("3 / 4 / 1990", "分不清哪个是月、哪个是日，请写成 1990-03-04 或 1990-04-03"),
    ("1992.1 → 1992", "可能是 1 月，也可能是 10 月，只记了年份；请写成 1992-01 或 1992-10"),
    ("2035-01-01", "晚于今天，请核对后改正"), ("8/8/2035", "晚于今天，请核对后改正"), ("2099年", "晚于今天，请核对后改正"),
    ("20400504", "晚于今天，请核对后改正"),
    ("属猴", "不是出生日期，请写成 1992-05-04"), ("13/13/1995", "不是出生日期，请写成 1992-05-04"),
    ("1992-13-01", "不是出生日期，请写成 1992-05-04"), ("1899-12-31", "不是出生日期，请写成 1992-05-04"),
    ("8/12", "不是出生日期，请写成 1992-05-04"), ("32/8/1995", "不是出生日期，请写成 1992-05-04"),
    ("35年8月", "不是出生日期，请写成 1992-05-04"), ("30岁", "不是出生日期，请写成 1992-05-04"),
  ])
  func `are told why`(_ text: String, _ said: String) {
    let problem = ImportProblem(
      row: 2, column: "生日", code: .unknownBirth, evidence: text, isRefusal: false)
    // The year that was taken is no part of what stood there.
    let written = text.split(separator: " →").first ?? ""
    #expect(problem.phrase.chinese == "“\(written)”" + said)
    #expect(problem.phrase.english.hasPrefix("\u{201c}\(written)\u{201d} "))
    #expect(problem.phrase.english.contains("lies ahead") == said.hasPrefix("晚于今天"))
    #expect(problem.phrase.english.contains("day or month first") == said.hasPrefix("分不清"))
  }

  @Test(arguments: ["8/8/1995", "25/12/1995", "12/25/1995", "1995-08-12", "95年8月", "12 May 1992"])
  func `those that may be one day only are read`(_ text: String) throws {
    let day = try #require(Day("2026-08-19"))
    #expect(FieldReading.birth(text, on: day) != nil)
  }
}
