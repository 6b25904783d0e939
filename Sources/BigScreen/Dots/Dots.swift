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
    if factor.isMultiple(of: 3) { return tripled.scaled(by: factor / 3) }
    var larger = Dots(columns: columns * factor, rows: rows * factor)
    for y in 0..<larger.rows {
      for x in 0..<larger.columns { larger[x, y] = self[x / factor, y / factor] }
    }
    return larger
  }

  /// Three times as large, corners as in `doubled`.
  private var tripled: Dots {
    var larger = Dots(columns: columns * 3, rows: rows * 3)
    for y in 0..<rows {
      for x in 0..<columns {
        for part in 0..<9 { larger[3 * x + part % 3, 3 * y + part / 3] = self[x, y] }
        let (up, down) = (self[x, y - 1], self[x, y + 1])
        let (left, right) = (self[x - 1, y], self[x + 1, y])
        guard up != down, left != right else { continue }
        if up == left { larger[3 * x, 3 * y] = up }
        if up == right { larger[3 * x + 2, 3 * y] = up }
        if down == left { larger[3 * x, 3 * y + 2] = down }
        if down == right { larger[3 * x + 2, 3 * y + 2] = down }
      }
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
