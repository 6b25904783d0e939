import Files
import Foundation
import Matchmaking
import TestSupport
import Testing

@testable import Store

/// Somebody about whom everything happens that can happen to a member, and of whom nothing may be left.
private struct Secret {
  static let names = ["阿卜杜拉·买买提", "尉迟恭敬"]
  static let phones = ["13812345678", "13887654321"]
  static let number = "YLSECRET07"
  static let employer = "孤山灯塔维护站"
  static let account = "wx_secret_77"
  static let notes = ["秘密备注", "绝密血型"]

  static var all: [String] { names + phones + [number, employer, account] + notes }

  /// As a file may have it: the text itself, and as JSON may escape it.
  static var patterns: [(text: String, bytes: Data)] {
    all.flatMap { text -> [(String, Data)] in
      let escaped = text.utf16.map { unit in
        unit < 0x80 ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(unit, radix: 16)
      }.joined()
      return [(text, Data(text.utf8)), (text, Data(escaped.utf8))]
    }
  }
}

/// A file, the copies beside it, and somebody secret among the others.
private final class SecretLife {
  let scratch: Scratch
  private(set) var store: Store
  private var organizer: Organizer
  private var dice: Dice
  private var seed: UInt64
  private var others = 0

  init(seed: UInt64) throws {
    scratch = try Scratch()
    store = try scratch.open()
    self.seed = seed
    dice = Dice(seed: seed &+ 1000)
    organizer = Organizer([store], seed: seed, announces: true)
  }

  /// Whoever is or was called so, or has or had such a phone or number: an entry that chance merged into
  /// another is the other's.
  func secrets() throws -> [Member] {
    let words = JSONText.list(Secret.names + Secret.phones + [Secret.number])
    let known = try store.read { db in
      try Set(
        Prepared(
          """
          SELECT member FROM member_alias, json_each(?) WHERE value IN (name, phone, number)
          UNION SELECT member.id FROM member, json_each(?) WHERE value IN (name, phone, number)
          """, in: db
        ).all([words, words]) { $0.text(0) })
    }
    return try store.members(0..<9_999).filter { known.contains($0.id.description) }
  }

  func live(_ steps: Int) throws {
    for _ in 0..<steps {
      do {
        if dice.roll(4) == 0 { try organizer.act(back: true) } else { try step() }
      } catch is Refusal {}
    }
  }

  private func details() -> [MemberField: String] {
    [
      .name: Secret.names[dice.roll(2)], .sex: "男", .phone: Secret.phones[dice.roll(2)],
      .text(.employer): Secret.employer, .text(.wechat): Secret.account,
      .text(.note): Secret.notes[0], .extra("血型"): Secret.notes[1],
    ]
  }

  private func draft() -> MemberDraft {
    MemberDraft(
      row: 2, number: dice.roll(2) == 0 ? Secret.number : nil, name: Secret.names[dice.roll(2)],
      sex: .man, phone: PhoneNumber(Secret.phones[dice.roll(2)]),
      texts: [.employer: Secret.employer, .wechat: Secret.account, .note: Secret.notes[0]],
      extras: ["血型": Secret.notes[1]])
  }

  private func step() throws {
    let one = dice.pickAny(try secrets())
    switch dice.roll(18) {
    case 0: _ = try store.addMember(details())
    case 1, 2:
      others += 1
      _ = try store.importDrafts([draft(), MemberDraft(row: 3, name: "同来\(others)")])
    case 3, 4, 5: try store.undo()
    case 6: try store.redo()
    case 7:
      if let one { _ = try store.edit(one.id, details()) }
    case 8:
      if let one { _ = try store.edit(one.id, [.text(.note): "", .phone: "", .text(.wechat): ""]) }
    case 9:
      let all = try secrets()
      if all.count > 1 { _ = try store.merge(keeping: all[0].id, all[1].id) }
    case 10:
      if let one {
        try store.verify(
          one.id,
          VerificationRecord(
            .verified, by: "市总工会", on: Store.day("2026-08-01"),
            evidence: Set(Evidence.allCases), note: "看过\(Secret.names[0])的证件"))
        try store.giveConsent(.listing, by: one.id)
      }
    case 11: try remember()
    case 12: try mention()
    case 13: try comeBy(one)
    case 14: if let one { _ = try store.export(one.id) }
    case 15: if let one { _ = try store.noteSeen([one.id]) }
    case 16: try store.backUp()
    default: if dice.roll(4) == 0 { try restore() }
    }
  }

  private func remember() throws {
    let word = (Secret.names + Secret.phones + [Secret.number])[dice.roll(5)]
    switch dice.roll(4) {
    case 0: try store.save(Filter.check(word), named: "找人\(dice.roll(3))")
    case 1: try store.save(Filter.check("sex=M"), named: "\(word)的人选".prefix(40).description)
    case 2:
      if let filter = dice.pickAny(try store.savedFilters()) {
        try store.deleteFilter(named: filter.name)
      }
    default:
      try store.rememberColumns([word: "name"], for: "\(word)\u{1f}男\u{1f}\(Secret.employer)")
    }
  }

  /// In what stands about others.
  private func mention() throws {
    let name = Secret.names[dice.roll(2)]
    switch dice.roll(4) {
    case 0:
      try store.create(EventForm(code: "W\(dice.roll(900))", title: "\(name)婚礼", date: .fallback))
    case 1:
      if let other = try other() {
        try store.edit(other.id, [.text(.note): "同学\(name)，\"很好\"\n\\"])
      }
    case 2:
      if let other = try other() {
        try store.edit(other.id, [.extra("介绍人"): name, .text(.matchmaker): name])
      }
    default: if let other = try other() { try store.edit(other.id, [.text(.note): ""]) }
    }
  }

  private func other() throws -> Member? {
    let secrets = Set(try secrets().map(\.id))
    return dice.pickAny(try store.members(0..<999).filter { !secrets.contains($0.id) })
  }

  private func comeBy(_ one: Member?) throws {
    let (event, _) = try store.create(
      Store.form("S\(dice.roll(10_000))", capacity: 1 + dice.roll(2)))
    if let one {
      let results = try store.register([Enrolment(member: one.id)], for: event.id, overriding: true)
        .0
      if let guest = try results.first?.get() { try store.checkIn(guest.id, overriding: true) }
    } else {
      try store.walkIn(
        .stranger(
          name: Secret.names[dice.roll(2)], sex: .man, phone: PhoneNumber(Secret.phones[0]),
          employer: Secret.employer), to: event.id, overriding: dice.roll(2) == 0)
    }
  }

  /// The best backup takes the file's place, which is kept.
  private func restore() throws {
    if dice.roll(2) == 0 { try store.backUp() }
    let folder = scratch.folder
    organizer = Organizer([], seed: 0)
    store = try Store.inMemory(context: .fixed())
    let name = "\(folder)/store-rescued-2026082\(dice.roll(9))-193105.sqlite"
    try? FileManager.default.copyItem(atPath: scratch.path, toPath: name)
    _ = try Store.restore(scratch.path, now: Timestamp(milliseconds: Int64(seed) + 7))
    seed += 1
    store = try scratch.open(seed: seed)
    organizer = Organizer([store], seed: seed, announces: true)
  }

  /// - Returns: what is still found, by file.
  func left() -> [String] {
    let patterns = Secret.patterns
    var found: Set<String> = []
    for case let name as String in FileManager.default.enumerator(atPath: scratch.folder) ?? .init()
    {
      guard let bytes = try? scratch.bytes(name) else { continue }
      for pattern in patterns where bytes.range(of: pattern.bytes) != nil {
        found.insert("\(pattern.text) in \(name)")
      }
    }
    return found.sorted()
  }
}

@Suite struct `After an erasing` {
  @Test(arguments: UInt64(1)...24)
  func `no file beside the store has anything of them, whatever happened before`(
    seed: UInt64
  ) throws {
    let life = try SecretLife(seed: seed)
    try life.live(120)
    let ids = try life.secrets().map(\.id)
    var scope = ErasingScope(replacesTexts: true)
    scope.words = try (Secret.names + Secret.phones + [Secret.number]).filter {
      try life.store.tells(of: $0, scope)
    }
    if !ids.isEmpty || !scope.words.isEmpty {
      let before = try life.store.rehearseErasing(ids, scope)
      let erasure = try life.store.erase(ids, scope)
      #expect(erasure.isWiped)
      #expect(erasure.rest.mentions == [])
      #expect(erasure.rest.copies.map(\.copy) == before.copies.map(\.copy))
      #expect(erasure.rest.filters == before.filters)
      #expect(try life.store.forget(erasure.rest.copies).left == [])
    }
    #expect(life.left() == [])
    #expect(try life.store.verify() == [])
    #expect(try life.store.copies().allSatisfy { $0.holdsErased == false })
    // The log can be read, and whatever is undone leads to rows that can be read.
    _ = try life.store.acts(limit: 9_999)
    for _ in 0..<20 { _ = try? life.store.undo(older: true) }
    _ = try life.store.members(0..<9_999)
    #expect(try life.store.verify() == [])
    #expect(life.left() == [])
  }

  @Test(arguments: UInt64(21)...26)
  func `what is left stands only where the erasing says`(seed: UInt64) throws {
    let life = try SecretLife(seed: seed)
    try life.live(100)
    let ids = try life.secrets().map(\.id)
    guard !ids.isEmpty else { return }
    let erasure = try life.store.erase(ids)
    let named = Set(erasure.rest.copies.map(\.copy.path))
    for line in life.left() {
      let file = life.scratch.folder + "/" + (line.split(separator: " ").last ?? "")
      if file.hasPrefix(life.scratch.path), !file.contains(".before-") {
        #expect(erasure.rest.mentions?.isEmpty == false, "\(line)")
      } else {
        #expect(named.contains { file.hasPrefix($0) }, "\(line)")
      }
    }
  }
}
