extension Evening {
  /// Takes in an event, guests and slips as the store has them now; whoever follows an evening does it
  /// by this.
  ///
  /// - Parameter slips: empty where one was taken back.
  /// - Returns: the places of those who are searched for by other words than before, for the index; new
  ///   guests in the order of their places.
  @discardableResult
  public mutating func take(
    _ event: Event, guests: [Guest], slips: [SlipKey: SlipReadings]
  ) -> [Int] {
    let isOther = self.event != event
    self.event = event
    var places: [Int] = []
    var hasOtherBadges = false
    for guest in guests {
      let before = self.guest(guest.id)
      let place = take(guest)
      if before?.badge != guest.badge { hasOtherBadges = true }
      guard let before, before.isSoughtLike(guest) else {
        places.append(place)
        continue
      }
    }
    for (key, slip) in slips { take(slip, of: key) }
    if isOther || hasOtherBadges || slips.keys.contains(where: { round($0.round)?.isOpen != true })
    {
      leaveOutPaired()
    }
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
