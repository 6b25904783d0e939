import TestSupport

extension Pseudoterminal {
  /// Starts the `frameplayer`.
  convenience init(
    _ words: [String], columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
  ) throws {
    try self.init(
      path: BuiltProgram.path("frameplayer"), words, columns: columns, rows: rows,
      environment: environment)
  }
}
