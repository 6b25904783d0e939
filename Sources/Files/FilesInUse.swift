import Synchronization

/// The databases this process has open, by their numbers.
///
/// Whoever opens one of them by itself, and closes it again, takes away all locks this process holds on
/// it (POSIX, fcntl(2)); then another process thinks itself alone with the file. So nothing but SQLite
/// ever opens them: what reads files that somebody names asks here first.
public enum FilesInUse {
  private static let held = Mutex<[FileIdentity: Int]>([:])

  public static func contains(_ path: String) -> Bool {
    guard let file = FileIdentity(path) else { return false }
    return held.withLock { $0[file] != nil }
  }

  /// Counts as in use until `letGo`.
  public static func hold(_ files: [FileIdentity]) {
    held.withLock { held in for file in files { held[file, default: 0] += 1 } }
  }

  public static func letGo(_ files: [FileIdentity]) {
    held.withLock { held in
      for file in files {
        let count = (held[file] ?? 1) - 1
        held[file] = count > 0 ? count : nil
      }
    }
  }
}
