public import Matchmaking
import Pinyin
import Screens
public import Store

/// An event read for a command, which looks people up in it by what was typed.
///
/// It follows what others do meanwhile: a list read from standard input may take all evening.
public struct FoundEvening {
  public private(set) var evening: Evening
  private var index: SearchIndex
  private var places: [MemberID: Int]
  private var follower: EveningFollower
  /// The register changed, which was not told yet.
  private var hasNewRegister = false

  public init(_ id: EventID, in store: Store) throws {
    follower = try EveningFollower(store)
    evening = try follower.open(id, in: store)
    index = evening.makeIndex()
    places = Self.places(of: evening)
  }

  private static func places(of evening: Evening) -> [MemberID: Int] {
    Dictionary(
      evening.guests.enumerated().map { ($1.registration.member, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes in what an act of this process did to registrations, all of which are given.
  public mutating func take(_ guests: [Guest], of act: Act, in store: Store) throws {
    try take(follower.take(guests, of: act, in: store))
  }

  /// Takes in what other processes did since; costs microseconds where they did nothing.
  ///
  /// - Returns: whether the register changed too.
  mutating func follow(_ store: Store) throws -> Bool {
    if let news = try follower.follow(store) { try take(news) }
    defer { hasNewRegister = false }
    return hasNewRegister
  }

  private mutating func take(_ news: EveningNews) throws {
    if news.touchesMembers { hasNewRegister = true }
    switch news.change {
    case .untouched: break
    case .changed(let event, let guests, let slips):
      index.take(evening.take(event, guests: guests, slips: slips), of: evening)
      for guest in guests { places[guest.registration.member] = evening.place(of: guest.id) }
    case .readAnew(let evening):
      self.evening = evening
      index = evening.makeIndex()
      places = Self.places(of: evening)
    case .gone: throw Refusal.history(.gone)
    }
  }

  public func guest(of member: MemberID) -> Guest? { places[member].map { evening.guests[$0] } }

  /// A badge as typed: `M07`, `m7`, `男7`.
  ///
  /// A bare number is a member's number or the last four digits, never a badge.
  func badge(_ text: String) -> Badge? { Badge(typed: text, in: evening.event.pools) }

  func exactly(_ who: String) -> [Guest] {
    let best = index.search(who, limit: 20).best
    guard let kind = best.first?.kind, kind.isExact else { return [] }
    return best.filter { $0.kind == kind }.map { evening.guests[$0.ordinal] }
  }
}
