import Matchmaking
import Printing
import Store

/// What each guest is told of the pairs that were announced.
struct PairResults {
  let evening: Evening
  let pairs: [AnnouncedPair]

  /// Slips of those who are in a pair that was announced.
  ///
  /// - Parameter isForEveryone: besides, of everybody who was here, which nobody can tell from outside.
  func slips(forEveryone isForEveryone: Bool) -> [PrintedResult] {
    var partners: [RegistrationID: [PrintedResult.Partner]] = [:]
    for pair in pairs {
      let (one, other) = (pair.announcement.one, pair.announcement.other)
      let isInOrder = evening.guest(one)?.badge == pair.badges.a
      for (guest, isA) in [(one, isInOrder), (other, !isInOrder)] {
        let (badge, member) = isA ? (pair.badges.b, pair.b) : (pair.badges.a, pair.a)
        partners[guest, default: []].append(
          PrintedResult.Partner(
            badge: badge, contact: pair.mayExchange ? Self.contact(of: member) : nil))
      }
    }
    return evening.guests.compactMap { guest in
      let own = partners[guest.id] ?? []
      let wasHere = guest.badge != nil && guest.registration.status.hasAttended
      guard !own.isEmpty || isForEveryone && wasHere else { return nil }
      return PrintedResult(guest: guest.printed, partners: own)
    }
  }

  private static func contact(of member: Member) -> PrintedResult.Contact {
    PrintedResult.Contact(
      name: member.name, phone: member.phone?.digits ?? "", wechat: member.texts[.wechat] ?? "")
  }
}
