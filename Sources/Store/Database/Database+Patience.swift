import GRDB

/// Whether the work at hand waits for others.
enum Patience {
  /// Nobody waits for it, so it waits for nobody.
  @TaskLocal static var isHurried = false
}

extension Database {
  /// Begins a transaction that writes; waits for others as `Naps` has it.
  func begin() throws { try Prepared("BEGIN IMMEDIATE", in: self).run([]) }

  /// Fails at once where somebody else is writing.
  func beginAtOnce() throws { try Patience.$isHurried.withValue(true) { try begin() } }
}
