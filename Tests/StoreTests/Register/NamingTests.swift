import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

/// What names somebody in texts of others, and what only looks like it.
@Suite struct `Texts of others that name somebody who is erased` {
  let scratch: Scratch
  let store: Store

  init() throws {
    scratch = try Scratch()
    store = try scratch.open()
  }

  /// The other's note once the member was erased out of it.
  private func note(_ said: String, erasing details: [MemberField: String]) throws -> String? {
    let other = try store.enter("王芳", [.text(.note): said])
    let member = try store.enter("尉迟恭敬", details)
    _ = try store.erase([member.id], ErasingScope(replacesTexts: true))
    #expect(try store.verify().isEmpty)
    return try store.member(other.id).texts[.note]
  }

  @Test(arguments: [
    ("编号10021，同批", "编号〓，同批"), ("门牌 100210", "门牌 100210"), ("卡号 A10021", "卡号 A10021"),
    ("10021", "〓"), ("10021a", "10021a"), ("见10021、100211、10021", "见〓、100211、〓"),
  ])
  func `a number is theirs only where it stands alone`(said: String, left: String) throws {
    #expect(try note(said, erasing: [.number: "10021"]) == left)
  }

  @Test func `a number of four characters stands in any text, and stays`() throws {
    #expect(try note("房号 1002，共 1002 元", erasing: [.number: "1002"]) == "房号 1002，共 1002 元")
  }

  @Test func `a number that somebody got after it was taken back is that person's, merged or not`()
    throws
  {
    let kept = try store.enter("同来一")
    let number = try store.enter("尉迟恭敬").number
    try store.undo()
    let next = try store.enter("同来三")
    #expect(next.number == number)
    try store.merge(keeping: kept.id, next.id)
    let erasure = try store.erase([], ErasingScope(words: ["尉迟恭敬"], replacesTexts: true))
    #expect(erasure.rest.mentions == [])
    let aliases = try store.read { try String.fetchAll($0, sql: "SELECT number FROM member_alias") }
    #expect(aliases == [number])
  }

  @Test func `a longer name of somebody else is somebody else's`() throws {
    try store.enter("尉迟恭敬德")
    let said = "尉迟恭敬德和尉迟恭敬是同事"
    #expect(try note(said, erasing: [:]) == "尉迟恭敬德和〓是同事")
  }

  @Test func `an account with signs that are written otherwise in lists of columns goes, too`()
    throws
  {
    let account = "a\"b\\c-12"
    let other = try store.enter("王芳", [.extra("介绍人"): "加 \(account) 好友"])
    let member = try store.enter("尉迟恭敬", [.text(.wechat): account])
    _ = try store.erase([member.id], ErasingScope(replacesTexts: true))
    #expect(try store.member(other.id).extras == ["介绍人": "加 〓 好友"])
  }

  @Test(arguments: ["a\"b\\c-12", "\"weichi\"", "w\\88888", "wx_weichi88", "a\"\"\"b\\\\c"])
  func `an account goes out of what lists of columns were once, too`(account: String) throws {
    let other = try store.enter("王芳", [.extra("介绍人"): "加 \(account) 好友"])
    let member = try store.enter("尉迟恭敬", [.text(.wechat): account])
    try store.edit(other.id, [.extra("介绍人"): "无"])
    let erasure = try store.erase([member.id], ErasingScope(replacesTexts: true))
    #expect(erasure.rest.mentions?.isEmpty == true)
    try store.undo(older: true)
    #expect(try store.member(other.id).extras == ["介绍人": "加 〓 好友"])
    #expect(try store.verify().isEmpty)
  }

  @Test func `a head of a column that names them is replaced with its value`() throws {
    let other = try store.enter("王芳", [.extra("尉迟恭敬推荐"): "尉迟恭敬"])
    let member = try store.enter("尉迟恭敬")
    _ = try store.erase([member.id], ErasingScope(replacesTexts: true))
    #expect(try store.member(other.id).extras == ["〓推荐": "〓"])
  }

  @Test func `a phone that was another's once is none any more, and undoing leads back to that`()
    throws
  {
    let member = try store.enter("尉迟恭敬", [.phone: "13812340007"])
    try store.edit(member.id, [.phone: "13812340008"])
    let other = try store.enter("王芳", [.phone: "13812340007", .height: "165"])
    try store.edit(other.id, [.phone: "13812340009"])
    _ = try store.erase([member.id], ErasingScope(replacesTexts: true))
    #expect(try store.member(other.id).phone == PhoneNumber("13812340009"))
    try store.undo(older: true)
    let then = try store.member(other.id)
    #expect(then.phone == nil && then.height == 165)
    #expect(try store.verify().isEmpty)
  }

  @Test(arguments: [true, false])
  func `what somebody was called once who was kept apart goes out of what was done`(
    replacing: Bool
  ) throws {
    let member = try store.enter("尉迟恭敬")
    let (one, other) = (try store.enter("王芳"), try store.enter("尉迟恭敬之弟"))
    try store.keepApart(one.id, other.id)
    try store.edit(other.id, [.name: "尉迟强"])
    let erasure = try store.erase([member.id], ErasingScope(replacesTexts: replacing))
    let apart = try store.acts(limit: 99).first { $0.summary.verb == .keepApart }
    #expect(apart?.summary.name == "王芳")
    #expect(apart?.summary.detail == (replacing ? "〓之弟" : "尉迟恭敬之弟"))
    #expect(erasure.rest.mentions?.isEmpty == replacing)
    #expect(try store.verify().isEmpty)
  }

  @Test(arguments: [(1, true), (19, true), (20, true), (21, false), (40, false)])
  func `a word in more than twenty texts is nobody's name`(count: Int, isOne: Bool) throws {
    try store.importDrafts(
      (0..<count).map { MemberDraft(row: $0, name: "王\($0)", texts: [.note: "灯塔边 \($0)"]) })
    let scope = ErasingScope(words: ["灯塔边"], replacesTexts: true)
    #expect(try store.tells(of: "灯塔边", scope) == isOne)
    #expect(try !store.tells(of: "灯塔边", ErasingScope(words: ["灯塔边"])), "texts are not meant")
    if isOne {
      _ = try store.erase([], scope)
    } else {
      #expect(throws: Refusal.history(.gone)) { try store.erase([], scope) }
    }
    let notes = try store.members(0..<99).compactMap { $0.texts[.note] }
    #expect(notes.count == count)
    #expect(notes.allSatisfy { $0.hasPrefix(isOne ? "〓 " : "灯塔边 ") })
  }

  @Test(arguments: [MemberField.text(.wechat), .phone])
  func `an entry that was taken back is known by account and phone alone`(field: MemberField) throws
  {
    let text = field == .phone ? "13812340007" : "wx_weichi88"
    // Without a number of its own the second gets the first's, which tells of it as well.
    try store.enter("尉迟小敬", [field: text, .number: "A1"])
    try store.undo()
    let member = try store.enter("尉迟恭敬", [field: text, .number: "A2"])
    _ = try store.erase([member.id])
    for name in scratch.names() where !name.hasSuffix(".seats") && name != "backups" {
      let bytes = try scratch.bytes(name)
      for secret in ["尉迟小敬", "尉迟恭敬", text] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
      }
    }
  }

  @Test(arguments: ["尉迟恭敬", " 尉迟恭敬 ", "　尉迟恭敬", "尉迟恭敬\t"])
  func `is found in the log however the name is typed`(word: String) throws {
    try store.enter("尉迟恭敬")
    try store.undo()
    #expect(try store.tells(of: word, ErasingScope(words: [word])))
    _ = try store.erase([], ErasingScope(words: [word]))
    #expect(try !store.acts(limit: 99).contains { $0.summary.name == "尉迟恭敬" })
    #expect(throws: Refusal.history(.gone)) {
      try store.erase([], ErasingScope(words: [word]))
    }
  }

  @Test func `what was done about a namesake keeps the name`() throws {
    let one = try store.enter("王芳", [.phone: "13812340001"])
    let other = try store.enter("王芳", [.phone: "13812340002"])
    try store.setStatus(.seeing, of: other.id)
    _ = try store.erase([one.id])
    let names = try store.acts(limit: 99).map(\.summary.name)
    #expect(names.count { $0 == "王芳" } == 2)
    #expect(names.count { $0 == "〓" } == 1)
  }
}

@Suite struct `Purging to the day` {
  let store: Store
  let today: Day

  init() throws {
    store = try Store.inMemory(context: .fixed())
    today = store.context.today
  }

  @Test func `whoever was heard of on the day itself stays, the day before goes`() throws {
    let member = try store.enter("王芳")
    let later = store.at(today.adding(months: 26))
    #expect(try later.purgeCandidates(PurgeRule(before: today)).isEmpty)
    let next = today.adding(months: 1)
    #expect(try later.purgeCandidates(PurgeRule(before: next)).map(\.member.id) == [member.id])
  }

  @Test func `by name takes nothing else out of the log, by age what is as old`() throws {
    try store.enter("尉迟小敬", [.number: "200002"])
    try store.undo()
    let member = try store.enter("王芳", [.number: "200001"])
    let later = store.at(today.adding(months: 26))
    let scope = ErasingScope(words: ["尉迟小敬"])
    _ = try later.purge(
      PurgeRule(before: today.adding(months: 25), members: [member.id]))
    #expect(try later.tells(of: "尉迟小敬", scope))
    #expect(try store.members(0..<9).isEmpty)
    _ = try later.purge(PurgeRule(before: today.adding(months: 25)))
    #expect(try !later.tells(of: "尉迟小敬", scope))
  }

  @Test
  func `a clock that stood years ago makes nobody of a roster old before the day's other acts`()
    throws
  {
    try store.enter("王芳")
    let behind = store.at(today.adding(months: -60))
    try behind.importDrafts([
      MemberDraft(row: 2, name: "李娜"), MemberDraft(row: 3, name: "尉迟恭敬"),
    ])
    let later = store.at(today.adding(months: 26))
    #expect(try later.purgeCandidates(PurgeRule(before: today)).isEmpty)
    let found = try later.purgeCandidates(PurgeRule(before: today.adding(months: 1)))
    #expect(found.map(\.member.name).sorted() == ["尉迟恭敬", "李娜", "王芳"].sorted())
    #expect(found.allSatisfy { $0.lastActive == today })
  }

  @Test func `an event somebody is registered for counts as heard of on its day`() throws {
    let member = try store.enter("王芳", [.sex: "女"])
    let (event, _) = try store.create(Store.form())
    _ = try store.register([Enrolment(member: member.id)], for: event.id)
    let later = store.at(today.adding(months: 26))
    let rule = PurgeRule(before: today.adding(months: 24), members: [member.id])
    let last = try #require(try later.purgeCandidates(rule).first?.lastActive)
    #expect(last == max(event.date, today))
  }
}
