import Canvas

/// The colours of the wall: gold and red on black, whatever the terminal's own ground is.
///
/// Where there are no colours the terminal reverses a coloured ground, so what is drawn of blank cells is not
/// lost.
enum Tint {
  static let ground = Style(.standard, on: .black)
  static let plain = Style(.white, on: .black)
  static let gold = Style(.yellow, on: .black)
  static let brightGold = Style(.brightYellow, on: .black, .bold)
  /// Of men and of women; a letter or a word always says it too.
  static let man = gold
  static let woman = Style(.brightRed, on: .black)
  static let red = Style(.red, on: .black)
  static let brightRed = Style(.brightRed, on: .black, .bold)
  static let text = Style(.brightWhite, on: .black, .bold)
  static let quiet = Style(.yellow, on: .black, .dim)
  /// What is not there yet.
  static let faint = Style(.brightBlack, on: .black, .dim)

  /// As dots of blank cells.
  ///
  /// By their ground alone, which differs from `ground` by one short sequence: reversing takes four times as
  /// many bytes, and a second of a countdown turns many cells on and off.
  static func solid(_ style: Style) -> Style { Style(.standard, on: style.foreground) }
}
