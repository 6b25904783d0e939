public import Matchmaking
public import Pinyin

extension Evening {
  /// The index the door searches; the ordinal of an entry is the guest's place.
  public func makeIndex() -> SearchIndex {
    var index = SearchIndex(capacity: guests.count)
    for guest in guests { index.append(guest) }
    return index
  }
}

extension SearchIndex {
  mutating func append(_ guest: Guest) {
    append(
      name: guest.name, badge: guest.badge?.description, number: guest.number,
      lastFour: guest.lastFour)
  }

  mutating func replace(_ place: Int, with guest: Guest) {
    replace(
      place, name: guest.name, badge: guest.badge?.description, number: guest.number,
      lastFour: guest.lastFour)
  }
}
