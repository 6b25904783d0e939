import Foundation

/// How long a test waits for something that is bound to happen. Nothing is ever waited for as long
/// as this, unless it is broken.
enum Patience {
  static let overall = Duration.seconds(30)

  /// Looks until `body` finds something.
  ///
  /// - Throws: `Unseen`, with what was on the screen in the end.
  @discardableResult
  static func until<Found>(
    _ wanted: String, screen: () -> String, _ body: () throws -> Found?
  ) throws -> Found {
    let clock = ContinuousClock()
    let end = clock.now + overall
    while clock.now < end {
      if let found = try body() { return found }
      usleep(2_000)
    }
    throw Unseen(wanted: wanted, screen: screen())
  }

  /// Looks until it is so.
  static func until(
    _ wanted: String, screen: () -> String = { "" }, holds: () throws -> Bool
  ) throws {
    try until(wanted, screen: screen) { try holds() ? true : nil }
  }
}

/// Something did not come to pass.
struct Unseen: Error, CustomStringConvertible {
  let wanted: String
  let screen: String
  var description: String { "waited in vain for \(wanted); the screen then:\n\(screen)" }
}
