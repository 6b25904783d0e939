import Foundation

/// A folder of a test's own, gone with the test.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// - Parameters:
  ///   - longest: how long its path may be in bytes; where TMPDIR is longer, `/tmp` has it.
  ///   - isForOthers: other users of this machine can enter it, for which TMPDIR may be too private.
  public init(longest: Int = .max, isForOthers: Bool = false) throws {
    let name = "qq-\(UUID().uuidString.prefix(13))"
    let places = [NSTemporaryDirectory(), "/tmp/", "/var/tmp/"].map { $0 + name }
    guard
      let path = places.first(where: {
        $0.utf8.count <= longest && (!isForOthers || Self.lead(toOthers: $0))
      })
    else { throw Missing("no temporary folder can be had that others may enter", "make /tmp 1777") }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false,
      attributes: [.posixPermissions: isForOthers ? 0o755 : 0o700])
    self.path = path
  }

  /// A copy of a folder somebody prepared.
  public init(copyOf other: TemporaryFolder) throws {
    path = NSTemporaryDirectory() + "qq-\(UUID().uuidString.prefix(13))"
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Whether any user can come to this path, through every folder above it.
  private static func lead(toOthers path: String) -> Bool {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath()
    while true {
      let facts = try? FileManager.default.attributesOfItem(atPath: folder.path)
      guard let rights = facts?[.posixPermissions] as? Int, rights & 0o001 != 0 else {
        return false
      }
      if folder.path == "/" { return true }
      folder.deleteLastPathComponent()
    }
  }
}
