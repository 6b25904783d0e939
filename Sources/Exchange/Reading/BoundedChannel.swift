internal import Dispatch
internal import Synchronization

/// Carries pieces from the thread that makes them to the one that takes them, a few at most between.
///
/// Both have a part of it for as long as they need it: the taker's, the conveyor itself, stops the
/// maker when it is let go.
final class BoundedChannel<Piece: Sendable, Fault: Error>: Sendable {
  private struct State {
    var pieces: [Piece] = []
    var end: Result<Void, Fault>?
    var isStopped = false
  }

  /// The maker's part.
  final class Line: Sendable {
    private let state = Mutex(State())
    /// How many more pieces may wait. A semaphore must not be freed below the value it was made with.
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    fileprivate init(room count: Int) {
      for _ in 0..<count { room.signal() }
    }

    /// Waits for room; false where nobody takes anything any more.
    func put(_ piece: Piece) -> Bool {
      room.wait()
      let isStopped = state.withLock { state in
        if !state.isStopped { state.pieces.append(piece) }
        return state.isStopped
      }
      filled.signal()
      return !isStopped
    }

    func end(_ fault: Fault?) {
      state.withLock { $0.end = fault.map(Result.failure) ?? .success(()) }
      filled.signal()
    }

    fileprivate func stop() {
      state.withLock { $0.isStopped = true }
      room.signal()
    }

    fileprivate func next() throws(Fault) -> Piece? {
      filled.wait()
      let (piece, end) = state.withLock { state in
        (state.pieces.isEmpty ? nil : state.pieces.removeFirst(), state.end)
      }
      if let piece {
        room.signal()
        return piece
      }
      // Whoever asks again hears the same.
      filled.signal()
      try end?.get()
      return nil
    }
  }

  private let line: Line

  /// - Parameters:
  ///   - room: how many pieces may wait.
  ///   - make: runs on a thread of its own; it is to stop where `put` says so.
  init(_ label: String, room: Int, make: @escaping @Sendable (Line) throws(Fault) -> Void) {
    let line = Line(room: room)
    self.line = line
    DispatchQueue(label: label).async {
      do throws(Fault) {
        try make(line)
        line.end(nil)
      } catch {
        line.end(error)
      }
    }
  }

  deinit { line.stop() }

  /// Waits for the next piece; nil at the end.
  func next() throws(Fault) -> Piece? { try line.next() }
}
