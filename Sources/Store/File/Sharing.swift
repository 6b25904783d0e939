import Files
import Foundation

/// Who besides its owner may use a file: nobody, unless folder and file say that a group works with it.
enum Sharing {
  /// A folder its group can write to was meant for the group.
  private static func isShared(_ folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_IWGRP != 0
  }

  /// Takes away from a file of ours what others may do with it; only after it is known to be ours.
  static func keepPrivate(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_uid == geteuid() else { return }
    let kept: mode_t = isShared(PathParts(path).folder) ? 0o760 : 0o700
    if status.st_mode & 0o777 & ~kept != 0 { chmod(path, status.st_mode & kept) }
  }

  /// Gives companions the rights of the file they belong to.
  ///
  /// While the file was marked read-only, SQLite made its companions so too; nobody could write
  /// again before they are as the file is.
  static func freeCompanions(of path: String) {
    var file = stat()
    guard stat(path, &file) == 0 else { return }
    for companion in ["-wal", "-shm", ".seats"].map({ path + $0 }) {
      var status = stat()
      guard lstat(companion, &status) == 0, status.st_uid == geteuid(),
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      if status.st_gid != file.st_gid { _ = chown(companion, uid_t.max, file.st_gid) }
      let rights = file.st_mode & 0o666 | 0o600
      if status.st_mode & 0o777 != rights { chmod(companion, rights) }
    }
  }

  /// Makes the folder of a file's backups: for those who may use the file.
  static func makeFolder(_ folder: String, for path: String) throws {
    try PrivateFolder.make(folder)
    openFolder(folder, for: path)
  }

  /// Lets those into a folder of ours who may use the file.
  static func openFolder(_ folder: String, for path: String) {
    var file = stat()
    var status = stat()
    guard stat(path, &file) == 0, file.st_mode & S_IWGRP != 0, stat(folder, &status) == 0,
      status.st_uid == geteuid(), status.st_mode & 0o070 != 0o070
    else { return }
    _ = chown(folder, uid_t.max, file.st_gid)
    chmod(folder, 0o2770)
  }

  /// Gives a copy the rights of the file it was made of, which are the owner's alone where nobody shares.
  static func share(_ copy: String, as path: String) {
    var file = stat()
    guard stat(path, &file) == 0, file.st_mode & S_IWGRP != 0 else { return }
    _ = chown(copy, uid_t.max, file.st_gid)
    chmod(copy, file.st_mode & 0o660 | 0o600)
  }
}
