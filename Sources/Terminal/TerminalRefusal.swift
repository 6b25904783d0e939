/// Why there can be no screen here, each with a stable code.
public nonisolated enum TerminalRefusal: String, Error, Sendable, CaseIterable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// Neither the locale nor `C.UTF-8` is UTF-8; no Han character could be shown.
  case noUnicodeLocale
  /// TERM is missing, or names a terminal this system does not describe.
  case unknownTerminal
  /// The cursor cannot be moved about, as with TERM=dumb.
  case noCursorAddressing
  /// The system refused memory or a pipe.
  case outOfMemory
}
