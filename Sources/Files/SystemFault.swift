#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system says of a call that failed.
public struct SystemFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case noRoom, noRights, noFolder, other
  }

  public let code: Int32

  public init(code: Int32) { self.code = code }

  public var reason: String { String(cString: strerror(code)) }

  public var kind: Kind {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .noRoom
    case EACCES, EPERM, EROFS: .noRights
    case ENOENT, ENOTDIR: .noFolder
    default: .other
    }
  }

  public var isOfDisk: Bool { kind == .noRoom || code == EIO }
}
