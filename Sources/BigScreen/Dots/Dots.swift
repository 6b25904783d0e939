/// A picture of dots that are there or not.
struct Dots: Hashable {
  let columns: Int
  let rows: Int
  private var bits: [Bool]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    bits = Array(repeating: false, count: self.columns * self.rows)
  }

  /// Outside of the picture nothing is there, and nothing is kept.
  subscript(column: Int, row: Int) -> Bool {
    get { contains(column, row) && bits[row * columns + column] }
    set { if contains(column, row) { bits[row * columns + column] = newValue } }
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    (0..<columns).contains(column) && (0..<rows).contains(row)
  }

  mutating func place(_ other: Dots, column: Int, row: Int) {
    for y in 0..<other.rows {
      for x in 0..<other.columns where other[x, y] { self[column + x, row + y] = true }
    }
  }
}

extension Dots {
  /// So many times as large; by even steps without the stairs that slanted strokes would show.
  func scaled(by factor: Int) -> Dots {
    if factor <= 1 { return self }
    if factor.isMultiple(of: 2) { return doubled.scaled(by: factor / 2) }
    var larger = Dots(columns: columns * factor, rows: rows * factor)
    for y in 0..<larger.rows {
      for x in 0..<larger.columns { larger[x, y] = self[x / factor, y / factor] }
    }
    return larger
  }

  /// Twice as large: a corner takes the side of two like neighbours that meet at it (EPX, E. Johnston 1992).
  private var doubled: Dots {
    var larger = Dots(columns: columns * 2, rows: rows * 2)
    for y in 0..<rows {
      for x in 0..<columns {
        let (own, up, down) = (self[x, y], self[x, y - 1], self[x, y + 1])
        let (left, right) = (self[x - 1, y], self[x + 1, y])
        let isEdge = up != down && left != right
        larger[2 * x, 2 * y] = isEdge && up == left ? up : own
        larger[2 * x + 1, 2 * y] = isEdge && up == right ? up : own
        larger[2 * x, 2 * y + 1] = isEdge && down == left ? down : own
        larger[2 * x + 1, 2 * y + 1] = isEdge && down == right ? down : own
      }
    }
    return larger
  }
}
