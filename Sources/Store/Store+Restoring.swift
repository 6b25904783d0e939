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
        guard let backup = backup ?? Backups(of: path).newestWhole() else {
          throw StoreFault.noBackup(path: path)
        }
        let place = try placeOfFile(path)
        guard isWritable(folder: Store.folder(of: place)) else {
          throw StoreFault.readOnly(path: Store.folder(of: place))
        }
        let seat = try Seat.alone(at: path)
        defer { withExtendedLifetime(seat) {} }
        let partial = place + ".restoring"
        try copyWhole(backup, to: partial)
        let aside = try putAside(place, to: "\(place).before-\(now.milliseconds)")
        guard rename(partial, place) == 0 else { throw fault(creating: place) }
        synchronize(Store.folder(of: place))
        return (backup, aside)
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Where the file itself lies, should the path be a link to it; the path where there is none.
  ///
  /// - Throws: where something else than a file stands there, which is nothing to be put aside.
  private static func placeOfFile(_ path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno
      if reason == ENOENT, lstat(path, &status) != 0 { return path }
      throw StoreFault.cannotCreate(path: path, reason: String(cString: strerror(reason)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreFault.notAStore(path: path) }
    guard let real = realpath(path, nil) else { throw fault(creating: path) }
    defer { free(real) }
    return String(cString: real)
  }

  /// Through SQLite and not byte by byte, so that what stands in a WAL beside it comes along.
  private static func copyWhole(_ backup: String, to target: String) throws {
    do {
      var status = stat()
      if stat(backup, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
        throw StoreFault.notAStore(path: backup)
      }
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
