import Matchmaking

/// Where every badge of a picture stands, in pixels: groups below one another in as many columns as make
/// it about as wide as a page is high.
struct PicturePlaces {
  struct Spot {
    let x: Int
    let y: Int
    let isLeft: Bool
  }

  private(set) var spots: [Badge: Spot] = [:]
  private(set) var width = 0
  private(set) var height = 0

  static let margin = 24
  /// Half of a badge's width.
  static let half = 36
  /// How far lines between two of one side may reach out.
  static let bow = 44
  private static let top = 92
  private static let row = 28
  private static let between = 24
  private static let across = 190
  private static let block = across + 2 * (half + bow) + between

  /// - Parameter least: how wide the head is.
  init(_ picture: MutualPicture, least: Int) {
    let heights = picture.groups.map { $0.rows.count * Self.row + Self.between }
    let total = heights.reduce(0, +)
    let count = max(1, Int((Double(total) / Double(Self.block) * 1.4).squareRoot().rounded()))
    let most = max(heights.max() ?? 0, (total + count - 1) / count)
    var (column, y, lowest) = (0, 0, 0)
    for (group, height) in zip(picture.groups, heights) {
      if y > 0, y + height > most { (column, y) = (column + 1, 0) }
      put(group, left: Self.margin + column * Self.block + Self.bow + Self.half, top: Self.top + y)
      y += height
      lowest = max(lowest, y)
    }
    width = max(
      420, least + 2 * Self.margin, 2 * Self.margin + (column + 1) * Self.block - Self.between)
    height = Self.top + lowest + Self.margin
  }

  private mutating func put(_ group: MutualPicture.Group, left: Int, top: Int) {
    for (place, row) in group.rows.enumerated() {
      let y = top + place * Self.row
      if let badge = row.left { spots[badge] = Spot(x: left, y: y, isLeft: true) }
      if let badge = row.right {
        spots[badge] = Spot(x: left + Self.across, y: y, isLeft: false)
      }
    }
  }
}
