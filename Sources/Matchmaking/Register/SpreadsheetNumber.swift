internal import Characters

/// Whole numbers as programs write them that take every number for a fraction.
public enum SpreadsheetNumber {
  /// `1001` of `1001.0`, `13800000001` of `1.3800000001E10` and of `13,800,000,001`.
  ///
  /// Anything else stays as it is: words, fractions, and numbers whose last digits are lost, as in
  /// `1.38E+10`. One that only lacks zeros at its end is known by the way Java writes it, which leaves
  /// out the plus before the exponent and writes every other digit.
  public static func undone(_ text: String) -> String {
    let utf8 = text.utf8
    guard let first = utf8.first, first < 0x3a || first == 0xef, utf8.count <= 60,
      utf8.contains(where: { !isDigit($0) })
    else { return text }
    let plain = first < 0x80 ? Array(utf8) : Array(narrowed(text).utf8)
    guard let number = Number(plain) else { return text }
    return number.whole ?? text
  }

  private static func narrowed(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(scalar.narrowed) }
    return String(plain)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A number cut into its parts.
  private struct Number {
    var digits: [UInt8] = []
    /// What stands behind the point, of which there is one where it is not empty.
    var fraction: [UInt8] = []
    var exponent: Int?
    var hasPlus = false

    /// Nil for anything but digits, perhaps in groups of three, a point or comma, and an exponent.
    init?(_ text: [UInt8]) {
      var rest = text[...]
      guard takeDigits(&rest) else { return nil }
      if let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
        rest.removeFirst()
        fraction = Array(rest.prefix(while: isDigit))
        rest.removeFirst(fraction.count)
        // A comma and three digits are a group.
        if fraction.isEmpty || mark == UInt8(ascii: ",") && fraction.count == 3 { return nil }
      }
      guard let mark = rest.first else { return }
      rest.removeFirst()
      hasPlus = rest.first == UInt8(ascii: "+")
      if hasPlus { rest.removeFirst() }
      guard mark | 0x20 == UInt8(ascii: "e"), (1...3).contains(rest.count),
        rest.allSatisfy(isDigit), digits.count == 1
      else { return nil }
      exponent = rest.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// Takes the digits before the point: `13800000001`, or `13,800,000,001`.
    private mutating func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
      digits = Array(rest.prefix(while: isDigit))
      rest.removeFirst(digits.count)
      var isGrouped = (1...3).contains(digits.count)
      while isGrouped, rest.first == UInt8(ascii: ","), rest.count >= 4 {
        let group = rest.dropFirst().prefix(while: isDigit)
        isGrouped = group.count == 3
        guard isGrouped else { break }
        digits += group
        rest.removeFirst(4)
      }
      return !digits.isEmpty
    }

    /// Nil where it is none, or where it cannot be told which.
    var whole: String? {
      let places = exponent ?? 0
      var all = digits
      if fraction.count >= places {
        guard fraction[places...].allSatisfy({ $0 == 0x30 }) else { return nil }
        all += fraction[..<places]
      } else {
        let lost = places - fraction.count
        guard !hasPlus, places >= 7, lost <= 3, fraction.count >= 4 else { return nil }
        all += fraction + Array(repeating: 0x30, count: lost)
      }
      guard all.count <= 17 else { return nil }
      return String(decoding: all, as: UTF8.self)
    }
  }
}
