/// A badge in one word: the pool's letter in the top byte, the number below; 0 is no badge.
enum BadgeCode {
  static let none: UInt32 = 0
  static let numberMask: UInt32 = 0xff_ffff

  /// Reads `M07`, `m7`, `Ｍ０７`, `男7`, `女 07`, `M7号`; nil for anything else.
  static func read(_ units: [UInt32]) -> (code: UInt32, digits: ArraySlice<UInt32>)? {
    var units = units[...]
    if units.last == 0x53f7 { units.removeLast() }  // 号
    guard let first = units.first, let pool = pool(first) else { return nil }
    let digits = units.dropFirst()
    guard 1...5 ~= digits.count, digits.allSatisfy(Query.isDigit) else { return nil }
    return (pool << 24 | number(digits), digits)
  }

  static func number(_ digits: some Sequence<UInt32>) -> UInt32 {
    digits.reduce(0) { $0 * 10 + ($1 - 0x30) }
  }

  private static func pool(_ unit: UInt32) -> UInt32? {
    switch unit {
    case 0x6d, 0x7537: 0x4d  // m, 男
    case 0x66, 0x5973: 0x46  // f, 女
    case 0x67: 0x47  // g
    default: nil
    }
  }

  static func stored(_ text: String?) -> UInt32 {
    guard let text, let read = read(Query(text).units) else { return none }
    return read.code
  }
}
