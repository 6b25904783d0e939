/// Something that is nobody's mistake at the keyboard: a full disk, a damaged file.
public enum Fault: Hashable, Sendable {
  case diskFull
  case readOnly
  case damaged(backup: String?)
  case busy
  /// Somebody took the file away while it was open.
  case gone
  case noSuchFile(String)
  /// What the system says of a file that is no roster.
  case unreadable(String, String)
  case other(String)
}
