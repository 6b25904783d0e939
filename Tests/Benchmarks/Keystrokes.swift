import Foundation
import Pinyin
import Sample

/// From a key written to the terminal until its frame is on it, at the door of 103,986 guests.
enum Keystrokes {
  static func run(_ ground: Ground) throws {
    let keys = try TimedKeys(
      ground, ["--event", Ground.rush, "--screen", "door"], until: "还没有人到")
    defer { keys.end() }
    var (first, last) = (Samples(), Samples())
    for key in strokes {
      guard let time = keys.type(key) else { continue }
      first.add(time.first)
      last.add(time.last)
      usleep(1000)
    }
    let floor = try echo()
    Report.figure("key to last byte at the door, p99", last.p99, under: 4, "ms", last.text)
    Report.note("key to first byte", first.text)
    Report.peer("cat echoing through the same terminal", floor.text)
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
