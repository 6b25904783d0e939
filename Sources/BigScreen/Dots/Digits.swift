/// Digits of strokes, as high as there is room: a dot is a cell of the screen, so that they are drawn of
/// blank cells on a coloured ground, which every terminal and every font has.
///
/// From one second to the next mostly single strokes change, and with them few bytes are written.
struct Digits {
  /// At least five.
  let height: Int
  /// How high a stroke is; it is twice as many columns wide, for a cell is twice as high as it is wide.
  let stroke: Int

  static let least = 5

  init(height: Int) {
    self.height = max(Self.least, height)
    stroke = max(1, (self.height + 2) / 6)
  }

  /// Of a digit, even, so that a `1` stands in the middle.
  private var width: Int { max(6 * stroke, (height * 6 / 5) / 2 * 2) }
  var gap: Int { 2 * stroke }

  /// Digits, `:`, `/`, `-` and blanks; anything else is a blank.
  func dots(_ text: String) -> Dots {
    let shapes = text.map(shape)
    let columns = shapes.reduce(0) { $0 + $1.columns } + gap * max(0, shapes.count - 1)
    var line = Dots(columns: columns, rows: height)
    var column = 0
    for shape in shapes {
      line.place(shape, column: column, row: 0)
      column += shape.columns + gap
    }
    return line
  }

  func columns(_ text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) } + gap * max(0, text.count - 1)
  }

  private func columns(of character: Character) -> Int {
    switch character {
    case ":": 2 * stroke
    case "/": slashWidth
    case "-": 4 * stroke
    default: width
    }
  }

  private var slashWidth: Int { max(4 * stroke, height * 2 / 3) }

  /// The greatest height at which a text is no wider and no higher; nil where even the least does not fit.
  static func fitting(_ text: String, columns: Int, rows: Int) -> Digits? {
    var height = rows
    while height >= least {
      let digits = Digits(height: height)
      if digits.columns(text) <= columns { return digits }
      height -= 1
    }
    return nil
  }

  private func shape(_ character: Character) -> Dots {
    switch character {
    case ":": colon
    case "/": slash
    case "-": minus
    case "1": one
    default: digit(Stroke.of(character))
    }
  }

  /// The strokes of a digit: above, right of it and so on around, and the one across.
  private struct Stroke: OptionSet {
    let rawValue: UInt8
    static let top = Stroke(rawValue: 1)
    static let upperRight = Stroke(rawValue: 2)
    static let lowerRight = Stroke(rawValue: 4)
    static let bottom = Stroke(rawValue: 8)
    static let lowerLeft = Stroke(rawValue: 16)
    static let upperLeft = Stroke(rawValue: 32)
    static let across = Stroke(rawValue: 64)

    static func of(_ character: Character) -> Stroke {
      switch character {
      case "0": [.top, .upperRight, .lowerRight, .bottom, .lowerLeft, .upperLeft]
      case "2": [.top, .upperRight, .across, .lowerLeft, .bottom]
      case "3": [.top, .upperRight, .across, .lowerRight, .bottom]
      case "4": [.upperLeft, .across, .upperRight, .lowerRight]
      case "5": [.top, .upperLeft, .across, .lowerRight, .bottom]
      case "6": [.top, .upperLeft, .across, .lowerLeft, .lowerRight, .bottom]
      case "7": [.top, .upperRight, .lowerRight]
      case "8": [.top, .upperRight, .lowerRight, .bottom, .lowerLeft, .upperLeft, .across]
      case "9": [.top, .upperRight, .upperLeft, .across, .lowerRight, .bottom]
      default: []
      }
    }
  }

  private var middle: Int { (height - stroke) / 2 }

  private func digit(_ strokes: Stroke) -> Dots {
    var dots = Dots(columns: width, rows: height)
    let (all, side) = (0..<width, 2 * stroke)
    let (upper, lower) = (0..<middle + stroke, middle..<height)
    if strokes.contains(.top) { dots.fill(all, 0..<stroke) }
    if strokes.contains(.across) { dots.fill(all, middle..<middle + stroke) }
    if strokes.contains(.bottom) { dots.fill(all, height - stroke..<height) }
    if strokes.contains(.upperLeft) { dots.fill(0..<side, upper) }
    if strokes.contains(.lowerLeft) { dots.fill(0..<side, lower) }
    if strokes.contains(.upperRight) { dots.fill(width - side..<width, upper) }
    if strokes.contains(.lowerRight) { dots.fill(width - side..<width, lower) }
    round(&dots, strokes)
    return dots
  }

  /// Takes the corners off where two strokes meet and none goes on.
  private func round(_ dots: inout Dots, _ strokes: Stroke) {
    func meet(_ one: Stroke, _ other: Stroke, without third: Stroke = []) -> Bool {
      strokes.contains([one, other]) && (third.isEmpty || !strokes.contains(third))
    }
    for step in 0..<stroke {
      let cut = stroke - step
      let (left, right) = (0..<cut, width - cut..<width)
      let (top, bottom) = (step, height - 1 - step)
      let (over, under) = (middle + step, middle + stroke - 1 - step)
      if meet(.top, .upperLeft) { dots.clear(left, top) }
      if meet(.top, .upperRight) { dots.clear(right, top) }
      if meet(.bottom, .lowerLeft) { dots.clear(left, bottom) }
      if meet(.bottom, .lowerRight) { dots.clear(right, bottom) }
      if meet(.across, .lowerLeft, without: .upperLeft) { dots.clear(left, over) }
      if meet(.across, .upperRight, without: .lowerRight) { dots.clear(right, under) }
      if meet(.across, .upperLeft, without: .lowerLeft) { dots.clear(left, under) }
      if meet(.across, .lowerRight, without: .upperRight) { dots.clear(right, over) }
    }
  }

  /// A stroke with a flag and a foot, so that it stands in the middle of its place.
  private var one: Dots {
    var dots = Dots(columns: width, rows: height)
    let left = width / 2 - stroke
    dots.fill(left..<left + 2 * stroke, 0..<height)
    dots.fill(max(0, left - stroke)..<left, min(stroke, height)..<min(2 * stroke, height))
    dots.fill(stroke..<width - stroke, height - stroke..<height)
    return dots
  }

  private var colon: Dots {
    var dots = Dots(columns: 2 * stroke, rows: height)
    // As far from the middle as the holes of an eight.
    let upper = (middle + stroke) / 2
    dots.fill(0..<2 * stroke, upper..<upper + stroke)
    dots.fill(0..<2 * stroke, height - upper - stroke..<height - upper)
    return dots
  }

  private var minus: Dots {
    var dots = Dots(columns: 4 * stroke, rows: height)
    dots.fill(0..<4 * stroke, middle..<middle + stroke)
    return dots
  }

  private var slash: Dots {
    let columns = slashWidth
    var dots = Dots(columns: columns, rows: height)
    for row in 0..<height {
      let left = (height - 1 - row) * (columns - 2 * stroke) / max(1, height - 1)
      dots.fill(left..<left + 2 * stroke, row..<row + 1)
    }
    return dots
  }
}

extension Dots {
  fileprivate mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>) {
    for row in rows { for column in columns { self[column, row] = true } }
  }

  fileprivate mutating func clear(_ columns: Range<Int>, _ row: Int) {
    for column in columns { self[column, row] = false }
  }
}
