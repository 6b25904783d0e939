#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being made: for its owner alone, under a name of its own that nobody can foresee, in
/// the folder it is to stand in. It is gone with this value unless it was put in its place.
public final class PrivateFile {
  public let path: String
  /// Held while the file is being made: what is left behind by a killed process is held by nobody.
  private let descriptor: Int32
  private var isPlaced = false

  private static let start = ".queqiao-"
  private static let ending = ".part"

  /// Takes away what killed processes left in the folder, and makes a file of its own.
  ///
  /// - Throws: the system's number for what went wrong.
  public init(in folder: String) throws(SystemFault) {
    Self.removeLeavings(in: folder)
    let name = Self.start + Self.chance() + Self.chance() + Self.ending
    path = folder == "/" ? "/" + name : folder + "/" + name
    descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFault(code: errno) }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    if !isPlaced { Self.remove(path) }
    _ = close(descriptor)
  }

  public func write(_ bytes: some Sequence<UInt8>) throws(SystemFault) {
    let bytes = Array(bytes)
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { room in
        Self.write(descriptor, room.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw SystemFault(code: written < 0 ? errno : ENOSPC) }
      done += written
    }
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
      Musl.write(file, bytes, count)
    #else
      Darwin.write(file, bytes, count)
    #endif
  }

  /// On the disk under the new name, also after a power cut, when this returns.
  ///
  /// - Parameter replacing: otherwise it fails with `EEXIST` where something stands there.
  public func take(place: String, replacing: Bool) throws(SystemFault) {
    guard fsync(descriptor) == 0 else { throw SystemFault(code: errno) }
    // What SQLite could not take away when it closed the file would be nobody's under the old name.
    for end in SparedFiles.companions {
      guard unlink(path + end) == 0 || errno == ENOENT else { throw SystemFault(code: errno) }
    }
    if replacing {
      guard rename(path, place) == 0 else { throw SystemFault(code: errno) }
    } else {
      try takeFreePlace(place)
    }
    isPlaced = true
    Folders.synchronize(PathParts(place).folder)
  }

  private func takeFreePlace(_ place: String) throws(SystemFault) {
    if link(path, place) == 0 {
      _ = unlink(path)
      return
    }
    guard errno != EEXIST else { throw SystemFault(code: EEXIST) }
    // Some sticks know no second names: the place is taken first.
    let empty = open(place, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard empty >= 0 else { throw SystemFault(code: errno) }
    _ = close(empty)
    guard rename(path, place) == 0 else {
      let code = errno
      _ = unlink(place)
      throw SystemFault(code: code)
    }
  }

  // MARK: - What was left behind

  /// Only what is surely ours and what nobody is making any more.
  private static func removeLeavings(in folder: String) {
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard isOurs(name) else { continue }
      removeIfLeft(folder == "/" ? "/" + name : folder + "/" + name)
    }
  }

  /// Whether it is what a killed process left that was making a file.
  public static func isLeft(_ path: String) -> Bool {
    isOurs(PathParts(path).name) && whenLeft(path) { true } ?? false
  }

  private static func isOurs(_ name: String) -> Bool {
    guard name.hasPrefix(start), name.hasSuffix(ending) else { return false }
    let chance = name.dropFirst(start.count).dropLast(ending.count)
    return chance.count == 32 && chance.allSatisfy(\.isHexDigit)
  }

  private static func removeIfLeft(_ path: String) { whenLeft(path) { remove(path) } }

  /// Nobody makes it any more meanwhile; nil where somebody does, or it is another's.
  @discardableResult
  private static func whenLeft<Value>(_ path: String, _ body: () -> Value) -> Value? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_uid == geteuid(),
      status.st_mode & S_IFMT == S_IFREG, flock(file, LOCK_EX | LOCK_NB) == 0
    else { return nil }
    return body()
  }

  /// With what SQLite made beside it, which goes first: by itself nobody would know it again. Where one of them
  /// stays, all of it does, for the next output to find.
  private static func remove(_ path: String) {
    for end in SparedFiles.companions {
      guard unlink(path + end) == 0 || errno == ENOENT else { return }
    }
    _ = unlink(path)
  }

  private static func chance() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
