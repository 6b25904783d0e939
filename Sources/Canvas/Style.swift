/// One of the terminal's own sixteen colours, or its default.
///
/// The terminal's palette decides what they look like, so the same frame reads well on dark and
/// on light grounds.
public enum Colour: UInt8, Sendable, CaseIterable {
  case standard = 255
  case black = 0
  case red = 1
  case green = 2
  case yellow = 3
  case blue = 4
  case magenta = 5
  case cyan = 6
  case white = 7
  case brightBlack = 8
  case brightRed = 9
  case brightGreen = 10
  case brightYellow = 11
  case brightBlue = 12
  case brightMagenta = 13
  case brightCyan = 14
  case brightWhite = 15
}

/// How a cell looks: two colours and attributes.
///
/// Under `NO_COLOR`, or on a terminal without colours, the attributes alone remain, so no state
/// may be told by colour only.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
  }

  public var foreground: Colour
  public var background: Colour
  public var attributes: Attributes

  public init(
    _ foreground: Colour = .standard, on background: Colour = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public static let plain = Style()
}
