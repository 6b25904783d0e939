import Files
import Foundation
import GRDB
public import Matchmaking

extension Store {
  /// Puts a backup in the place of the file, which is kept beside it with all that belongs to it.
  ///
  /// Refused as busy while any desk or command has the file open.
  ///
  /// - Parameter backup: any whole file of ours, also one that was put aside by an earlier
  ///   restoring; nil is the best backup that is whole.
  /// - Returns: what was restored, and where the file that stood there went; nil where there was
  ///   none.
  public static func restore(
    _ path: String, from backup: String? = nil, now: Timestamp
  ) throws -> (from: String, aside: String?) {
    let site = Site(path)
    let folder = folder(of: site.real)
    do {
      try PrivateFolder.make(folder)
      return try FolderLock.holding(folder, for: path) {
        guard let backup = backup ?? Backups(of: path).best() ?? Backups(of: path).newestWhole()
        else { throw StoreFault.noBackup(path: path) }
        if try site.standing() == .noFile { throw StoreFault.notAStore(path: path) }
        guard isWritable(folder: folder) else { throw StoreFault.readOnly(path: folder) }
        let seat = try Seat.alone(at: site.real)
        defer { withExtendedLifetime(seat) {} }
        let name = "\(site.real).before-\(now.milliseconds)"
        let aside = try replace(site, by: backup, keepingAs: name)
        return (backup, aside)
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  private static func replace(
    _ site: Site, by backup: String, keepingAs aside: String
  ) throws -> String? {
    do {
      let file = try PrivateFile(in: folder(of: site.real))
      try copyWhole(backup, to: file.path)
      Sharing.share(file.path, as: site.real)
      try settle(site)
      let aside = try putAside(site.real, to: aside)
      try file.take(place: site.real, replacing: true)
      return aside
    } catch let fault as SystemFault {
      throw StoreFault.creating(site.path, fault.code, in: folder(of: site.real))
    }
  }

  /// Through SQLite and not byte by byte, so that what stands in a WAL beside it comes along; in WAL mode
  /// before it takes its place, so that nothing has to be written to it there.
  private static func copyWhole(_ backup: String, to target: String) throws {
    do {
      let source = Site(backup)
      switch try source.standing() {
      case .nothing: throw StoreFault.creating(backup, ENOENT)
      case .noFile: throw StoreFault.notAStore(path: backup)
      case .empty, .scrap: throw StoreFault.unreadable(path: backup)
      case .file: try source.recover()
      }
      try checkVersion(source.real, called: backup)
      let queue = try connect(source.real, isReadOnly: true)
      defer { try? queue.close() }
      try Backups.fill(target, from: queue, of: backup)
      let copy = try connect(target, isReadOnly: false)
      try copy.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      try copy.close()
    } catch StoreFault.damaged {
      throw StoreFault.damaged(path: backup, backup: nil)
    } catch {
      throw StoreFault.reading(error, path: backup)
    }
  }

  /// What stands in the log of the old file goes into it, where it is whole: then a power cut between
  /// the renames takes nothing from it.
  private static func settle(_ site: Site) throws {
    guard try site.standing() == .file, let head = FileHead(of: site.real), head.isOurs,
      LeftLog(beside: site.real)?.isStrange(to: head) != true
    else { return }
    _ = try? site.recover()
    guard let queue = try? connect(site.real, isReadOnly: false) else { return }
    _ = try? queue.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    try? queue.close()
  }

  /// Gives the file a second name; the first stays until the backup takes it over, so that a power
  /// cut in between never leaves nothing there.
  private static func putAside(_ path: String, to aside: String) throws -> String? {
    let isThere = access(path, F_OK) == 0
    if isThere {
      // Some sticks know no second names.
      guard link(path, aside) == 0 || rename(path, aside) == 0 else { throw fault(creating: aside) }
    }
    try moveCompanions(of: path, to: aside)
    return isThere ? aside : nil
  }

  /// All that belongs to a file goes with it: SQLite would take it for the next one's own.
  static func moveCompanions(of path: String, to aside: String) throws {
    var status = stat()
    for end in SparedFiles.companions where lstat(path + end, &status) == 0 {
      guard rename(path + end, aside + end) == 0 else { throw fault(creating: aside) }
    }
  }
}
