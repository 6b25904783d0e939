import Canvas
import Foundation
import Matchmaking
import Testing
import Wording

@Suite struct `What is said at the desk` {
  static let clock = Clock(minutesFromUTC: 480)
  static let arrival = Arrival(at: Timestamp(milliseconds: 1_787_139_060_000), station: "B")

  static let door: [DoorRefusal] =
    [
      .alreadyIn(arrival, Badge(.men, 7)), .waitlisted(capacity: 120), .full(capacity: 120),
      .declined, .notRegistered, .closed, .noSex, .badgeTaken(Badge(.men, 7)),
      .notCheckedIn, .notLeft, .hasSlips, .wrongPool(Badge(.women, 112)), .hasCome,
    ] + Objection.allCases.map { .ineligible($0) }

  static let refusals: [Refusal] =
    door.map { .door($0, name: "欧阳文博") }
    + [
      .event(.codeTaken("qixi")), .event(.noTitle), .event(.alreadyClosed("qixi")),
      .event(.hasGuests("qixi", count: 200)),
      .event(.poolsFixed(count: 200)), .event(.slipsTooLong(limit: 5, count: 20)),
      .event(.misplaced([Badge(.men, 107)])), .person(.otherSex(name: "欧阳文博", known: .man)),
      .history(.irrevocable(ActSummary(.eraseMembers, count: 12))), .history(.nothingToUndo),
      .history(.nothingToRedo),
      .person(.alreadyRegistered(name: "欧阳文博")), .slip(.noPicker), .slip(.pickingClosed),
      .slip(.changedMeanwhile(Badge(.women, 112))),
      .slip(.tooMany(Badge(.women, 112), limit: 5)),
    ]

  @Test(arguments: [Pool.men, .women], [1, 60])
  func `a pool amid a sentence has no capital`(pool: Pool, places: Int) {
    let fault = CapacityFault.poolOutOfReach(pool, places: places, whole: places - 1).phrase.english
    let told = [
      DoorRefusal.waitlisted(capacity: places, of: pool), .full(capacity: places, of: pool),
    ]
    .map { Refusal.door($0, name: "欧阳文博").phrase(Self.clock).english }
    for text in told + [fault] {
      #expect(!text.contains("Men") && !text.contains("Women"), "\(text)")
      #expect(text.contains(pool == .men ? " for men " : " for women "), "\(text)")
    }
  }

  @Test(arguments: refusals) func `a refusal fits its line in both languages`(refusal: Refusal) {
    for language in Language.allCases {
      let text = refusal.phrase(Self.clock)(language)
      #expect(!text.isEmpty)
      #expect(Width().columns(text) <= 76, "\(text)")
    }
  }

  @Test(arguments: [
    StoreFault.newerVersion(path: path), .notAStore(path: path), .damaged(path: path, backup: path),
    .damaged(path: path, backup: nil), .readOnly(path: path), .diskFull(path: path),
    .cannotCreate(path: path, code: nil), .cannotCreate(path: path, code: EACCES),
    .busy(path: path), .busy(path: path, holder: holder), .noBackup(path: path),
    .foreign(path: path + ".seats", owner: "zonggonghui"), .exists(path: path),
    .missing(path: path, isEmptied: false, backup: path),
    .missing(path: path, isEmptied: true, backup: nil),
    .lost(path: path, .moved, rescued: nil), .lost(path: path, .log, rescued: nil),
    .lost(path: path, .replaced, rescued: "/home/x/store-rescued-20261127-003624.sqlite"),
    .other(path: path, reason: "disk error"),
  ]) func `a fault of the file fits its line, and has its paths where there is room`(
    fault: StoreFault
  ) {
    for language in Language.allCases {
      let line = Fault.store(fault).phrase(language)
      #expect(Width().columns(line) <= 76, "\(line)")
      #expect(!line.contains("/"), "\(line)")
      #expect(Fault.store(fault).inFull(language).contains(Self.path))
    }
  }

  private static let path = "/home/zonggonghui/.local/share/queqiao/store.sqlite"
  private static let holder = Holder(process: 4_194_304, name: "queqiao-desk-15", isStopped: true)

  @Test(arguments: [
    Fault.noRoom, .strangeLog(keptAs: "s.sqlite.before-1786000000000-wal"),
    .lostLog(path: "store.sqlite-wal"),
  ]) func `a fault fits its line in both languages`(fault: Fault) {
    for language in Language.allCases {
      #expect(Width().columns(fault.phrase(language)) <= 76, "\(fault.phrase(language))")
    }
  }

  @Test(arguments: ActSummary.Verb.allCases) func `every summary is told in both languages`(
    verb: ActSummary.Verb
  ) {
    let summary = ActSummary(verb, event: "qixi", name: "欧阳文博", badge: Badge(.men, 7), count: 3)
    for language in Language.allCases {
      #expect(!summary.phrase(language).isEmpty)
      #expect(Width().columns(summary.phrase(language)) <= 60)
    }
  }

  @Test(arguments: ImportProblem.Code.allCases)
  func `every problem of a roster is told in both languages`(code: ImportProblem.Code) {
    let problem = ImportProblem(
      row: 14, column: "姓名", code: code, evidence: "某", isRefusal: true)
    for language in Language.allCases {
      let text = problem.phrase(language)
      #expect(!text.isEmpty)
      #expect(!text.hasPrefix(" ") && !text.contains("  "), "\(text)")
    }
  }

  @Test func `times are the hall's`() {
    #expect(Self.clock.time(Timestamp(milliseconds: 1_787_139_060_000)) == "19:31")
    #expect(Clock(minutesFromUTC: -300).time(Timestamp(milliseconds: 0)) == "19:00")
  }

  @Test func `counts and badges`() {
    #expect(103_986.grouped == "103,986")
    #expect(7.grouped == "7")
    #expect(Badge(.women, 12).phrase.chinese == "女12")
    #expect(Badge(.everyone, 7).phrase.chinese == "G07")
    #expect(Phrase.picks(0).chinese == "空白")
    #expect(Phrase.picks(2).chinese == "两人")
  }
}
