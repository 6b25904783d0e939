import Foundation

/// Programs of this package, built with the tests.
public enum BuiltProgram {
  /// Beside the tests' own program, wherever that was built.
  public static func path(_ name: String) -> String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    for start in [program, URL(fileURLWithPath: CommandLine.arguments[0])] {
      let path = start.deletingLastPathComponent().appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return name
  }
}
