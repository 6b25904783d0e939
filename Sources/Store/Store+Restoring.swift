import Foundation
import GRDB
public import Matchmaking

extension Store {
  /// Puts a backup in the place of the file, which is kept beside it with all that belongs to it.
  ///
  /// Refused as busy while any desk or command has the file open.
  ///
  /// - Parameter backup: any whole file of ours, also one that was put aside by an earlier
  ///   restoring; nil is the newest backup that is whole.
  /// - Returns: what was restored, and where the file that stood there went; nil where there was
  ///   none.
  public static func restore(
    _ path: String, from backup: String? = nil, now: Timestamp
  ) throws -> (from: String, aside: String?) {
    let folder = folder(of: path)
    do {
      try PrivateFolder.make(folder)
      return try FolderLock.holding(folder, for: path) {
        let seat = try Seat.alone(at: path)
        defer { withExtendedLifetime(seat) {} }
        guard let backup = backup ?? Backups(of: path).newestWhole() else {
          throw StoreFault.noBackup(path: path)
        }
        let partial = path + ".restoring"
        try copyWhole(backup, to: partial)
        let aside = try putAside(path, to: "\(path).before-\(now.milliseconds)")
        guard rename(partial, path) == 0 else { throw fault(creating: path) }
        synchronize(folder)
        return (backup, aside)
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Through SQLite and not byte by byte, so that what stands in a WAL beside it comes along.
  private static func copyWhole(_ backup: String, to target: String) throws {
    do {
      try checkVersion(backup)
      let source = try connect(backup, isReadOnly: true)
      defer { try? source.close() }
      try Backups.copy(source, of: backup, to: target)
    } catch StoreFault.damaged {
      throw StoreFault.damaged(path: backup, backup: nil)
    } catch {
      throw StoreFault.reading(error, path: backup)
    }
  }

  /// Gives the file a second name; the first stays until the backup takes it over, so that a power
  /// cut in between never leaves nothing there.
  private static func putAside(_ path: String, to aside: String) throws -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    // Some sticks know no second names.
    guard link(path, aside) == 0 || rename(path, aside) == 0 else { throw fault(creating: aside) }
    for suffix in ["-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, aside + suffix) == 0 else { throw fault(creating: aside) }
    }
    return aside
  }

  private static func synchronize(_ folder: String) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = Glibc.close(descriptor)
  }
}
