public import Files
import Foundation
public import Matchmaking
public import Store

/// A bundle as a file, written whole or not at all.
public enum BundleFile {
  /// - Throws: `OutputRefusal`, `StoreFault`.
  public static func write(
    _ store: Store, to file: consuming OutputFile
  ) throws -> BundleContents {
    guard let handle = FileHandle(forWritingAtPath: file.path) else {
      throw StoreFault.readOnly(path: file.path)
    }
    let contents = try store.exportBundle { try handle.write(contentsOf: Data($0.utf8)) }
    try handle.close()
    try file.finish()
    return contents
  }
}
