public import Matchmaking
import Pinyin
public import Store

/// An event read for a command, which looks people up in it by what was typed.
public struct FoundEvening {
  public private(set) var evening: Evening
  private let index: SearchIndex
  private let places: [MemberID: Int]

  public init(_ id: EventID, in store: Store) throws {
    evening = try store.evening(id)
    index = evening.makeIndex()
    places = Dictionary(
      evening.guests.enumerated().map { ($1.registration.member, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  public mutating func take(_ guest: Guest) { evening.take(guest) }

  func guest(of member: MemberID) -> Guest? { places[member].map { evening.guests[$0] } }

  /// A badge as typed: `M07`, `m7`, `男7`.
  func badge(_ text: String) -> Badge? {
    let rules = SlipRules(pools: evening.event.pools, maxPicks: nil, presence: { _ in .present })
    // A bare number is a member's number or the last four digits, never a badge.
    guard let first = text.unicodeScalars.first, !first.properties.numericType.isDigit else {
      return nil
    }
    return try? Slip.check(text, rules: rules).picker
  }

  func exactly(_ who: String) -> [Guest] {
    let best = index.search(who, limit: 20).best
    guard let kind = best.first?.kind, kind.isExact else { return [] }
    return best.filter { $0.kind == kind }.map { evening.guests[$0.ordinal] }
  }
}

extension Unicode.NumericType? {
  fileprivate var isDigit: Bool { self != nil }
}
