import Foundation
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Store {
  /// How many pages the write-ahead log takes before they are moved into the file: about four hundred
  /// check-ins.
  static let logPages = 2_000

  /// The bytes of a log of so many pages: a header, and before each page one of its own.
  ///
  /// Source: SQLite, "Write-ahead Log (WAL) file format".
  static let logBytes = Int64(32 + logPages * (24 + 4096))

  /// Gives the write-ahead log its full size while nobody waits.
  ///
  /// A commit that makes a file longer waits for the file system's own journal too; one that writes
  /// over what is there does not. The space is zeros behind the last frame, where SQLite stops reading
  /// as it does at the leavings of an earlier log. Nobody else writes meanwhile: the lock for writing
  /// is ours.
  public func preallocateLog() {
    guard isFile, !isReadOnly, vouching.loss == nil else { return }
    // Where it does not work, or somebody is writing just now, commits are a little slower; nothing else
    // depends on it, and nobody is to wait for it.
    try? queue.writeWithoutTransaction { db in
      try db.beginAtOnce()
      defer { try? db.rollback() }
      _ = try vouch(db)
      Self.lengthen(real + "-wal")
    }
  }

  private static func lengthen(_ log: String) {
    let file = Glibc.open(log, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { _ = Glibc.close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size < logBytes else { return }
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var end = Int64(status.st_size)
    while end < logBytes {
      let count = Int(min(Int64(zeros.count), logBytes - end))
      let written = pwrite(file, zeros, count, off_t(end))
      // On a full disk the file keeps what it got; the next commit finds out by itself.
      guard written > 0 else { break }
      end += Int64(written)
    }
    fdatasync(file)
  }
}
