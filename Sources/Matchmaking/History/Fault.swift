/// Something that is nobody's mistake at the keyboard: a full disk, a damaged file.
public enum Fault: Hashable, Sendable {
  case diskFull
  case readOnly
  case damaged(backup: String?)
  case busy
  case other(String)
}
