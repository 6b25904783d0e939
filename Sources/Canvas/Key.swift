/// What the keyboard or the mouse said, after the bytes were understood.
public enum Key: Hashable, Sendable {
  public enum Named: String, Hashable, Sendable, CaseIterable {
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12
  }

  public enum MouseAction: Hashable, Sendable {
    case press, scrollUp, scrollDown
  }

  /// A grapheme the person typed, never a control character.
  case character(Character)
  case named(Named)
  /// A letter held with Control, lower case: Ctrl-R is `.control("r")`.
  case control(Character)
  /// A character held with Alt.
  case alt(Character)
  /// A bracketed paste: its text, cleaned of control characters other than newline and tab.
  case paste(String)
  case mouse(MouseAction, Point)
}
