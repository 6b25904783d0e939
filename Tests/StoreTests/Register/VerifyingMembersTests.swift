import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite struct `Verifying members` {
  let store: Store
  let member: Member

  init() throws {
    store = try Store.inMemory(context: .fixed())
    member = try store.enter("王强", [.sex: "男", .birth: "1992-05", .phone: "13800010007"])
  }

  @Test func `a verification is kept with who, on what and until when`() throws {
    let act = try store.verify(member.id, .verified(until: Store.day("2027-01-31")))
    #expect(act.summary == ActSummary(.verify, name: "王强"))
    #expect(try store.member(member.id).verification == .verified)
    #expect(try store.verifiedUntil(member.id) == Day("2027-01-31"))
    let record = try #require(try store.verifications(of: member.id).last)
    #expect(record.by == "市总工会" && record.evidence == Set(Evidence.allCases))
    #expect(try store.verificationQueue().isEmpty)
    try store.undo()
    #expect(try store.verificationQueue().map(\.id) == [member.id])
    #expect(try store.verifications(of: member.id).isEmpty)
    try store.redo()
    #expect(try store.verifications(of: member.id) == [record])
  }

  @Test func `past its last day it has expired by itself, also at the door`() throws {
    try store.verify(
      member.id, .verified(on: Store.day("2025-01-01"), until: Store.day("2026-01-01")))
    #expect(try store.member(member.id).verification == .expired)
    #expect(try store.members(named: "王强")[0].verification == .expired)
    #expect(try store.verificationQueue().map(\.verification) == [.expired])
    let (event, _) = try store.create(Store.form(verifiedOnly: true))
    let (results, _) = try store.register([Enrolment(member: member.id)], for: event.id)
    #expect(try results[0].get().isVerified == false)
    try store.verify(member.id, .verified(until: Store.day("2026-08-19")))
    #expect(try store.evening(event.id).guests[0].isVerified)
    try store.edit(member.id, [.height: "170"])
    #expect(try store.verifications(of: member.id).count == 2)
  }

  @Test func `of the resident number the last four remain, in no file any more`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let whole = residentNumber("19920504", serial: "121")
    let member = try store.enter("王强", [.birth: "1992-05"])
    let number = try #require(ResidentNumber(whole))
    try store.verify(member.id, .verified(), resident: number)
    let now = try store.member(member.id)
    #expect(now.texts[.residentDigits] == String(whole.suffix(4)))
    #expect(now.sex == .man && now.birth?.description == "1992-05-04")
    for name in scratch.names() where !name.hasSuffix(".seats") {
      #expect(try scratch.bytes(name).range(of: Data(whole.utf8)) == nil)
    }
  }

  @Test func `another's resident number verifies nobody`() throws {
    let wrong: [(String, ResidentFault)] = [
      (
        residentNumber("19930504", serial: "121"),
        .otherBirth(
          inside: Store.day("1993-05-04"), known: try #require(BirthDate("1992-05")))
      ),
      (residentNumber("19920504", serial: "122"), .otherSex(inside: .woman, known: .man)),
    ]
    for (whole, fault) in wrong {
      let number = try #require(ResidentNumber(whole))
      #expect(throws: Refusal.register(.resident(fault))) {
        try store.verify(member.id, .verified(), resident: number)
      }
    }
    try store.edit(member.id, [.text(.residentDigits): "000X"])
    let number = try #require(ResidentNumber(residentNumber("19920504", serial: "121")))
    #expect(throws: Refusal.register(.resident(.otherDigits(known: "000X")))) {
      try store.verify(member.id, .verified(), resident: number)
    }
    #expect(try store.verifications(of: member.id).isEmpty)
    #expect(try store.member(member.id).verification == .pending)
  }

  @Test func `a rejection takes a verification away, and reopening puts back into the queue`()
    throws
  {
    try store.verify(member.id, .verified())
    try store.verify(member.id, .rejected())
    #expect(try store.member(member.id).verification == .rejected)
    #expect(try store.verifiedUntil(member.id) == nil)
    #expect(try store.verificationQueue().isEmpty)
    #expect(try store.reopenVerification(of: member.id) != nil)
    #expect(try store.reopenVerification(of: member.id) == nil)
    #expect(try store.verificationQueue().count == 1)
    #expect(try store.verifications(of: member.id).map(\.outcome) == [.verified, .rejected])
  }

  @Test func `who withdrew waits for no verification`() throws {
    try store.setStatus(.withdrawn, of: member.id)
    #expect(try store.verificationQueue().isEmpty)
  }
}
