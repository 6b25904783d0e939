public import Matchmaking
import Pinyin
public import Store

/// An event read for a command, which looks people up in it by what was typed.
///
/// It follows what others do meanwhile: a list read from standard input may take all evening.
public struct FoundEvening {
  public private(set) var evening: Evening
  private var index: SearchIndex
  private var places: [MemberID: Int]
  /// Up to where the change log is known, and which version of the file was looked at.
  private var last: Int64
  private var version: Int

  public init(_ id: EventID, in store: Store) throws {
    version = try store.dataVersion()
    last = try store.lastChange()
    evening = try store.evening(id)
    index = evening.makeIndex()
    places = Self.places(of: evening)
  }

  private static func places(of evening: Evening) -> [MemberID: Int] {
    Dictionary(
      evening.guests.enumerated().map { ($1.registration.member, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  public mutating func take(_ guest: Guest) {
    let place = evening.take(guest)
    places[guest.registration.member] = place
    if place == index.count {
      index.append(guest)
    } else if place < index.count {
      index.replace(place, with: guest)
    }
  }

  /// Takes in what other processes did since; costs microseconds where they did nothing.
  ///
  /// - Returns: whether the register changed too.
  mutating func follow(_ store: Store) throws -> Bool {
    let now = try store.dataVersion()
    guard now != version else { return false }
    version = now
    let followed = try store.changes(after: last, open: evening.event.id)
    last = followed.last
    if followed.needsReload {
      self = try FoundEvening(evening.event.id, in: store)
    } else {
      if let event = followed.event { evening.event = event }
      for guest in followed.guests { take(guest) }
    }
    return followed.touchesMembers
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
