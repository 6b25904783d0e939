/// A rectangle on the paper, in millimetres from its upper left corner.
public struct Box: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var right: Double { x + width }
  public var bottom: Double { y + height }
  var middle: Double { y + height / 2 }

  func inset(by margin: Double) -> Box { inset(x: margin, y: margin) }

  func inset(x margin: Double, y other: Double) -> Box {
    Box(x: x + margin, y: y + other, width: width - 2 * margin, height: height - 2 * other)
  }

  /// A strip of it, told by where it begins and how high it is, as parts of the whole height.
  func strip(from start: Double, _ part: Double) -> Box {
    Box(x: x, y: y + start * height, width: width, height: part * height)
  }

  /// The parts left and right of a line.
  func split(at column: Double) -> (left: Box, right: Box) {
    (
      Box(x: x, y: y, width: column, height: height),
      Box(x: x + column, y: y, width: width - column, height: height)
    )
  }

  /// So many boxes side by side.
  func columns(_ count: Int, gap: Double) -> [Box] {
    let width = (width - gap * Double(count - 1)) / Double(count)
    return (0..<count).map {
      Box(x: x + Double($0) * (width + gap), y: y, width: width, height: height)
    }
  }
}
