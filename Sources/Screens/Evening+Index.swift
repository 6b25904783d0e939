public import Matchmaking
public import Pinyin

extension Evening {
  /// The index the door searches; the ordinal of an entry is the guest's place.
  public func makeIndex() -> SearchIndex {
    var index = SearchIndex(capacity: guests.count)
    index.take(Array(guests.indices), of: self)
    return index
  }
}

extension SearchIndex {
  /// Takes in guests who are searched for by other words than before, by their places, as
  /// `Evening.take` tells them: new ones in order.
  public mutating func take(_ places: [Int], of evening: Evening) {
    for place in places {
      let guest = evening.guests[place]
      let badge = guest.badge?.description
      if place < count {
        replace(
          place, name: guest.name, badge: badge, number: guest.number, lastFour: guest.lastFour)
      } else {
        append(name: guest.name, badge: badge, number: guest.number, lastFour: guest.lastFour)
      }
    }
  }
}
