import Files
import Foundation
import Matchmaking

/// Held while a process opens, restores or backs up a file, so that two never do so at once.
///
/// It is a lock on the folder, so that no file of its own stays behind, and it is free again
/// whatever way the process ends. Whoever may look into the folder may hold it too, so nobody waits for
/// it for ever.
enum FolderLock {
  /// Waits for its turn; not to be nested for one folder.
  ///
  /// - Throws: `StoreFault.busy` where somebody holds it for too long.
  static func holding<Value>(
    _ folder: String, for path: String, _ body: () throws -> Value
  ) throws -> Value {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreFault.creating(errno == ENOTDIR ? folder : path, errno, in: folder)
    }
    defer { _ = Glibc.close(descriptor) }
    var naps = Naps(for: path, lockedBy: [folder])
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // Some file systems know no such lock; then nobody holds it.
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      guard naps.nap() else {
        throw StoreFault.busy(path: path, holder: Holder.of([folder]))
      }
    }
    return try body()
  }

  /// Does nothing where another process holds it.
  static func holdingIfFree<Value>(
    _ folder: String, for path: String, _ body: () throws -> Value?
  ) throws -> Value? {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreFault.creating(errno == ENOTDIR ? folder : path, errno, in: folder)
    }
    defer { _ = Glibc.close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? try body() : nil
  }
}

/// Folders that only their owner can look into.
enum PrivateFolder {
  /// Makes a folder and those above it that are missing, 0700.
  static func make(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 { return }
    if errno == EACCES { throw StoreFault.creating(path, EACCES, in: path) }
    let parent = PathParts(path).folder
    if parent != path { try make(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw StoreFault.creating(path, errno, in: parent)
    }
  }
}
