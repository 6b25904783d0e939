/// Why nothing is written to a place; what stands there is as it was.
public struct OutputRefusal: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The store or one of its companions stands there, or would.
    case store
    /// It is what is being read.
    case input
    /// A database of somebody's, or a file that belongs to one.
    case database
    case link
    case folder
    /// A pipe, a socket, a device.
    case noFile
    /// The user it belongs to, by name where the system knows it.
    case foreign(String)
    case exists
    /// The system's number for what went wrong.
    case system(Int32)
  }

  public let path: String
  public let reason: Reason

  /// Something stands there, whatever it is: another name may be free.
  public var isTaken: Bool {
    switch reason {
    case .store, .input, .database, .link, .folder, .noFile, .foreign, .exists: true
    case .system: false
    }
  }

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
