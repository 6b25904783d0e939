/// Something that is nobody's mistake at the keyboard: a full disk, a damaged file.
public enum Fault: Error, Hashable, Sendable {
  /// Of the file itself, which everything is kept in.
  case store(StoreFault)
  /// Of another file than the one that is open; it was put aside.
  case strangeLog(keptAs: String)
  /// What was last written before the program was ended is gone with its file.
  case lostLog(path: String)
  /// The file may be looked at, but the disk has no room to change it.
  case noRoom
  case noSuchFile(String)
  /// What the system says of a file that is no roster.
  case unreadable(String, code: Int32)
  /// A table was to be read, and the store itself was named.
  case isStore(String)
  /// Somebody stopped what took long.
  case stopped
  /// A file was to be made where one is; it was left as it is.
  case fileExists(String)
  /// A whole sentence in the organizer's language, with the next step.
  case said(String)
  case other(String)
}
