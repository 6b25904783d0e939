import Testing

@testable import BigScreen

@Suite struct `Digits of strokes` {
  @Test(arguments: [5, 6, 7, 9, 11, 14, 22]) func `have a shape of their own each`(height: Int) {
    let digits = Digits(height: height)
    let shapes = "0123456789".map { digits.dots(String($0)) }
    #expect(Set(shapes).count == 10)
    #expect(Set(shapes.map(\.columns)).count == 1 && shapes.allSatisfy { $0.rows == height })
  }
}
