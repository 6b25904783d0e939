/// Another program that holds the file, as far as the system tells.
public struct Holder: Hashable, Sendable {
  public let process: Int32
  public let name: String
  /// Stopped, as by Ctrl-Z: it lets go of nothing by itself.
  public let isStopped: Bool

  public init(process: Int32, name: String, isStopped: Bool) {
    self.process = process
    self.name = name
    self.isStopped = isStopped
  }
}
