extension Evening {
  /// Takes in an event, guests and slips as the store has them now; whoever follows an evening does it
  /// by this.
  ///
  /// - Parameter slips: nil where one was taken back.
  /// - Returns: the places of those who are searched for by other words than before, for the index; new
  ///   guests in the order of their places.
  @discardableResult
  public mutating func take(
    _ event: Event, guests: [Guest], slips: [RegistrationID: SlipRecord?]
  ) -> [Int] {
    self.event = event
    var places: [Int] = []
    for guest in guests {
      let before = self.guest(guest.id)
      let place = take(guest)
      guard let before, before.isSoughtLike(guest) else {
        places.append(place)
        continue
      }
    }
    for (picker, slip) in slips { take(slip, of: picker) }
    return places
  }
}

extension Guest {
  /// Whether the same words find both.
  fileprivate func isSoughtLike(_ other: Guest) -> Bool {
    badge == other.badge && name == other.name && number == other.number
      && lastFour == other.lastFour
  }
}
