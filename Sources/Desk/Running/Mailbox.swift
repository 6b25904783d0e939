import Screens
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Where the work behind the screens leaves its answers, and how it wakes the loop.
final class Mailbox: Sendable {
  /// Becomes readable when something was posted.
  let wake: Int32
  private let poke: Int32
  private let posted = Mutex<(messages: [Message], answers: Int)>(([], 0))

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe the loop still looks into the box several times a second.
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    wake = ends[0]
    poke = ends[1]
  }

  deinit {
    _ = close(wake)
    _ = close(poke)
  }

  func post(_ messages: [Message]) {
    guard !messages.isEmpty else { return }
    posted.withLock { $0.messages += messages }
    ring()
  }

  /// Everything one effect led to is posted.
  func answered() {
    posted.withLock { $0.answers += 1 }
    ring()
  }

  private func ring() {
    var byte: UInt8 = 1
    _ = write(poke, &byte, 1)
  }

  /// - Returns: what was posted, and how many effects that answers.
  func empty() -> (messages: [Message], answers: Int) {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wake, &bytes, bytes.count) > 0 {}
    return posted.withLock { box in
      defer { box = ([], 0) }
      return box
    }
  }
}
