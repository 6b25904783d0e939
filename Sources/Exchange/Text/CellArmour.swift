import Characters

/// What keeps a spreadsheet from taking text for a formula or digits for a number.
///
/// A cell that begins with `=`, `+`, `-`, `@` or their full-width forms may run as a program when the
/// file is opened; we write an apostrophe before it. Plain numbers such as `-5` or `-0.25` stay as they
/// are. Text that begins with apostrophes and would lose one when it is read gets one more, so that reading
/// takes away exactly what writing put there. Source: OWASP, CSV Injection.
///
/// Others guard digits by the same apostrophe, `'13800000001`, or write a formula that is nothing but a
/// text, `="13800000001"`. Reading takes both away.
enum CellArmour {
  static func added(_ text: String) -> String {
    isDangerous(text) && !isNegativeNumber(text) || isGuarded(text) ? "'" + text : text
  }

  /// The text of any cell.
  static func removed(_ text: String) -> String {
    switch text.utf8.first {
    case apostrophe where isDangerous(text) || isGuarded(text): String(text.dropFirst())
    case equals: constant(text) ?? text
    default: text
    }
  }

  /// The text of a cell that holds a number, a date or the like, to which no apostrophe belongs.
  static func bare(_ text: String) -> String {
    let open = removed(text)
    guard let first = open.unicodeScalars.first, isApostrophe(first) else { return open }
    var scalars = open.unicodeScalars[...]
    while let first = scalars.first, isApostrophe(first) { scalars.removeFirst() }
    while let last = scalars.last, isApostrophe(last) { scalars.removeLast() }
    let inner = String(scalars).trimmed
    return constant(inner) ?? inner
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let equals = UInt8(ascii: "=")

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    ["'", "\u{2018}", "\u{2019}", "\u{ff07}", "`"].contains(scalar)
  }

  private static func isDangerous(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// Apostrophes before nothing but figures: a number, a date, a phone, an identity number.
  private static func isGuarded(_ text: String) -> Bool {
    guard text.utf8.first == apostrophe else { return false }
    let figures = text.utf8.drop { $0 == apostrophe }
    return figures.contains { isDigit($0) }
      && figures.allSatisfy { isDigit($0) || " -/.:()Xx".utf8.contains($0) }
  }

  /// What stands in the quotes of `="…"`, or the digits of `=138…`; nil for any other formula.
  private static func constant(_ text: String) -> String? {
    guard text.utf8.first == equals, text.utf8.count > 1 else { return nil }
    let rest = text.dropFirst()
    if rest.utf8.allSatisfy(isDigit) { return String(rest) }
    guard rest.utf8.count >= 2, rest.hasPrefix("\""), rest.hasSuffix("\"") else { return nil }
    let inner = rest.dropFirst().dropLast().replacing("\"\"", with: "\u{0}")
    guard !inner.contains("\"") else { return nil }
    return String(inner).replacing("\u{0}", with: "\"").trimmed
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNegativeNumber(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "-") else { return false }
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      }
  }
}
