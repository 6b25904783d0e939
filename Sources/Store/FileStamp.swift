import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the write-ahead log of a store looks from outside: as long as it stays the same, no process
/// wrote anything.
///
/// Looking takes one call of the system and no lock, so a desk that nobody uses costs nothing.
public struct FileStamp: Equatable, Sendable {
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int
  /// Whether what is written from now on is sure to change it: a file's clock ticks every few
  /// milliseconds, and two writes within one tick look alike.
  public let isSettled: Bool

  private static let tick = 0.05

  /// - Parameter path: of the store; a log that is not there has a stamp too.
  init(ofLogBeside path: String) {
    var status = stat()
    guard stat(path + "-wal", &status) == 0 else {
      size = -1
      seconds = 0
      nanoseconds = 0
      isSettled = true
      return
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    size = Int64(status.st_size)
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
    let written = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    let age = Date().timeIntervalSince1970 - written
    // A clock that was set back makes what was written lie in the future.
    isSettled = age > Self.tick || age < -1
  }
}

extension Store {
  /// Changes with everything that any process writes, this one too.
  public func stamp() -> FileStamp { FileStamp(ofLogBeside: path) }
}
