import Foundation
public import Matchmaking
import Synchronization

/// A wait for another process, which is told after half a second and given up after ten in which it wrote nothing.
///
/// A check-in takes a millisecond and the greatest roster a second or two on a laptop of today. An import or a merge on
/// an old one takes longer and writes meanwhile; who writes nothing has stopped.
public struct Waiting: Sendable {
  static let quiet = Duration.milliseconds(500)
  /// Tests have less time.
  @TaskLocal static var longest = Duration.seconds(10)

  /// However much is written, nobody is kept from their keys for longer.
  static let most = Duration.seconds(120)

  /// What is waited for.
  public let path: String
  /// Whom for, where the system tells.
  public let holder: Holder?

  /// One for the process, for it waits for one thing: it may be called on any thread.
  private static let told = Mutex<@Sendable (Waiting) -> Void>({ _ in })

  /// - Parameter tell: is told once of each wait that is not a short one.
  public static func whenever(_ tell: @escaping @Sendable (Waiting) -> Void) {
    told.withLock { $0 = tell }
  }

  fileprivate func tell() { Waiting.told.withLock { $0 }(self) }
}

/// Naps while somebody else holds what we want.
struct Naps {
  private let path: String
  private let files: [String]
  private let log: String?
  private let start = ContinuousClock.now
  private var count = 0
  private var hasTold = false
  /// How the log was when it was last looked at, and when that was.
  private var look: FileStamp.Look?
  private var looked = ContinuousClock.now

  /// - Parameters:
  ///   - path: of the store, as it is told.
  ///   - files: one of these is locked.
  ///   - log: where whoever holds it writes; nil where they write nowhere.
  init(for path: String, lockedBy files: [String], writing log: String? = nil) {
    self.path = path
    self.files = files
    self.log = log
    look = log.map { FileStamp.Look($0) }
  }

  /// - Returns: false, at once, where it was waited long enough.
  mutating func nap() -> Bool {
    let now = ContinuousClock.now
    let spent = now - start
    if now - looked >= Waiting.longest {
      let found = log.map { FileStamp.Look($0) }
      guard found != look, spent < Waiting.most else { return false }
      (look, looked) = (found, now)
    }
    if spent >= Waiting.quiet, !hasTold {
      hasTold = true
      Waiting(path: path, holder: Holder.of(files)).tell()
    }
    // Short naps at first: the other desk's check-in takes about a millisecond, and a clerk waits for its end.
    usleep(count < 10 ? 250 : count < 30 ? 1_000 : 5_000)
    count += 1
    return true
  }
}
