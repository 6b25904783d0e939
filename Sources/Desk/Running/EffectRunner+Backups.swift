import Dispatch
import Screens
import Store
import Synchronization

/// What is done for the file beside what is asked: backups, and memory of what they have not.
extension EffectRunner {
  /// Keeps in memory what was done since the last backup, for the day the file is spoilt.
  func remember() {
    if (try? store.remember()) == true { keepForRescue() }
  }

  /// Keeps a backup to begin remembering from.
  func keepForRescue() {
    let isFirst = isKeeping.withLock { isKeeping in
      defer { isKeeping = true }
      return !isKeeping
    }
    guard isFirst else { return }
    backupQueue.async { [self] in
      // Where it cannot be made, the day's backup is what there is.
      try? store.keepForRescue(.easy { [self] in isLeaving.withLock { $0 } })
      isKeeping.withLock { $0 = false }
    }
  }

  /// Says on the screen that somebody else is waited for.
  func tellWaiting() {
    Waiting.whenever { [mailbox] waiting in mailbox.post([.waiting(waiting.holder)]) }
  }

  /// Makes room for the evening's writes, when the first screen is up.
  func preallocateLog() {
    queue.async { [self] in store.preallocateLog() }
  }

  /// Keeps the day's backup, when the first screen is up.
  ///
  /// It touches nothing of the effect runner but its store and the mailbox, which any thread may.
  func backUpOnceADay() {
    backupQueue.async { [self] in
      attempt {
        try store.backUpOnceADay(.easy { [self] in isLeaving.withLock { $0 } })
      }
    }
  }
}
