/// The folder and the name in a path.
///
/// Foundation's own look-up stops the program at a name of a single letter (`a`, `a/b.sqlite`).
public struct PathParts {
  /// `.` for a path without a folder.
  public let folder: String
  /// As it stands behind the last `/`.
  public let name: String

  public init(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: 0x2f) else {
      folder = "."
      name = path
      return
    }
    let above = path[..<slash]
    let end = above.utf8.lastIndex { $0 != 0x2f }
    folder = end.map { String(above[...$0]) } ?? "/"
    name = String(path[path.index(after: slash)...])
  }

  /// From the last dot on, but not the dot a hidden file begins with.
  public var ending: String {
    guard let dot = name.utf8.lastIndex(of: 0x2e), dot > name.startIndex else { return "" }
    return String(name[dot...])
  }

  public var stem: String { String(name.dropLast(ending.count)) }

  /// The path of another name in the same folder.
  public func beside(_ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }
}
