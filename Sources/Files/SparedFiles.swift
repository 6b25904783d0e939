/// Files that no output may take the place of, known by their numbers and, where they may yet come to
/// be, by their names.
public struct SparedFiles: Sendable {
  public enum Role: Hashable, Sendable {
    /// The store, or one of its companions.
    case store
    /// What is being read just now.
    case input
  }

  /// What stands behind the name of a database in the names of the files that belong to it.
  public static let companions = ["-wal", "-shm", "-journal", ".seats"]

  private var numbers: [FileIdentity: Role] = [:]
  private var names: [Place: Role] = [:]

  private struct Place: Hashable {
    let folder: FileIdentity
    let name: String

    init?(_ path: String) {
      let parts = PathParts(path)
      guard let folder = FileIdentity(parts.folder) else { return nil }
      self.folder = folder
      name = parts.name
    }
  }

  /// - Parameters:
  ///   - store: nil where nothing is stored.
  ///   - input: a path; nil or `-` where no file is read.
  public init(store: String? = nil, input: String? = nil) {
    if let input, input != "-" { spare(input, as: .input) }
    guard let store else { return }
    // Companions lie beside the file itself, wherever a link to it lies.
    for path in Set([store, RealPath.of(store) ?? store]) {
      for end in [""] + Self.companions { spare(path + end, as: .store) }
    }
  }

  private mutating func spare(_ path: String, as role: Role) {
    if let number = FileIdentity(path) { numbers[number] = role }
    if let place = Place(path) { names[place] = role }
  }

  /// Why a path may not be written to; nil where nothing of this is there or would be.
  public func role(of path: String) -> Role? {
    if let number = FileIdentity(path), let role = numbers[number] { return role }
    return Place(path).flatMap { names[$0] }
  }
}
