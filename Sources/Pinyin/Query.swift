/// What was typed, folded: lower-case, half-width, without tones.
struct Query: Equatable {
  /// Longer ones find nothing: a set of places must fit one word, and no name is so long.
  static let longest = 62

  var units: [UInt32] = []
  /// Bit n is set where unit n begins anew after a space or an apostrophe.
  var breaks: UInt64 = 0

  init(_ text: String) {
    var atBreak = false
    for scalar in text.unicodeScalars {
      switch Folding(scalar.value) {
      case .nothing: continue
      case .umlaut: if units.last == Self.u { units[units.count - 1] = Self.v }
      case .boundary: atBreak = true
      case .unit(let unit):
        if atBreak, units.count < 64 { breaks |= 1 << UInt64(units.count) }
        append(unit, afterBreak: atBreak)
        atBreak = false
      }
    }
  }

  private init(units: ArraySlice<UInt32>, breaks: UInt64) {
    self.units = Array(units)
    self.breaks = breaks
  }

  private static let u = UInt32(UInt8(ascii: "u"))
  private static let v = UInt32(UInt8(ascii: "v"))

  /// ü after j, q, x and y is always written u.
  private mutating func append(_ unit: UInt32, afterBreak: Bool) {
    let isPlainAfter = "jqxy".unicodeScalars.contains { $0.value == units.last }
    units.append(unit == Self.v && isPlainAfter && !afterBreak ? Self.u : unit)
  }

  var isSearchable: Bool { !units.isEmpty && units.count <= Self.longest }

  static func isDigit(_ unit: UInt32) -> Bool { 0x30...0x39 ~= unit }
  static func isLetter(_ unit: UInt32) -> Bool { 0x61...0x7a ~= unit }

  var hasDigit: Bool { units.contains(where: Self.isDigit) }

  /// The letters from a place to the end of their run, at most eight, and whether that ends the
  /// query.
  func run(from place: Int) -> (letters: Letters, endsQuery: Bool) {
    var end = place
    while end < units.count, end - place < 8, Self.isLetter(units[end]),
      end == place || breaks >> UInt64(end) & 1 == 0
    {
      end += 1
    }
    let letters = Letters(units[place..<end].map { UInt8(truncatingIfNeeded: $0) })
    return (letters, end == units.count)
  }

  /// `王 0007` or `wzc0007`: a name without digits, then exactly four.
  var nameAndLastFour: (name: Query, lastFour: UInt16)? {
    let head = units.dropLast(4)
    guard !head.isEmpty, !head.contains(where: Self.isDigit),
      let digits = LastFour.packed(units.suffix(4))
    else { return nil }
    return (Query(units: head, breaks: breaks), digits)
  }
}
