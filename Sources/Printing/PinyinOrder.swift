internal import Matchmaking
internal import Pinyin

/// The order of a list in which people are looked for by name: by pinyin, surname first.
struct PinyinOrder {
  let guests: [PrintedGuest]
  /// By place: the letter under which somebody is found, `#` for none.
  let letters: [String]

  init(_ guests: [PrintedGuest]) {
    let sorted = guests.map { (guest: $0, readings: Reading.ofName($0.name)) }
      .sorted { one, other in
        if one.readings != other.readings {
          return one.readings.lexicographicallyPrecedes(other.readings)
        }
        if one.guest.name != other.guest.name { return one.guest.name < other.guest.name }
        return (one.guest.badge ?? .last) < (other.guest.badge ?? .last)
      }
    self.guests = sorted.map(\.guest)
    letters = sorted.map { entry in
      guard let first = entry.readings.first?.unicodeScalars.first,
        ("a"..."z").contains(Character(first))
      else { return "#" }
      return String(first).uppercased()
    }
  }
}

extension Badge {
  /// Behind every number that is given.
  fileprivate static let last = Badge(.everyone, .max)
}
