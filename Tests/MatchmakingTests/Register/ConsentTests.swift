import Matchmaking
import Testing

private func day(_ text: String) -> Day { Day(text) ?? .fallback }
private func id(_ low: UInt64) -> MemberID { MemberID(high: 7, low: low) }

@Suite struct `Consent for each purpose by itself` {
  private var consents: Consents {
    var consents = Consents(of: id(1))
    consents.grant(.listing, on: day("2026-03-01"))
    return consents
  }

  @Test func `holds from its day on, for its purpose alone`() {
    #expect(!consents.allows(.listing, on: day("2026-02-28")))
    #expect(consents.allows(.listing, on: day("2026-03-01")))
    #expect(consents.allows(.listing, on: day("2030-01-01")))
    #expect(!consents.allows(.broadcast, on: day("2026-03-01")))
  }

  @Test func `ends on the day it is revoked, and can be given anew`() {
    var consents = consents
    consents.revoke(.listing, on: day("2026-05-01"))
    #expect(consents.allows(.listing, on: day("2026-04-30")))
    #expect(!consents.allows(.listing, on: day("2026-05-01")))
    consents.grant(.listing, on: day("2026-06-01"))
    #expect(!consents.allows(.listing, on: day("2026-05-31")))
    #expect(consents.allows(.listing, on: day("2026-06-01")))
    #expect(consents.all.count == 2)
  }

  @Test func `given twice stays one, with the older date`() {
    var consents = consents
    consents.grant(.listing, on: day("2026-04-01"))
    #expect(consents.all.map(\.granted) == [day("2026-03-01")])
  }

  /// Revoking must win also over what was given for later.
  @Test func `revoked is revoked for later days too`() {
    var consents = consents
    consents.grant(.photo, on: day("2026-09-01"))
    consents.revoke(.photo, on: day("2026-08-01"))
    #expect(!consents.allows(.photo, on: day("2026-10-01")))
  }

  @Test func `a revocation is never put off by a later one`() {
    var consents = consents
    consents.revoke(.listing, on: day("2026-05-01"))
    consents.revoke(.listing, on: day("2026-07-01"))
    #expect(!consents.allows(.listing, on: day("2026-06-01")))
  }

  @Test func `says why it does not hold`() {
    var consents = consents
    #expect(consents.refusal(.photo, on: day("2026-03-02")) == .missing(.photo))
    #expect(
      consents.refusal(.listing, on: day("2026-01-01"))
        == .notYet(.listing, from: day("2026-03-01")))
    consents.revoke(.listing, on: day("2026-05-01"))
    #expect(
      consents.refusal(.listing, on: day("2026-06-01")) == .revoked(.listing, on: day("2026-05-01"))
    )
    consents.grant(.broadcast, on: day("2026-01-01"), until: day("2026-01-31"))
    #expect(
      consents.refusal(.broadcast, on: day("2026-02-01"))
        == .expired(.broadcast, on: day("2026-01-31")))
  }

  @Test func `proves itself only where it holds`() throws {
    let proof = try consents.proof(of: ListingUse.self, on: day("2026-03-01"))
    #expect(proof.member == id(1))
    #expect(throws: ConsentRefusal.missing(.bigScreen)) {
      try consents.proof(of: BigScreenUse.self, on: day("2026-03-01"))
    }
  }
}

@Suite struct `A verification record` {
  private let all = Set(Evidence.allCases)

  @Test func `expires by the date, the last day included`() throws {
    let record = try VerificationRecord(
      .verified, by: "县总工会", on: day("2026-08-31"), evidence: all,
      rule: VerificationRule(months: 6))
    #expect(record.until == day("2027-02-28"))
    #expect(record.standing(on: day("2027-02-28")) == .verified)
    #expect(record.standing(on: day("2027-03-01")) == .expired)
  }

  @Test func `needs a name, all evidence, and an end after its beginning`() throws {
    #expect(throws: VerificationRefusal.noName) {
      try VerificationRecord(.verified, by: "　", on: day("2026-01-01"), evidence: all)
    }
    #expect(throws: VerificationRefusal.missingEvidence([.singlePledge])) {
      try VerificationRecord(
        .verified, by: "甲", on: day("2026-01-01"), evidence: [.employerStamp, .realName])
    }
    #expect(throws: VerificationRefusal.endsBeforeItBegins) {
      try VerificationRecord(
        .verified, by: "甲", on: day("2026-01-02"), evidence: all, until: day("2026-01-01"))
    }
  }

  @Test func `rejects with a reason only, and stays rejected`() throws {
    #expect(throws: VerificationRefusal.noReason) {
      try VerificationRecord(.rejected, by: "甲", on: day("2026-01-01"), evidence: [])
    }
    let record = try VerificationRecord(
      .rejected, by: "甲", on: day("2026-01-01"), evidence: [], note: "缺承诺书")
    #expect(record.standing(on: day("2099-01-01")) == .rejected)
  }
}
