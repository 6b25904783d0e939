import Foundation
import TestSupport

/// What is done to a program at one of its calls that write (see `Tests/CBlows`).
enum Blow: String, CaseIterable {
  case kill, half, full, bad
}

/// One call of a program as the library told it.
struct DiskCall {
  let call: String
  let path: String
}

extension Home {
  static let blows = BuiltProgram.path("libblows.so")

  /// Runs a command, struck at its `place`th call that writes.
  func run(_ words: [String], struck blow: Blow, at place: Int) throws -> Ran {
    try begin(
      words,
      changes: ["LD_PRELOAD": Home.blows, "BLOWS_AT": "\(place)", "BLOWS_HOW": blow.rawValue]
    ).end()
  }

  /// Runs a command and tells its calls that write, in order; `say` is a piece of its results.
  func calls(_ words: [String]) throws -> [DiskCall] {
    let log = folder + "/calls"
    defer { unlink(log) }
    _ = try begin(words, changes: ["LD_PRELOAD": Home.blows, "BLOWS_LOG": log]).end()
    return (try? text(of: "calls"))?.split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      return DiskCall(call: String(words[1]), path: String(words[2]))
    } ?? []
  }

  /// The log of acts, oldest first, without what an undo changes in it.
  func acts() throws -> [String] {
    try run("log", "--limit", "10000", "--format", "csv").lines.dropFirst().reversed().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropLast().joined(separator: ",")
    }
  }
}

/// How many blows are struck: a few at each change, or those of `make torture`.
enum Torture {
  static let asked = ProcessInfo.processInfo.environment["QUEQIAO_TORTURE"].flatMap(Int.init)

  /// Some of so many places, others each time.
  static func places(of count: Int, share: Double, least: Int) -> [Int] {
    guard count > 0 else { return [] }
    let wanted = asked.map { max(least, Int(Double($0) * share)) } ?? least
    if asked != nil, wanted >= count { return Array(1...count) }
    return (0..<min(wanted, count)).map { _ in Int.random(in: 1...count) }
  }
}
