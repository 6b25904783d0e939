import Files
import Foundation
import GRDB
import Matchmaking

extension Store {
  /// Makes a new, empty file: beside its place, so that it is there whole or not at all.
  ///
  /// - Parameter isOver: an empty file stands there already.
  static func create(_ site: Site, over isOver: Bool) throws {
    let file: PrivateFile
    do {
      file = try PrivateFile(in: folder(of: site.real))
      try fill(file.path)
      // Nothing stands in them, but SQLite would take them for the new file's own.
      for end in ["-wal", "-shm", "-journal"] { unlink(site.real + end) }
      try file.take(place: site.real, replacing: isOver)
    } catch let fault as SystemFault {
      throw StoreFault.creating(site.path, fault.code, in: folder(of: site.real))
    } catch {
      throw StoreFault.reading(error, path: site.path)
    }
  }

  private static func fill(_ path: String) throws {
    let queue = try connect(path, isReadOnly: false)
    try Schema.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in
      try Generation.write(Generation.random(), db)
      try db.checkpoint(.truncate)
    }
    try queue.close()
  }

  /// Begins a new file where one is missing or was emptied, beside its backups.
  ///
  /// What is left of the old one is kept under another name.
  ///
  /// - Throws: `StoreFault.exists` where there is a file with something in it.
  public static func begin(_ path: String, context: StoreContext) throws {
    let site = Site(path)
    do {
      try PrivateFolder.make(folder(of: site.real))
      try FolderLock.holding(folder(of: site.real), for: path) {
        let standing = try site.standing()
        guard standing == .nothing || standing == .empty else {
          throw StoreFault.exists(path: path)
        }
        guard Seat.areFree(at: site.real) else {
          throw StoreFault.busy(path: path, holder: Holder.of([site.real + ".seats", site.real]))
        }
        let aside = "\(site.real).before-\(context.now().milliseconds)"
        try moveCompanions(of: site.real, to: aside)
        try create(site, over: standing == .empty)
      }
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Whether a log is left of a file that is missing: it may hold what no backup has.
  public static func leavesLog(_ path: String) -> Bool {
    access(Site(path).real + "-wal", F_OK) == 0
  }

  /// Makes a whole store by work of one's own, which stands in its place only when it is done; whoever
  /// was there first stays.
  ///
  /// - Parameter body: fills a file of another name, and closes it.
  public static func makeBeside(_ path: String, _ body: (String) throws -> Void) throws {
    do {
      try PrivateFolder.make(folder(of: path))
      let file = try PrivateFile(in: folder(of: path))
      try fill(file.path)
      try body(file.path)
      try file.take(place: path, replacing: false)
    } catch let fault as SystemFault {
      guard fault.code != EEXIST else { return }
      throw StoreFault.creating(path, fault.code)
    }
  }
}
