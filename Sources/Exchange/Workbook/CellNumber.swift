#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Numbers of cells as a spreadsheet shows them, but for what its narrow columns hide.
enum CellNumber {
  /// Whether a number in the general format is shown as it is stored: up to 15 digits, no exponent.
  static func isPlain(_ raw: Span<UInt8>) -> Bool {
    guard raw.count > 0, raw.count <= 15, raw[0] != UInt8(ascii: "0") || raw.count == 1 else {
      return false
    }
    for index in 0..<raw.count where raw[index] &- 0x30 > 9 { return false }
    return true
  }

  /// Nil for a number beyond every spreadsheet's; what is no number at all is a text that somebody put in
  /// the place of one.
  ///
  /// - Parameter raw: the number as XML has it, perhaps with 17 digits and an exponent.
  static func text(_ raw: String, as format: NumberFormat, is1904: Bool) -> String? {
    guard raw.utf8.count < 400, raw.utf8.allSatisfy({ isNumeric($0) }), let value = Double(raw)
    else { return raw }
    guard value.isFinite else { return nil }
    switch format {
    case .date(let shown):
      return SerialDate.text(value, shown: shown, is1904: is1904) ?? general(value)
    case .digits(let whole, let places): return fixed(value, whole: whole, places: places)
    case .percent: return general((value * 1e15).rounded() / 1e13) + "%"
    case .general, .text: return general(value)
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "E"), UInt8(ascii: "e"):
      true
    default: false
    }
  }

  /// Up to 15 digits, as many as a spreadsheet keeps; beyond them `3.70102E+17`, which tells that the
  /// last digits are lost.
  static func general(_ value: Double) -> String {
    if value == 0 { return "0" }
    if abs(value) >= 1e15 { return scientific(value) }
    let text = print("%.15g", value)
    return text.contains("e") ? scientific(value) : text
  }

  private static func scientific(_ value: Double) -> String {
    let parts = print("%.5E", value).split(separator: "E")
    guard parts.count == 2 else { return print("%.15G", value) }
    var digits = parts[0]
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits + "E" + parts[1]
  }

  /// With the zeros that the format adds; digits that it hides stay.
  private static func fixed(_ value: Double, whole: Int, places: Int) -> String {
    guard abs(value) < 1e21 else { return scientific(value) }
    if abs(value) >= 1e15 { return print("%.0f", value) }
    var text = general(value)
    if text.contains("E") { return text }
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let zeros = String(repeating: "0", count: max(0, whole - parts[0].count))
    let tail = fraction + String(repeating: "0", count: max(0, places - fraction.count))
    return (isNegative ? "-" : "") + zeros + parts[0] + (tail.isEmpty ? "" : "." + tail)
  }

  private static func print(_ format: String, _ value: Double) -> String {
    let room = [CChar](unsafeUninitializedCapacity: 400) { buffer, count in
      let length = withVaList([value]) { vsnprintf(buffer.baseAddress, buffer.count, format, $0) }
      count = min(max(0, Int(length)), buffer.count)
    }
    return String(decoding: room.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
