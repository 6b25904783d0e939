/// Something a test needs that cannot be had here. The test fails with it: one that passed without
/// having looked at anything would be a lie.
public struct Missing: Error, CustomStringConvertible {
  public let description: String

  public init(_ what: String, _ next: String) {
    description = "\(what), and this test needs it: \(next)"
  }

  /// - Parameter package: what has it in Debian.
  public static func check(program: String, package: String) throws {
    guard !Tool.isInstalled(program) else { return }
    throw Missing("\(program) is not installed", "apt-get install \(package)")
  }
}
