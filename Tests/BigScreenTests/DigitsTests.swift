import Canvas
import Testing

@testable import BigScreen

@Suite struct `Digits of strokes` {
  @Test(arguments: 5...30) func `have a shape of their own each, and are all as wide`(height: Int) {
    let digits = Digits(height: height)
    let shapes = "0123456789".map { digits.dots(String($0)) }
    #expect(Set(shapes).count == 10)
    #expect(Set(shapes.map(\.columns)).count == 1 && shapes.allSatisfy { $0.rows == height })
  }

  @Test(arguments: 5...30) func `are as wide as they say`(height: Int) {
    let digits = Digits(height: height)
    for text in ["0", "04:12", "-00:30", "52/115", "1", "", "125:00", "x 7"] {
      #expect(digits.columns(text) == max(0, digits.dots(text).columns), "\(text)")
    }
  }

  @Test(
    arguments: [(80, 24, 12), (40, 12, 6), (240, 70, 17), (30, 30, nil), (120, 5, 5)]
      as [(Int, Int, Int?)])
  func `grow with the window`(columns: Int, rows: Int, height: Int?) {
    let most = min(17, rows / 2)
    let found = Digits.fitting("04:12", columns: columns - 4, rows: max(5, most))?.height
    #expect(found == height)
  }

  @Test func `are smaller where there are more of them`() {
    let short = Digits.fitting("04:12", columns: 76, rows: 20)?.height ?? 0
    let long = Digits.fitting("-125:00", columns: 76, rows: 20)?.height ?? 0
    #expect(long < short && long >= 5)
  }
}
