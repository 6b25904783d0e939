import Foundation

/// A desk in a terminal, keys into it, and how long each takes until everything it asked for is drawn.
final class TimedKeys {
  private let sitting: Sitting
  private let counter: Int32
  private var keys = 0

  /// - Parameters:
  ///   - words: of the command line behind the store.
  ///   - store: nil is the big one.
  ///   - ready: what stands on the screen once it is there.
  init(_ ground: Ground, _ words: [String], store: String? = nil, until ready: String) throws {
    let idle = ground.folder + "/idle"
    sitting = try Sitting(
      [ground.program, "--store", store ?? ground.store, "desk"] + words,
      environment: ["QUEQIAO_IDLE_FILE": idle])
    try sitting.read(until: ready)
    sitting.settle(2000)
    counter = open(idle, O_RDONLY | O_CLOEXEC)
  }

  deinit { _ = close(counter) }

  func end() { sitting.end() }

  /// - Returns: milliseconds to the first byte and to the last; nil where nothing was drawn.
  func type(_ key: [UInt8]) -> (first: Double, last: Double)? {
    keys += 1
    sitting.forget()
    let start = milliseconds()
    sitting.type(key)
    while taken < keys, !sitting.hasEnded { sitting.read(within: 1) }
    while sitting.read(within: 0) {}
    return sitting.last.isNaN ? nil : (sitting.first - start, sitting.last - start)
  }

  /// How many keys the program has taken and drawn.
  private var taken: Int {
    var digits = [UInt8](repeating: 0, count: 10)
    guard pread(counter, &digits, 10, 0) == 10 else { return -1 }
    return Int(String(decoding: digits, as: UTF8.self)) ?? -1
  }
}
