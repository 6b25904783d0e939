#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A path somebody named for a file that is to be made.
public struct OutputPlace: Sendable {
  public enum Standing: Sendable {
    /// Only where nothing stands.
    case refused
    /// Takes the place of a plain file of one's own that is no database.
    case replaced
  }

  public let path: String
  let standing: Standing
  private let spared: SparedFiles

  /// Looks at what stands there; nothing is made yet.
  public init(
    _ path: String, over standing: Standing, sparing spared: SparedFiles
  ) throws(OutputRefusal) {
    self.path = path
    self.standing = standing
    self.spared = spared
    try look()
  }

  /// Why nothing may be written there; nil where it may.
  public static func refusal(
    _ path: String, over standing: Standing, sparing spared: SparedFiles
  ) -> OutputRefusal? {
    do {
      _ = try OutputPlace(path, over: standing, sparing: spared)
      return nil
    } catch {
      return error
    }
  }

  /// Also right before a file takes its place: somebody may have put something there meanwhile.
  func look() throws(OutputRefusal) {
    if let role = spared.role(of: path) {
      throw refusal(role == .store ? .store : .input)
    }
    if PathParts(path).name.isEmpty { throw refusal(.folder) }
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw refusal(.system(errno)) }
      if belongsToDatabase { throw refusal(.database) }
      return try lookAtFolder()
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw refusal(.link)
    case S_IFDIR: throw refusal(.folder)
    default: throw refusal(.noFile)
    }
    guard status.st_uid == geteuid() else { throw refusal(.foreign(User.name(status.st_uid))) }
    guard standing == .replaced else { throw refusal(.exists) }
    if belongsToDatabase || isDatabase { throw refusal(.database) }
    try lookAtFolder()
  }

  /// What takes a place is made beside it.
  private func lookAtFolder() throws(OutputRefusal) {
    guard access(PathParts(path).folder, W_OK | X_OK) != 0 else { return }
    throw refusal(.system(errno))
  }

  func refusal(_ reason: OutputRefusal.Reason) -> OutputRefusal {
    OutputRefusal(path: path, reason: reason)
  }

  /// Whether a database would take it for a companion of its own.
  private var belongsToDatabase: Bool {
    SparedFiles.companions.contains { end in
      path.hasSuffix(end) && OutputPlace.isDatabase(String(path.dropLast(end.count)))
    }
  }

  private var isDatabase: Bool { OutputPlace.isDatabase(path) }

  /// Source: SQLite, "Database File Format", section 1.3.
  private static let beginning = Array("SQLite format 3\0".utf8)

  private static func isDatabase(_ path: String) -> Bool {
    // Opening a pipe to look into it would wait for ever.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: beginning.count)
    return read(file, &bytes, bytes.count) == bytes.count && bytes == beginning
  }
}
