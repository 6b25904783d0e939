import Foundation

/// Nothing is done and nothing is written while nobody does anything.
enum Idleness {
  private static let screens = ["members", "events", "door", "picks", "pairs"]

  static func run(_ ground: Ground) throws {
    let sittings = try screens.map { screen in
      try Sitting([
        ground.program, "--store", ground.store, "desk", "--event", Ground.rush, "--screen", screen,
      ])
    }
    defer { for sitting in sittings { sitting.end() } }
    for sitting in sittings { try sitting.read(until: FirstFrame.footer) }
    for sitting in sittings { sitting.settle(3000) }
    for sitting in sittings { sitting.forget() }
    let before = sittings.map { ProcessFacts($0.program) }
    sleep(10)
    let after = sittings.map { ProcessFacts($0.program) }
    for sitting in sittings { sitting.settle(0) }
    for (place, screen) in screens.enumerated() {
      let ticks = after[place].ticks - before[place].ticks
      let waits = after[place].waits - before[place].waits
      Report.figure(
        "bytes written, idle, \(screen)", Double(sittings[place].bytes.count), under: 1,
        "bytes")
      Report.figure(
        "processor, idle, \(screen)", Double(ticks), under: 2, "ticks of 10 ms in 10 s",
        "\(waits) voluntary switches")
    }
  }
}
