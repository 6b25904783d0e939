import Foundation

/// From exec until the first frame of the desk is on the terminal.
enum FirstFrame {
  /// The last words of the footer, which is drawn last.
  static let footer = "帮助"
  private static let runs = 25

  static func run(_ ground: Ground) throws {
    let desk = [ground.program, "--store", ground.store, "desk"]
    // The day's backup, which the first desk of a day makes, is measured elsewhere.
    try sit(desk) { $0.settle(1500) }
    var peers = Peers()
    var first = Samples()
    var unanswered = Samples()
    var opened = Samples()
    var memory = Samples()
    for _ in 0..<runs {
      try peers.run(ground)
      try sit(desk) { sitting in
        first.add(sitting.last - sitting.started)
        memory.add(ProcessFacts(sitting.program).peak)
      }
      try sit(desk, answers: false) { unanswered.add($0.last - $0.started) }
    }
    for _ in 0..<5 {
      try sit(desk + ["--event", Ground.rush]) { sitting in
        try sitting.read(until: "还没有人到")
        opened.add(sitting.last - sitting.started)
      }
    }
    Report.figure("first frame, median", first.median, under: 50, "ms", first.text)
    Report.figure(
      "first frame, no answer from the terminal", unanswered.median, under: 50, "ms",
      unanswered.text)
    Report.note("the door of 103,986 guests open", opened.text)
    peers.print()
    Report.figure("peak memory at the first frame", memory.worst, under: 80, "MB")
    try settled(desk, "peak memory, events shown, settled")
    try settled(desk + ["--event", Ground.rush], "peak memory, 103,986 guests open, settled")
  }

  /// Starts the desk, waits for its first frame, and leaves it after `body`.
  static func sit(
    _ words: [String], answers: Bool = true, _ body: (Sitting) throws -> Void
  ) throws {
    let sitting = try Sitting(words, answers: answers)
    defer { sitting.end() }
    try sitting.read(until: footer)
    try body(sitting)
  }

  private static func settled(_ words: [String], _ name: String) throws {
    try sit(words) { sitting in
      sitting.settle(4000)
      let facts = ProcessFacts(sitting.program)
      Report.figure(name, facts.peak, under: 80, "MB", "\(Report.number(facts.resident)) MB now")
    }
  }
}

/// What others need, started in the same terminal in turn with ours.
private struct Peers {
  private var nothing = Samples()
  private var bare = Samples()
  private var count = Samples()

  mutating func run(_ ground: Ground) throws {
    nothing.add(try Self.lifetime(["/bin/true"]))
    let screen = try Sitting([ground.own, BareScreen.word])
    try screen.read(until: FirstFrame.footer)
    bare.add(screen.last - screen.started)
    screen.end()
    count.add(
      try Self.lifetime(["/usr/bin/sqlite3", ground.store, "select count(*) from member"]))
  }

  private static func lifetime(_ words: [String]) throws -> Double {
    let sitting = try Sitting(words)
    sitting.readToEnd()
    let time = milliseconds() - sitting.started
    sitting.end()
    return time
  }

  func print() {
    Report.peer("/bin/true, exec to exit", nothing.text)
    Report.peer("curses alone: one frame, no store", bare.text)
    Report.peer("sqlite3, count(*) of the same store", count.text)
  }
}
