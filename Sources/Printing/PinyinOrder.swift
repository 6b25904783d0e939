internal import Matchmaking
internal import Pinyin

/// The order of a list in which people are looked for by name: by pinyin, surname first.
struct PinyinOrder {
  let guests: [PrintedGuest]
  /// By place: the letter under which somebody is found, `#` for none.
  let letters: [String]

  init(_ guests: [PrintedGuest]) {
    let sorted = guests.map {
      (guest: $0, initial: Initial(of: $0.name), readings: Reading.ofName($0.name))
    }
    .sorted { one, other in
      if one.initial != other.initial { return one.initial < other.initial }
      if one.readings != other.readings {
        return one.readings.lexicographicallyPrecedes(other.readings)
      }
      if one.guest.name != other.guest.name { return one.guest.name < other.guest.name }
      return (one.guest.badge ?? .last) < (other.guest.badge ?? .last)
    }
    self.guests = sorted.map(\.guest)
    letters = sorted.map(\.initial.letter)
  }
}

extension Initial {
  init(of name: String) { self.init(Reading.initial(of: name)) }
}

extension Badge {
  /// Behind every number that is given.
  fileprivate static let last = Badge(.everyone, .max)
}
