/// Digits of three by five dots: larger than the terminal's own letters on a wall of many rows, and out of the
/// way of those that matter more.
enum SmallDigits {
  private static let shapes: [[UInt8]] = [
    [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1],
    [7, 4, 7, 1, 7], [7, 4, 7, 5, 7], [7, 1, 1, 1, 1], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
  ]

  /// Cells they are high.
  static let rows = 3

  static func dots(_ number: Int) -> Dots {
    let digits = String(max(0, number)).compactMap(\.wholeNumberValue)
    var dots = Dots(columns: digits.count * 4 - 1, rows: 5)
    for (place, digit) in digits.enumerated() {
      for (row, bits) in shapes[digit].enumerated() {
        for column in 0..<3 where bits & (4 >> column) != 0 { dots[place * 4 + column, row] = true }
      }
    }
    return dots
  }
}
