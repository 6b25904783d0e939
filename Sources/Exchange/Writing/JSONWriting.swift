import Characters

/// JSON (RFC 8259) with the keys in the order given.
enum JSONWriting {
  static func object(_ pairs: some Sequence<(String, TableCell)>) -> String {
    var text = "{"
    for (name, cell) in pairs {
      if text.utf8.count > 1 { text += ", " }
      text += string(name) + ": " + value(cell)
    }
    return text + "}"
  }

  static func value(_ cell: TableCell) -> String {
    switch cell {
    case .text(let text), .coded(let text, _): string(text)
    case .number(let number): "\(number)"
    case .decimal(let value, let places): Decimals.text(value, places: places) ?? "null"
    case .flag(let flag): flag ? "true" : "false"
    case .none: "null"
    }
  }

  /// The text in quotes; what could drive a terminal is taken out, not escaped.
  static func string(_ raw: String) -> String {
    let text = PlainText(raw).text
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5c || $0 < 0x20 }) else {
      return "\"" + text + "\""
    }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}

/// Decimal numbers without a locale.
enum Decimals {
  /// Rounded half away from zero; nil for what is no number or beyond 10^9.
  static func text(_ value: Double, places: Int) -> String? {
    let places = min(9, max(0, places))
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    guard value.isFinite, abs(value) < 1e9 else { return nil }
    let scaled = Int((value * Double(scale)).rounded())
    let whole = "\(abs(scaled) / scale)"
    let sign = scaled < 0 ? "-" : ""
    if places == 0 { return sign + whole }
    let rest = "\(abs(scaled) % scale)"
    return sign + whole + "." + String(repeating: "0", count: places - rest.utf8.count) + rest
  }
}
