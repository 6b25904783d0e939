import Foundation
import Matchmaking
import Store

/// The big screen: its first frame, how soon it follows, and what it writes while time runs down.
enum BigScreens {
  private static let sizes: [(columns: Int32, rows: Int32)] = [(80, 24), (120, 40), (240, 70)]
  private static let runs = 15
  private static let seconds = 60.0

  static func run(_ ground: Ground) throws {
    let path = try ground.copy("bigscreen")
    let words = [ground.program, "--store", path, "screen", Ground.rush]
    let store = try Ground.open(path)
    guard let event = try store.event(code: Ground.rush) else { throw BenchFailure("no event") }
    try firstFrame(words)
    try follows(words, store, try store.evening(event.id).guests.map(\.id))
    try store.setProgramme([SegmentPlan(.opening, minutes: 30)], of: event.id)
    try store.run(.next, of: event.id)
    for size in sizes {
      try sit(words, size) { sitting in try counts(sitting, "\(size.columns)×\(size.rows)") }
    }
    try store.run(.pause, of: event.id)
    try sit(words, (240, 70)) { sitting in
      sitting.settle(1500)
      sitting.forget()
      sleep(5)
      sitting.settle(0)
      Report.figure("bytes written, paused", Double(sitting.bytes.count), under: 1, "bytes")
    }
  }

  /// A stroke of a character of dots is on the first frame, and in no question to the terminal.
  private static func sit(
    _ words: [String], _ size: (columns: Int32, rows: Int32), _ body: (Sitting) throws -> Void
  ) throws {
    let sitting = try Sitting(words, columns: size.columns, rows: size.rows)
    defer { sitting.end() }
    try sitting.read(until: "▀")
    try body(sitting)
  }

  private static func firstFrame(_ words: [String]) throws {
    var first = Samples()
    var memory = Samples()
    for _ in 0..<runs {
      try sit(words, (120, 40)) { sitting in
        first.add(sitting.last - sitting.started)
        memory.add(ProcessFacts(sitting.program).peak)
      }
    }
    Report.figure("first frame, median", first.median, under: 50, "ms", first.text)
    Report.figure("peak memory, 103,986 guests", memory.worst, under: 80, "MB")
  }

  private static func follows(
    _ words: [String], _ store: Store, _ guests: [RegistrationID]
  ) throws {
    var delays = Samples()
    try sit(words, (120, 40)) { sitting in
      sitting.settle(1000)
      for (place, guest) in guests.shuffled().prefix(40).enumerated() {
        // At another place between two of its looks each time.
        usleep(UInt32(place % 8) * 33_000)
        sitting.settle(0)
        sitting.forget()
        _ = try store.checkIn(guest)
        let done = milliseconds()
        while sitting.bytes.isEmpty, !sitting.hasEnded { sitting.read(within: 5_000) }
        delays.add(sitting.first - done)
        sitting.settle(60)
      }
    }
    Report.figure("follows a check-in, slowest of 40", delays.worst, under: 500, "ms", delays.text)
  }

  private static func counts(_ sitting: Sitting, _ name: String) throws {
    sitting.settle(300)
    sitting.forget()
    let end = milliseconds() + seconds * 1000
    while milliseconds() < end { sitting.read(within: 200) }
    Report.figure(
      "countdown, bytes a second, \(name)", Double(sitting.bytes.count) / seconds, under: 400,
      "bytes")
  }
}
