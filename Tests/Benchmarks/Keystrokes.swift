import Foundation
import Pinyin
import Sample

/// From a key written to the terminal until its frame is on it, at the door of 103,986 guests.
enum Keystrokes {
  static func run(_ ground: Ground) throws {
    let idle = ground.folder + "/idle"
    let words = [
      ground.program, "--store", ground.store, "desk", "--event", Ground.rush, "--screen", "door",
    ]
    let sitting = try Sitting(words, environment: ["QUEQIAO_IDLE_FILE": idle])
    defer { sitting.end() }
    try sitting.read(until: "还没有人到")
    sitting.settle(2000)
    let counter = open(idle, O_RDONLY | O_CLOEXEC)
    defer { close(counter) }
    var first = Samples()
    var last = Samples()
    var keys = 0
    for key in strokes {
      keys += 1
      sitting.forget()
      let start = milliseconds()
      sitting.type(key)
      while taken(counter) < keys { sitting.read(within: 1) }
      while sitting.read(within: 0) {}
      guard !sitting.last.isNaN else { continue }
      first.add(sitting.first - start)
      last.add(sitting.last - start)
      usleep(1000)
    }
    let floor = try echo()
    Report.figure("key to last byte at the door, p99", last.p99, under: 4, "ms", last.text)
    Report.note("key to first byte", first.text)
    Report.peer("cat echoing through the same terminal", floor.text)
  }

  /// How many keys the program has taken and drawn.
  private static func taken(_ counter: Int32) -> Int {
    var digits = [UInt8](repeating: 0, count: 10)
    guard pread(counter, &digits, 10, 0) == 10 else { return -1 }
    return Int(String(decoding: digits, as: UTF8.self)) ?? -1
  }

  /// Key by key and back again, some 1,300 keys.
  private static var strokes: [[UInt8]] {
    queries(of: 120).flatMap { query in
      query.map { Array(String($0).utf8) } + query.map { _ in [0x7F] }
    }
  }

  /// What a volunteer types for people all over the list: initials, whole pinyin, Han, digits and
  /// mixtures.
  static func queries(of count: Int) -> [String] {
    let roster = SampleRoster.workers(4_000)
    return (0..<count).map { person in
      let worker = roster[person * 61 % roster.count]
      let readings = Reading.ofName(worker.name)
      return switch person % 7 {
      case 0: readings.map { String($0.prefix(1)) }.joined()
      case 1: readings.joined()
      case 2: worker.name
      case 3: worker.lastFour
      case 4: String(worker.name.prefix(1)) + readings.dropFirst().joined()
      case 5: (readings.first ?? "") + worker.name.dropFirst()
      default: worker.number
      }
    }
  }

  private static func echo() throws -> Samples {
    let cat = try Sitting(["/bin/sh", "-c", "stty raw -echo; echo ready; exec cat"])
    defer { cat.end() }
    try cat.read(until: "ready", quiet: 100)
    var samples = Samples()
    for _ in 0..<1_000 {
      cat.forget()
      let start = milliseconds()
      cat.type([0x61])
      while cat.last.isNaN { cat.read(within: 10) }
      samples.add(cat.last - start)
      usleep(1000)
    }
    return samples
  }
}
