import Foundation
import Matchmaking
import Testing

@testable import Store

/// What was done while somebody was merged into another entry, until all of it was taken back.
private enum Meanwhile: CaseIterable {
  case nothing, mergedTwice, noteEdited, phoneEdited, theirPhoneChosen, verified, consented
  case mergedOn, mergedOnWithEdits, mergedOnLater, correctedBefore, otherEntryMerged,
    keptApartAfterwards
  case mergedIntoAnotherAfterwards, eventEnteredBetween

  /// How many acts are to be taken back.
  func happen(to one: MemberID, as other: MemberID, _ third: MemberID, in store: Store) throws
    -> Int
  {
    if self == .correctedBefore {
      try store.edit(one, [.name: "尉迟恭敬", .phone: "13887654321"])
    }
    if self == .mergedOnLater {
      try store.merge(keeping: other, one)
      try store.undo()
      try store.edit(other, [.height: "172", .phone: "13900000079"])
    }
    let choices: [MemberMerge.Field: MemberMerge.Side] =
      self == .theirPhoneChosen ? [.detail(.phone): .other, .detail(.name): .other] : [:]
    if self == .otherEntryMerged { try store.merge(keeping: third, one) }
    if self != .otherEntryMerged { try store.merge(keeping: other, one, choices: choices) }
    switch self {
    case .nothing, .correctedBefore, .otherEntryMerged, .keptApartAfterwards,
      .mergedIntoAnotherAfterwards:
      return 1
    case .theirPhoneChosen:
      try store.edit(other, [.phone: "13900000077"])
      return 2
    case .mergedTwice:
      try store.undo()
      try store.redo()
      return 1
    case .noteEdited:
      try store.edit(other, [.text(.note): "", .text(.wechat): "", .text(.employer): ""])
      return 2
    case .phoneEdited:
      try store.edit(other, [.phone: ""])
      return 2
    case .verified:
      try store.verify(
        other,
        VerificationRecord(
          .verified, by: "市总工会", on: Store.day("2026-08-01"),
          evidence: Set(Evidence.allCases), note: "秘密备注"))
      return 2
    case .consented:
      try store.giveConsent(.photo, by: other)
      return 2
    case .mergedOn, .mergedOnLater:
      try store.merge(keeping: third, other)
      return 2
    case .mergedOnWithEdits:
      try store.merge(keeping: third, other)
      try store.edit(third, [.text(.note): "", .height: "171"])
      try store.edit(third, [.phone: "13900000078"])
      return 4
    case .eventEnteredBetween:
      try store.create(Store.form())
      return 2
    }
  }
}

@Suite struct `Erasing somebody whose merging was taken back` {
  private let secrets = [
    "阿卜杜拉", "尉迟恭敬", "13812345678", "13887654321", "YLSECRET07", "孤山灯塔维护站", "wx_secret_77",
    "秘密备注", "绝密血型",
  ]

  private func left(in scratch: Scratch) throws -> [String] {
    var found: [String] = []
    for name in scratch.names() where !name.hasSuffix(".seats") && name != "backups" {
      let bytes = try scratch.bytes(name)
      found += secrets.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\($0) in \(name)" }
    }
    return found
  }

  private func bringIn(_ store: Store) throws -> (one: MemberID, other: MemberID, third: MemberID) {
    let other = try store.enter("同来一")
    let third = try store.enter("同来三", [.text(.job): "钳工"])
    try store.importDrafts([
      MemberDraft(
        row: 2, number: "YLSECRET07", name: "阿卜杜拉·买买提", sex: .man,
        phone: PhoneNumber("13812345678"),
        texts: [.employer: "孤山灯塔维护站", .wechat: "wx_secret_77", .note: "秘密备注"],
        extras: ["血型": "绝密血型"])
    ])
    let one = try #require(try store.members(0..<9).first { $0.number == "YLSECRET07" })
    try store.edit(other.id, [.height: "170"])
    return (one.id, other.id, third.id)
  }

  @Test(arguments: Meanwhile.allCases)
  private func `leaves nothing of them in what the log says of the other entry`(
    _ meanwhile: Meanwhile
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let (one, other, third) = try bringIn(store)
    let count = try meanwhile.happen(to: one, as: other, third, in: store)
    for _ in 0..<count { try store.undo() }
    let before = try store.members(0..<9).filter { $0.id != one }
    if meanwhile == .keptApartAfterwards { try store.keepApart(one, other) }
    var erased = one
    if meanwhile == .mergedIntoAnotherAfterwards {
      try store.merge(keeping: third, one)
      erased = third
    }
    _ = try store.erase([erased])
    #expect(try left(in: scratch) == [])
    #expect(try store.verify() == [])
    #expect(
      try store.members(0..<9).filter { $0.id != one } == before.filter { $0.id != erased })
    // What was done to the other before is taken back as ever.
    try store.undo(older: true)
    #expect(try store.member(other).height != before.first { $0.id == other }?.height)
    #expect(try store.verify() == [])
    #expect(try left(in: scratch) == [])
  }

  @Test func `finds them also where they were taken back themselves`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let (one, other, _) = try bringIn(store)
    try store.merge(keeping: other, one)
    for _ in 0..<3 { try store.undo() }
    #expect(throws: Refusal.history(.gone)) { try store.member(one) }
    _ = try store.erase([], ErasingScope(words: ["阿卜杜拉·买买提"]))
    #expect(try left(in: scratch) == [])
    #expect(try store.verify() == [])
  }

  @Test func `leaves the one who stays everything that was never theirs`() throws {
    let store = try Store.inMemory(context: .fixed())
    let (one, other, _) = try bringIn(store)
    try store.merge(keeping: other, one)
    try store.undo()
    let before = try store.member(one)
    _ = try store.erase([other])
    #expect(try store.member(one) == before)
    #expect(try store.verify() == [])
  }

  @Test func `leaves whoever was merged into them what they were called once`() throws {
    let store = try Store.inMemory(context: .fixed())
    let (one, other, _) = try bringIn(store)
    try store.edit(one, [.name: "尉迟恭敬"])
    let aliases = { try store.contents()["member_alias"] }
    let before = try aliases()
    try store.merge(keeping: other, one)
    try store.undo()
    #expect(try aliases() == before)
    _ = try store.erase([other], ErasingScope(replacesTexts: true))
    #expect(try aliases() == before)
    #expect(try store.verify() == [])
  }
}
