public import Canvas

/// What happened at the terminal, in the order it did.
public nonisolated enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  /// The terminal turned out to draw ambiguous characters two columns wide; frames are to be made
  /// with its `width` from now on.
  case widened
  /// The caller's own descriptor has something to read.
  case woken
  /// Somebody asked this process for a stop by a signal: save nothing, call `suspend`.
  case stopAsked
  /// The terminal is gone or the process was told to end. Leave at once.
  case hangUp
}
