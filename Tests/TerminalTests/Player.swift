import TestSupport

/// The `frameplayer` in a terminal of the test's own making.
extension Pseudoterminal {
  static let player = BuiltProgram.path("frameplayer")

  convenience init(
    _ words: [String], columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
  ) throws {
    try self.init(
      path: Self.player, words, columns: columns, rows: rows, environment: environment)
  }
}
