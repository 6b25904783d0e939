#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who files belong to.
public enum User {
  /// The number itself where the system knows no name for it.
  public static func name(_ number: UInt32) -> String {
    getpwuid(number).map { String(cString: $0.pointee.pw_name) } ?? "\(number)"
  }

  /// The first place on the way to a path that keeps us out, with whose it is; nil where it is our own.
  public static func denying(_ path: String) -> (place: String, owner: String)? {
    var path = path
    var status = stat()
    while stat(path, &status) != 0 {
      guard errno == EACCES, path != "/" else { return nil }
      path = PathParts(path).folder
    }
    return status.st_uid == geteuid() ? nil : (path, name(status.st_uid))
  }
}
