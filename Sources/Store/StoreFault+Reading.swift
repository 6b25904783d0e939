import Files
import Foundation
import GRDB
import Matchmaking

extension StoreFault {
  /// What SQLite said, as a fault; refusals and other errors pass through unchanged.
  static func reading(_ error: any Error, path: String) -> any Error {
    if error is UnreadableRow || error is RowDecodingError {
      return StoreFault.damaged(path: path, backup: Backups(of: path).best())
    }
    guard let error = error as? DatabaseError else { return error }
    switch error.resultCode {
    case .SQLITE_CONSTRAINT: return BrokenConstraint(message: error.message ?? "")
    case .SQLITE_FULL: return StoreFault.diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return StoreFault.unwritable(path)
    case .SQLITE_CORRUPT:
      return StoreFault.damaged(path: path, backup: Backups(of: path).best())
    case .SQLITE_NOTADB: return unreadable(path: path)
    case .SQLITE_IOERR
    where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE || hasNoRoom(path):
      return StoreFault.diskFull(path: path)
    case .SQLITE_CANTOPEN where hasNoRoom(path): return StoreFault.diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
      let real = RealPath.of(path) ?? path
      return StoreFault.busy(path: path, holder: Holder.of([real + "-shm", real]))
    case .SQLITE_CANTOPEN:
      return StoreFault.cannotCreate(path: path, code: nil)
    default:
      return StoreFault.other(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  /// What the system said of making a file.
  static func creating(_ path: String, _ code: Int32) -> StoreFault {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    default: .cannotCreate(path: path, code: code)
    }
  }

  /// The same, where it may be that the folder is somebody's who lets us not into it.
  static func creating(_ path: String, _ code: Int32, in folder: String) -> StoreFault {
    guard code == EACCES, let denying = User.denying(folder) else { return creating(path, code) }
    return .foreign(path: denying.place, owner: denying.owner)
  }

  /// Why a file cannot be changed that can be read: the rights are somebody else's to give, or it is marked.
  static func unwritable(_ path: String) -> StoreFault {
    let real = RealPath.of(path) ?? path
    for place in [real, Store.folder(of: real)] where access(place, W_OK) != 0 && errno == EACCES {
      if let denying = User.denying(place) {
        return .foreign(path: denying.place, owner: denying.owner)
      }
    }
    return .readOnly(path: path)
  }

  /// A file that does not even begin like one of ours.
  ///
  /// Where backups stand beside it, it once was ours and its beginning was destroyed.
  static func unreadable(path: String) -> StoreFault {
    let backup = Backups(of: path).best()
    return backup == nil ? .notAStore(path: path) : .damaged(path: path, backup: backup)
  }

  /// SQLite tells a quota or a limit on the size of files only as a failed write.
  static func hasNoRoom(_ path: String) -> Bool {
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(1), &limit) == 0, limit.rlim_cur != rlim_t.max { return true }
    var facts = statvfs()
    return statvfs(Store.folder(of: path), &facts) == 0
      && UInt64(facts.f_bavail) * UInt64(facts.f_frsize) < 1 << 20
  }
}

extension Mishap {
  /// Whether what SQLite has open is all there still, under whatever name.
  var isOfNamesAlone: Bool {
    switch self {
    case .moved, .replaced, .companion: true
    case .overwritten, .log: false
    }
  }
}

/// A write the schema forbids. Whoever can say it in the organizer's words catches it; otherwise it
/// is a bug of ours.
struct BrokenConstraint: Error {
  let message: String
}
