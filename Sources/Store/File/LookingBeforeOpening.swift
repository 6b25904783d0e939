import Files
import Foundation
import GRDB
import Matchmaking

/// Something that was found while a file was opened: it is open, and this is said once.
public enum OpeningNote: Hashable, Sendable {
  /// The write-ahead log was of another file than the one that stands there; it is kept under this name.
  case strangeLog(keptAs: String)
  /// What was last written to the log is gone with it, or with its end.
  case lostLog(path: String)
  /// The disk has no room for what writing takes: the file can be looked at.
  case noRoom(path: String)
}

/// What stands where a store is to be, and what belongs to it, before SQLite sees any of it.
struct Site {
  enum Standing: Equatable {
    case nothing
    case empty
    /// Fewer bytes than any database has.
    case scrap
    case file
    case noFile
  }

  /// As it was named.
  let path: String
  /// Through all links.
  let real: String

  init(_ path: String) {
    self.path = path
    real = RealPath.of(path) ?? path
  }

  /// - Throws: where the path leads nowhere a file could be.
  func standing() throws -> Standing {
    var status = stat()
    guard stat(real, &status) == 0 else {
      let reason = errno
      if reason == ENOENT, lstat(real, &status) != 0 { return .nothing }
      if reason == EACCES { throw StoreFault.foreign(path: path, owner: Self.owner(of: real)) }
      throw StoreFault.cannotCreate(path: path, code: reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .noFile }
    if status.st_size > 0, access(real, R_OK) != 0, status.st_uid != geteuid() {
      throw StoreFault.foreign(path: path, owner: User.name(status.st_uid))
    }
    return status.st_size == 0 ? .empty : status.st_size < 512 ? .scrap : .file
  }

  private static func owner(of path: String) -> String {
    var status = stat()
    return stat(PathParts(path).folder, &status) == 0 ? User.name(status.st_uid) : "?"
  }

  /// Of a file that is missing or empty: what shows that it once held something.
  func remains() -> (isThere: Bool, backup: String?) {
    let backup = Backups(of: path).best()
    let isLeft = LeftLog(beside: real) != nil || (journal.map { $0.pagesBefore > 0 } ?? false)
    return (backup != nil || isLeft, backup)
  }

  // MARK: - A change that was broken off

  /// Lets SQLite finish or take back what a killed process was doing without a write-ahead log.
  ///
  /// It can only do so through a connection that may write, and only to a file of ours it should.
  func recover() throws {
    guard RawFile.size(of: real + "-journal") > 0, isOursOrUnborn else { return }
    guard Store.isWritable(real) else { throw StoreFault.readOnly(path: path) }
    let queue = try DatabaseQueue(path: Store.nameForSQLite(real))
    defer { try? queue.close() }
    _ = try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
  }

  /// By the header; where that was just being written, by what the journal kept of it.
  private var isOursOrUnborn: Bool {
    let head = FileHead(of: real)
    if let head, head.isOurs { return true }
    guard let journal else { return false }
    if let before = journal.head { return before.isOurs }
    return journal.pagesBefore == 0 && !(head?.isSomebodys ?? false)
  }

  /// How many pages the file had before a change that was broken off, and how its header was.
  ///
  /// Source: "Database File Format", section 3.
  private var journal: (pagesBefore: UInt32, head: FileHead?)? {
    let journal = real + "-journal"
    let head = RawFile.bytes(of: journal, at: 0, count: 28)
    guard head.count == 28, head.starts(with: [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7])
    else { return nil }
    let page = RawFile.bytes(
      of: journal, at: Int64(RawFile.number(head, at: 20)), count: 4 + 100)
    let isFirst = page.count == 104 && RawFile.number(page, at: 0) == 1
    return (RawFile.number(head, at: 16), isFirst ? FileHead(Array(page[4...])) : nil)
  }

  // MARK: - A log that was left behind

  /// Nobody has the file open: what lies beside it is what a killed process left, or somebody put there.
  ///
  /// A log of another file would spoil this one, so it is put out of the way; nothing is thrown away.
  func settleLog(at moment: Int64) throws -> OpeningNote? {
    guard Seat.areFree(at: real), !FilesInUse.contains(real), let head = FileHead(of: real),
      head.isOurs
    else { return nil }
    let log = LeftLog(beside: real)
    if let log, log.isStrange(to: head) {
      let aside = "\(real).before-\(moment)"
      for end in ["-wal", "-shm"] where access(real + end, F_OK) == 0 {
        guard rename(real + end, aside + end) == 0 else { throw Store.fault(creating: aside) }
      }
      return .strangeLog(keptAs: aside + "-wal")
    }
    guard let mark = Seat.mark(at: real) else { return nil }
    let isCut = log.map { $0.salt == mark.salt && $0.frames < mark.frames } ?? false
    let isGone =
      log?.salt != mark.salt && mark.generation == Generation.next(after: head.generation)
    return isCut || isGone ? .lostLog(path: real + "-wal") : nil
  }
}
