internal import Dispatch
internal import Synchronization

/// Unpacks on a thread of its own, so that the scanner on the other core never waits for long.
///
/// At most `lookahead` pieces wait; a pump that is let go stops at the next piece.
final class InflatingPump: Sendable {
  private struct State {
    var pieces: [Inflater.Piece] = []
    var first = 0
    var failure: WorkbookFault?
    var isStopped = false
  }

  /// What pump and thread share; the thread keeps it alive, not the pump.
  private final class Channel: Sendable {
    let state = Mutex(State())
    /// How many more pieces may wait. A semaphore must not be freed below the value it was made with.
    let room = DispatchSemaphore(value: 0)
    let filled = DispatchSemaphore(value: 0)
  }

  private let channel = Channel()

  init(
    _ part: ZipArchive.Part, of archive: ZipArchive, limits: Inflater.Limits = .init(),
    lookahead: Int = 64
  ) throws(WorkbookFault) {
    // What can be known at once is told at once.
    _ = try Inflater(part, of: archive, limits: limits)
    let channel = channel
    for _ in 0..<lookahead { channel.room.signal() }
    DispatchQueue(label: "queqiao.inflating").async {
      do throws(WorkbookFault) {
        let inflater = try Inflater(part, of: archive, limits: limits)
        while true {
          channel.room.wait()
          if channel.state.withLock({ $0.isStopped }) { return }
          let piece = try inflater.next()
          channel.state.withLock { $0.pieces.append(piece) }
          channel.filled.signal()
          if piece.bytes.isEmpty { return }
        }
      } catch {
        channel.state.withLock { $0.failure = error }
        channel.filled.signal()
      }
    }
  }

  deinit {
    channel.state.withLock { $0.isStopped = true }
    channel.room.signal()
  }

  /// The next piece; empty at the end, and not to be asked again behind it.
  func next() throws(WorkbookFault) -> Inflater.Piece {
    channel.filled.wait()
    let (piece, failure) = channel.state.withLock { state -> (Inflater.Piece?, WorkbookFault?) in
      guard state.first < state.pieces.count else { return (nil, state.failure) }
      defer {
        state.pieces[state.first] = Inflater.Piece()
        state.first += 1
        if state.first == state.pieces.count {
          state.pieces.removeAll(keepingCapacity: true)
          state.first = 0
        }
      }
      return (state.pieces[state.first], nil)
    }
    if let piece {
      channel.room.signal()
      return piece
    }
    throw failure ?? .damaged
  }
}
