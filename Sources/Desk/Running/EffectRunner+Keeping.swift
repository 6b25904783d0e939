import Matchmaking
import Screens
import Store

/// Keeping the register, as its dialogues ask for it.
extension EffectRunner {
  func news(_ reading: RegisterReading) throws -> RegisterNews {
    let store = try reader()
    switch reading {
    case .verificationQueue: return .verificationQueue(try store.verificationQueue())
    case .duplicates: return .duplicates(try suspects(in: store))
    case .couples: return .couples(try store.couples())
    case .consents(let id): return .consents(try store.consents(of: id))
    case .savedFilters:
      return .savedFilters(
        try store.savedFilters().map { KeptFilter(name: $0.name, text: $0.text) })
    }
  }

  /// - Returns: nil where somebody else had made it already.
  func keep(_ change: RegisterChange) throws -> Act? {
    var act: Act?
    switch change {
    case .add(let details): act = try store.addMember(details).1
    case .edit(let id, let details, let status):
      act = try store.edit(id, details, status: status).1
    case .verify(let id, let record, let resident):
      act = try store.verify(id, record, resident: resident)
    case .keepApart(let one, let other): act = try store.keepApart(one, other)
    case .merge(let kept, let other, let choices):
      act = try store.merge(keeping: kept, other, choices: choices).1
    case .giveConsent(let purpose, let id): act = try store.giveConsent(purpose, by: id)
    case .revokeConsent(let purpose, let id): act = try store.revokeConsent(purpose, by: id)
    case .saveFilter(let filter, let name): act = try store.save(filter, named: name)
    case .deleteFilter(let name): act = try store.deleteFilter(named: name)
    case .advanceCouple(let one, let other, let stage, let day, let evidence):
      act = try store.advance(one, other, to: stage, on: day, evidence: evidence).act
    // One for each, so that each one's own history tells it.
    case .seeDetails(let ids): for id in ids { act = try store.noteSeen([id]) }
    }
    return act
  }

  /// Pairs whose members are gone meanwhile are left out.
  private func suspects(in store: Store) throws -> [Suspects] {
    let pairs = try store.duplicateSuspects()
    let ids = Set(pairs.flatMap { [$0.one, $0.other] })
    let members = Dictionary(
      try store.members(Array(ids)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    return pairs.compactMap { pair in
      guard let one = members[pair.one], let other = members[pair.other] else { return nil }
      return Suspects(one, other, grounds: pair.grounds)
    }
  }
}
