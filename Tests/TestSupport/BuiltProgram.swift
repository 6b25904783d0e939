import Foundation

/// Programs of this package, built with the tests.
public enum BuiltProgram {
  /// Beside the tests' own program, wherever that was built; never one of PATH, which may be another.
  public static func path(_ name: String) -> String {
    let starts = [
      URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
      URL(fileURLWithPath: CommandLine.arguments[0]),
    ]
    let paths = starts.map { $0.deletingLastPathComponent().appendingPathComponent(name).path }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? paths[0]
  }
}
