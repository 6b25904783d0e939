extension TerminalSession {
  /// From the first run into the sample evening, at its door.
  func openSampleEvening() throws {
    try type("1")
    try see("SAMPLE", "SAMPLE-2")
    try press("Enter")
    try see("0/60")
  }

  /// Lets everybody in by their numbers, a queue that never ends.
  func checkIn(_ guests: [SampleFiles.Guest]) throws {
    for guest in guests {
      try type(guest.number, then: "Enter")
      let badge = Self.badges(guest.badge)
      try see("✓ \(guest.badge)") { screen in
        screen.toast.contains("✓") && badge.contains { screen.toast.contains($0) }
      }
    }
  }

  /// Types slips; each is acknowledged before the next.
  func record(_ slips: [SampleFiles.Slip]) throws {
    for slip in slips {
      try type(slip.line, then: "Enter")
      try see("✓ \(slip.line)") { $0.acknowledges(slip.picker) }
    }
  }

  /// The badge in both languages.
  static func badges(_ badge: String) -> [String] {
    let pool = badge.hasPrefix("M") ? "男" : "女"
    return [badge, pool + badge.dropFirst()]
  }

  /// Every pair of the list, page by page.
  func allPairs() throws -> [BadgePair] {
    try press("Home")
    var found: [BadgePair] = []
    var last: Screen?
    while true {
      let screen = screen
      for pair in screen.pairs where !found.contains(pair) { found.append(pair) }
      if screen == last { return found }
      last = screen
      try press("PageDown")
    }
  }
}

extension Screen {
  /// Whether the line of what just happened tells that this slip is on the disk.
  func acknowledges(_ picker: String) -> Bool {
    toast.contains("✓") && TerminalSession.badges(picker).contains { toast.contains($0) }
  }
}
