import Foundation
import TestSupport

/// Another user of this machine with a copy of the program, who can enter nothing but a test's own
/// folder: the build may stand in a home that is closed to others, and so may the toolchain.
struct Stranger {
  let home: Home
  private let libraries: String

  /// The one whom no files belong to, whatever this system calls them.
  private static let number = 65534

  /// - Parameter home: one that others can enter.
  init(_ home: Home) throws {
    self.home = home
    try Missing.check(program: "setpriv", package: "util-linux")
    libraries = home.folder + "/lib"
    let files = FileManager.default
    try files.createDirectory(
      atPath: libraries, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o755])
    try Self.copy(Home.program, to: home.folder + "/program")
    let needed = try home.shell("ldd '\(Home.program)'").output
    for match in needed.matches(of: #/=> (?<path>/\S+)/#)
    where !match.path.hasPrefix("/lib") && !match.path.hasPrefix("/usr/lib/") {
      let path = String(match.path)
      try Self.copy(path, to: libraries + "/" + URL(fileURLWithPath: path).lastPathComponent)
    }
  }

  private static func copy(_ path: String, to place: String) throws {
    let files = FileManager.default
    try files.copyItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path, toPath: place)
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
  }

  /// Runs a command on the store of the home.
  func run(_ command: String) throws -> Ran {
    try home.shell(
      """
      cd / && setpriv --reuid \(Self.number) --regid \(Self.number) --clear-groups \
      env HOME=/nonexistent LD_LIBRARY_PATH='\(libraries)' \
      '\(home.folder)/program' \(command) --store '\(home.store)'
      """)
  }
}
