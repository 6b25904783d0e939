import CSQLite
import Files
import Foundation

/// What tells a file from its copies, which are bit for bit the same: the machine, the numbers and birth of the
/// file, and those of the small file of seats beside it.
///
/// Written into the file when it becomes a replica. A copy carries what is true of the original, and is found
/// out by that. Not the device's number: for many file systems it is another after each start.
struct Whereabouts: Equatable, CustomStringConvertible {
  private let machine: String
  private let path: String
  private let file: String
  private let seats: String

  /// - Parameter path: through all links; nil where there is no such file.
  init?(at path: String) {
    guard let file = Self.mark(of: path) else { return nil }
    machine = Self.thisMachine
    self.path = path
    self.file = file
    seats = Self.mark(of: path + ".seats") ?? ""
  }

  init?(stored text: String) {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return nil }
    (machine, file, seats, path) = (parts[0], parts[1], parts[2], parts[3])
  }

  var description: String {
    [machine, file, seats, path.replacing("\n", with: " ")].joined(separator: "\n")
  }

  /// The very file, however it is called by now.
  func isSameFile(as other: Whereabouts) -> Bool {
    // One that was made beside its place had no seats then.
    machine == other.machine && file == other.file && (seats.isEmpty || seats == other.seats)
  }

  /// The same place, whatever file lies there.
  func isSamePlace(as other: Whereabouts) -> Bool {
    machine == other.machine
      && path.replacing("\n", with: " ") == other.path.replacing("\n", with: " ")
  }

  private static func mark(of path: String) -> String? {
    guard let identity = FileIdentity(path) else { return nil }
    return "\(identity.number)-\(csqlite_birth(path))"
  }

  /// Another for each installation of a system; its name where that has none.
  private static let thisMachine: String = {
    for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] {
      if let text = try? String(contentsOfFile: path, encoding: .utf8) {
        let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if !id.isEmpty { return id }
      }
    }
    return ProcessInfo.processInfo.hostName
  }()
}
