/// A query as a badge, a member number, or digits of a phone.
struct CodePattern: Sendable {
  private let text: [UInt8]
  /// The symbols of `text`, for ``symbols(of:)``.
  private let symbols: UInt64
  private let isDigits: Bool
  private let badge: UInt32?
  private let badgeNumber: UInt32?
  /// Badges that begin with what was typed: `m1` finds M10 to M19, `m0` finds M01 to M09.
  private let longerBadges: [ClosedRange<UInt32>]
  private let digits: UInt16?

  /// Nil where there is no digit: letters alone are a name.
  init?(_ query: Query) {
    guard query.hasDigit else { return nil }
    let units = query.units
    let isPlain = units.allSatisfy { Query.isDigit($0) || Query.isLetter($0) }
    text = isPlain ? units.map { UInt8(truncatingIfNeeded: $0) } : []
    symbols = Self.symbols(of: text)
    isDigits = units.allSatisfy(Query.isDigit)
    digits = LastFour.packed(units)
    badgeNumber = isDigits && units.count <= 5 ? BadgeCode.number(units) : nil
    let read = BadgeCode.read(units)
    badge = read?.code
    longerBadges = read.map { Self.longer($0.code, digits: $0.digits) } ?? []
  }

  /// One bit for each digit and letter: most numbers are told apart by these alone.
  static func symbols(of text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1 < 0x3a ? $1 - 0x30 : $1 - 0x61 + 10) }
  }

  private static func longer(
    _ code: UInt32, digits: ArraySlice<UInt32>
  ) -> [ClosedRange<UInt32>] {
    let pool = code & ~BadgeCode.numberMask
    let number = code & BadgeCode.numberMask
    if digits.first == 0x30 { return digits.count == 1 ? [pool + 1...pool + 9] : [] }
    return [10, 100, 1_000, 10_000].prefix(5 - digits.count).map {
      pool + number * $0...pool + number * $0 + $0 - 1
    }
  }

  /// Notes the best kind of every entry in `kinds`, where it is better than what stands there.
  func scan(_ index: SearchIndex, into kinds: UnsafeMutableBufferPointer<UInt8>) {
    if let digits { scanLastFours(index.lastFours, digits, into: kinds) }
    if badge != nil || badgeNumber != nil { scanBadges(index.badges, into: kinds) }
    if !text.isEmpty { scanNumbers(index, into: kinds) }
  }

  // The loops below decide by comparing, not by branching, so that the compiler can take several
  // entries at a time.

  private func scanLastFours(
    _ stored: [UInt16], _ digits: UInt16, into kinds: UnsafeMutableBufferPointer<UInt8>
  ) {
    let spare = UInt16(4 - text.count)
    let begins = (spare == 0 ? MatchKind.lastFour : .codePrefix).rawValue
    for ordinal in stored.indices {
      let kind = stored[ordinal] >> (4 * spare) == digits ? begins : UInt8.max
      kinds[ordinal] = min(kinds[ordinal], kind)
    }
    guard text.count == 2 || text.count == 3 else { return }
    let mask: UInt16 = 1 << UInt16(4 * text.count) - 1
    for shift in 0..<spare {
      for ordinal in stored.indices {
        let isInside = stored[ordinal] >> (4 * shift) & mask == digits
        let kind = isInside ? MatchKind.codeInside.rawValue : UInt8.max
        kinds[ordinal] = min(kinds[ordinal], kind)
      }
    }
  }

  private func scanBadges(_ badges: [UInt32], into kinds: UnsafeMutableBufferPointer<UInt8>) {
    // No badge has the code 0, and none the number 0.
    let (whole, number) = (badge ?? .max, badgeNumber.flatMap { $0 > 0 ? $0 : nil } ?? .max)
    for ordinal in badges.indices {
      let code = badges[ordinal]
      let isNumber = code & BadgeCode.numberMask == number
      let kind = isNumber ? MatchKind.codePrefix.rawValue : UInt8.max
      let best = code == whole ? MatchKind.badge.rawValue : kind
      kinds[ordinal] = min(kinds[ordinal], best)
    }
    for range in longerBadges {
      for ordinal in badges.indices {
        let isLonger = badges[ordinal] >= range.lowerBound && badges[ordinal] <= range.upperBound
        let kind = isLonger ? MatchKind.codePrefix.rawValue : UInt8.max
        kinds[ordinal] = min(kinds[ordinal], kind)
      }
    }
  }

  private func scanNumbers(_ index: SearchIndex, into kinds: UnsafeMutableBufferPointer<UInt8>) {
    index.numbers.elements.withUnsafeBufferPointer { elements in
      for ordinal in 0..<index.count where index.symbols[ordinal] & symbols == symbols {
        let kind = numberKind(index.numbers.row(ordinal, of: elements))
        if let kind { kinds[ordinal] = min(kinds[ordinal], kind.rawValue) }
      }
    }
  }

  private func numberKind(_ number: UnsafeBufferPointer<UInt8>) -> MatchKind? {
    let spare = number.count - text.count
    guard spare >= 0 else { return nil }
    if text.count == 1, number[0] != text[0], number[spare] != text[0] { return nil }
    var found: MatchKind?
    for start in 0...spare where isText(in: number, at: start) {
      if start == 0 { return spare == 0 ? .number : .codePrefix }
      if start == spare, isDigits, isFilling(number, before: start) { return .number }
      if text.count > 1 { found = .codeInside }
    }
    return found
  }

  private func isText(in number: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    // From the end: numbers that were dealt in order differ there.
    var place = text.count - 1
    while place >= 0, number[start + place] == text[place] { place -= 1 }
    return place < 0
  }

  /// Leading letters and zeros, `QD00` before 123.
  private func isFilling(_ number: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    text.first != 0x30 && number[..<end].allSatisfy { $0 == 0x30 || $0 > 0x39 }
  }
}
