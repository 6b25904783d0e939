/// What a page is made of; a page is a value until it is printed.
public enum Mark: Hashable, Sendable {
  case text(TextMark)
  case line(from: Spot, to: Spot, width: Double, Ink)
  /// Filled where no width is given.
  case box(Box, outline: Double?, Ink)
  /// A QR code as large as the box takes, with the white around it that scanners need.
  case code(String, Box)
}

/// A point on the paper, in millimetres from its upper left corner.
public struct Spot: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Few colours, all dark enough to be read where the printer has only black.
public enum Ink: Hashable, Sendable, CaseIterable {
  case black, grey, faint, red, blue
}

/// A text in a box: as large as asked for where that fits, smaller where it does not, never cut off.
public struct TextMark: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case left, middle, right }

  public enum Lines: Hashable, Sendable {
    /// At most so many, broken where it reads best; a name is set smaller before it is broken.
    case atMost(Int)
    /// Prose, broken at the edge of the box, from its top.
    case prose
  }

  public let text: String
  public var box: Box
  /// Of the letters, in millimetres; as typographers count, a Han character is as high.
  public let size: Double
  public var isBold: Bool
  public var alignment: Alignment
  public var lines: Lines
  public var ink: Ink

  public init(
    _ text: String, in box: Box, size: Double, bold isBold: Bool = false,
    _ alignment: Alignment = .left, lines: Lines = .atMost(1), ink: Ink = .black
  ) {
    self.text = text
    self.box = box
    self.size = size
    self.isBold = isBold
    self.alignment = alignment
    self.lines = lines
    self.ink = ink
  }
}

/// One side of A4.
public struct Page: Hashable, Sendable {
  public static let width = 210.0
  public static let height = 297.0

  public var marks: [Mark]

  public init(_ marks: [Mark] = []) { self.marks = marks }

  public mutating func text(
    _ text: String, in box: Box, size: Double, bold: Bool = false,
    _ alignment: TextMark.Alignment = .left, lines: TextMark.Lines = .atMost(1), ink: Ink = .black
  ) {
    guard !text.isEmpty else { return }
    marks.append(
      .text(TextMark(text, in: box, size: size, bold: bold, alignment, lines: lines, ink: ink)))
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, width: Double = 0.2,
    ink: Ink = .black
  ) {
    marks.append(.line(from: Spot(x1, y1), to: Spot(x2, y2), width: width, ink))
  }
}
