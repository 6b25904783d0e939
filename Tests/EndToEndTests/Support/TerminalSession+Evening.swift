import Foundation

extension TerminalSession {
  /// From the first run into the sample evening, at its door.
  ///
  /// - Parameter isNew: has the program make the sample, which takes a second or two; otherwise it
  ///   finds one that an earlier test had made.
  func openSampleEvening(isNew: Bool = false) throws {
    try openSample(isNew: isNew)
    try press("Enter")
    try see("0/60")
  }

  /// From the first run to the list of sample events.
  func openSample(isNew: Bool = false) throws {
    if !isNew { try MadeSample.shared.get().copy(to: home) }
    try type("1")
    try see("0/120", "70/80")
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

  /// Waits until both pools are here, all of them.
  func seeEverybody() throws {
    try see("both pools here") { screen in
      screen.rows.contains {
        $0.split(separator: "60/60", omittingEmptySubsequences: false).count == 3
      }
    }
  }

  /// Types slips; each is acknowledged before the next.
  func record(_ slips: [SampleFiles.Slip]) throws {
    for slip in slips {
      try type(slip.line, then: "Enter")
      // A badge alone may have come from a scanner: a blank slip is said once more.
      if slip.choices.isEmpty { try press("Enter") }
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

/// The sample as the program made it once.
struct MadeSample: Sendable {
  let home: Home

  static let shared = Result {
    let home = try Home()
    let desk = try TerminalSession(home)
    try desk.open("desk")
    try desk.openSample(isNew: true)
    try desk.pressLast("C-q")
    _ = try desk.ending()
    return MadeSample(home: home)
  }

  func copy(to other: Home) throws {
    // With its log, should the program not have had time to take it in.
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: home.sample + end) {
      try FileManager.default.copyItem(atPath: home.sample + end, toPath: other.sample + end)
    }
  }
}

extension Screen {
  /// Whether the line of what just happened tells that this slip is on the disk.
  func acknowledges(_ picker: String) -> Bool {
    toast.contains("✓") && TerminalSession.badges(picker).contains { toast.contains($0) }
  }
}
