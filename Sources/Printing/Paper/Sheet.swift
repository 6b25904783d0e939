/// How A4 is divided: sheets of labels as they are sold, and plain paper that is cut.
///
/// Source for the labels' places: the makers' templates, as in pretix's list of badge sheets (Durable 1445 and
/// 1456, Herma 4412, Avery Zweckform L4785).
public enum Sheet: String, Sendable, CaseIterable {
  case a4, a5, a6, a7
  case label90x54 = "90x54"
  case label90x60 = "90x60"
  case label80x50 = "80x50"

  public var columns: Int {
    switch self {
    case .a4, .a5: 1
    case .a6, .a7, .label90x54, .label90x60, .label80x50: 2
    }
  }

  public var rows: Int {
    switch self {
    case .a4: 1
    case .a5, .a6: 2
    case .a7, .label90x60: 4
    case .label90x54, .label80x50: 5
    }
  }

  /// Millimetres.
  public var size: (width: Double, height: Double) {
    switch self {
    case .a4: (210, 297)
    case .a5: (210, 148.5)
    case .a6: (105, 148.5)
    case .a7: (105, 74.25)
    case .label90x54: (90, 54)
    case .label90x60: (90, 60)
    case .label80x50: (80, 50)
    }
  }

  /// White between two labels.
  private var gaps: (x: Double, y: Double) { self == .label80x50 ? (15, 5) : (0, 0) }

  public var count: Int { columns * rows }

  /// Where the pieces are, row by row; the whole stands in the middle of the paper.
  public var places: [Box] {
    let (width, height) = size
    let (x, y) = gaps
    let left = (Page.width - Double(columns) * width - Double(columns - 1) * x) / 2
    let top = (Page.height - Double(rows) * height - Double(rows - 1) * y) / 2
    return (0..<count).map { place in
      let (row, column) = (Double(place / columns), Double(place % columns))
      return Box(
        x: left + column * (width + x), y: top + row * (height + y), width: width, height: height)
    }
  }

  /// Pieces higher than wide are laid out from top to bottom.
  var isUpright: Bool { size.height > size.width }

  /// Lines along which the paper is cut, over its whole width and height; none along its own edges.
  var cuts: [Mark] {
    func marks(_ ends: [Double], within whole: Double, _ mark: (Double) -> Mark) -> [Mark] {
      Set(ends.map { ($0 * 100).rounded() / 100 }).sorted()
        .filter { $0 > 0.5 && $0 < whole - 0.5 }.map(mark)
    }
    let places = places
    return marks(places.flatMap { [$0.x, $0.right] }, within: Page.width) {
      .line(from: Spot($0, 0), to: Spot($0, Page.height), width: 0.1, .faint)
    }
      + marks(places.flatMap { [$0.y, $0.bottom] }, within: Page.height) {
        .line(from: Spot(0, $0), to: Spot(Page.width, $0), width: 0.1, .faint)
      }
  }
}
