import Files
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a store and its companions look from outside: as long as it stays the same, no process wrote
/// anything and nobody moved anything.
///
/// Looking takes a few calls of the system and no lock, so a desk that nobody uses costs nothing.
public struct FileStamp: Equatable, Sendable {
  struct Look: Equatable {
    let file: FileIdentity?
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private let looks: [Look]
  private let companions: [FileIdentity?]
  /// Whether what is written from now on is sure to change it: a file's clock ticks every few
  /// milliseconds, and two writes within one tick look alike.
  public let isSettled: Bool

  private static let tick = 0.05

  /// - Parameter path: of the store; what is not there has a stamp too.
  init(of path: String) {
    looks = ["", "-wal"].map { Look(path + $0) }
    companions = ["-shm", ".seats"].map { FileIdentity(path + $0) }
    let now = Date().timeIntervalSince1970
    isSettled = looks.allSatisfy { look in
      let age = now - (Double(look.seconds) + Double(look.nanoseconds) / 1e9)
      // A clock that was set back makes what was written lie in the future.
      return age > Self.tick || age < -1
    }
  }
}

extension FileStamp.Look {
  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self.init(file: nil, size: -1, seconds: 0, nanoseconds: 0)
      return
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      file: FileIdentity(path), size: Int64(status.st_size), seconds: time.tv_sec,
      nanoseconds: time.tv_nsec)
  }
}

extension Store {
  /// Changes with everything that any process writes, this one too.
  public func stamp() -> FileStamp { FileStamp(of: real) }

  /// What was rescued from a file that something happened to while it was open.
  public var rescued: String? { vouching.rescued }
}
