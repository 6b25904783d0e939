import Synchronization

/// Whether work that takes long is still wanted; asked between its pieces.
final class StopSign: Sendable {
  enum State { case wanted, needless, stopped }

  private let held = Mutex(State.wanted)

  var state: State { held.withLock { $0 } }
  var isWanted: Bool { state == .wanted }

  /// Somebody stopped it, and is to be told that nothing came of it.
  func stop() { held.withLock { if $0 == .wanted { $0 = .stopped } } }

  /// Something else was asked for in its place; nobody waits for it.
  func makeNeedless() { held.withLock { if $0 == .wanted { $0 = .needless } } }
}

/// Thrown where nobody waits for an answer any more.
struct Needless: Error {}
