/// The last four digits of a phone, one digit in each four bits.
enum LastFour {
  /// Matches no digits.
  static let none: UInt16 = 0xffff

  /// Nil unless there are one to four digits.
  static func packed(_ units: some Collection<UInt32>) -> UInt16? {
    guard 1...4 ~= units.count, units.allSatisfy(Query.isDigit) else { return nil }
    return units.reduce(0) { $0 << 4 | UInt16($1 - 0x30) }
  }

  /// Exactly four digits, else ``none``.
  static func stored(_ text: String?) -> UInt16 {
    guard let text else { return none }
    // The usual form, without an array: a register has a hundred thousand.
    if text.utf8.count == 4, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return text.utf8.reduce(0) { $0 << 4 | UInt16($1 - 0x30) }
    }
    let units = Query(text).units
    return units.count == 4 ? packed(units) ?? none : none
  }
}
