import Matchmaking
import Testing

@testable import Store

@Suite struct `Consents in the file` {
  let store: Store
  let member: Member

  init() throws {
    store = try Store.inMemory(context: .fixed())
    member = try store.enter("王强", [.sex: "男", .birth: "1992-05-04"])
  }

  @Test func `given, ended and given again they are a log`() throws {
    try store.giveConsent(.listing, by: member.id, on: Store.day("2026-01-01"))
    #expect(try store.giveConsent(.listing, by: member.id) == nil)
    try store.revokeConsent(.listing, by: member.id, on: Store.day("2026-02-01"))
    try store.giveConsent(.listing, by: member.id, on: Store.day("2026-03-01"))
    let consents = try store.consents(of: member.id)
    #expect(
      consents.all == [
        Consent(
          .listing, granted: Store.day("2026-01-01"), revoked: Store.day("2026-02-01")),
        Consent(.listing, granted: Store.day("2026-03-01")),
      ])
    #expect(consents.allows(.listing, on: Store.day("2026-01-15")))
    #expect(!consents.allows(.listing, on: Store.day("2026-02-15")))
    #expect(!consents.allows(.broadcast, on: Store.day("2026-03-15")))
  }

  @Test func `giving and revoking are taken back`() throws {
    try store.giveConsent(.photo, by: member.id)
    try store.revokeConsent(.photo, by: member.id)
    #expect(try store.undo().summary == ActSummary(.revokeConsent, name: "王强", detail: "photo"))
    #expect(try store.consents(of: member.id).allows(.photo, on: store.context.today))
    try store.undo()
    #expect(try store.consents(of: member.id).all.isEmpty)
  }

  @Test func `what was never given cannot be revoked`() throws {
    #expect(throws: Refusal.consent(.missing(.photo))) {
      try store.revokeConsent(.photo, by: member.id)
    }
  }

  @Test func `a card is made only with a consent that holds, of a verified member who looks`()
    throws
  {
    #expect(throws: Refusal.consent(.missing(.listing))) {
      try store.listingCard(of: member.id, code: "001")
    }
    try store.giveConsent(.listing, by: member.id)
    #expect(throws: Refusal.listing(.notVerified(.pending))) {
      try store.listingCard(of: member.id, code: "001")
    }
    try store.verify(member.id, .verified())
    #expect(try store.listingCard(of: member.id, code: "001").face.birthYear == 1992)
    try store.setStatus(.seeing, of: member.id)
    #expect(throws: Refusal.listing(.notLooking(.seeing))) {
      try store.listingCard(of: member.id, code: "001")
    }
    try store.setStatus(.single, of: member.id)
    try store.revokeConsent(.listing, by: member.id)
    #expect(throws: Refusal.consent(.revoked(.listing, on: store.context.today))) {
      try store.listingCard(of: member.id, code: "001")
    }
  }
}
