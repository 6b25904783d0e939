import Matchmaking
import Testing

@testable import Store

@Suite struct `A member who is gone meanwhile` {
  let store: Store
  let gone: Member
  let other: Member

  init() throws {
    store = try Store.inMemory(context: .fixed())
    other = try store.enter("王芳")
    gone = try store.enter("李娜", [.phone: "13800010007"])
    _ = try store.erase([gone.id])
  }

  @Test func `is neither decided on nor asked, and leaves no act`() throws {
    let acts = try store.acts(limit: 99).count
    let steps: [() throws -> Void] = [
      { try store.edit(gone.id, [.height: "165"]) }, { try store.setStatus(.married, of: gone.id) },
      { try store.verify(gone.id, .verified()) }, { try store.verify(gone.id, .rejected()) },
      { try store.reopenVerification(of: gone.id) }, { try store.giveConsent(.photo, by: gone.id) },
      { try store.revokeConsent(.photo, by: gone.id) }, { try store.keepApart(other.id, gone.id) },
      { try store.merge(keeping: other.id, gone.id) },
      { try store.merge(keeping: gone.id, other.id) }, { _ = try store.export(gone.id) },
      { _ = try store.erase([other.id, gone.id]) }, { _ = try store.dossier(of: gone.id) },
    ]
    for step in steps { #expect(throws: Refusal.history(.gone)) { try step() } }
    #expect(throws: Refusal.consent(.missing(.listing))) {
      _ = try store.listingCard(of: other.id, code: "1")
    }
    #expect(try store.acts(limit: 99).count == acts)
    #expect(try store.members(0..<9).map(\.name) == ["王芳"])
  }

  @Test func `is a new one when a roster brings them again`() throws {
    try store.importDrafts([
      MemberDraft(row: 2, name: "李娜", phone: PhoneNumber("13800010007"))
    ])
    let again = try #require(try store.members(named: "李娜").first)
    #expect(again.id != gone.id)
  }
}
