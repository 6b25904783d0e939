internal import Characters

/// A resident number of 18 characters, checked as GB 11643 says; never kept whole.
public struct ResidentNumber: Hashable, Sendable {
  public let birth: Day
  public let sex: Sex
  /// The last four characters, which are all that may be kept.
  public let lastFour: String

  /// Nil for anything that fails the checksum, holds no calendar day, or that a spreadsheet spoilt.
  ///
  /// Spreadsheets keep 15 digits: 000 at the end is taken for their doing, as no serial number with
  /// that check digit is worth the risk.
  public init?(_ text: some StringProtocol) {
    let characters = text.unicodeScalars.map(\.narrowed).filter { !$0.isBlank }
    guard characters.count == 18 else { return nil }
    var digits: [Int] = []
    for (index, scalar) in characters.enumerated() {
      switch scalar {
      case "0"..."9": digits.append(Int(scalar.value) - 48)
      case "X" where index == 17, "x" where index == 17: digits.append(10)
      default: return nil
      }
    }
    let place = digits[0] > 0
    guard place, digits[15...] != [0, 0, 0], Self.checkDigit(digits[..<17]) == digits[17],
      let birth = Day(
        year: Self.number(digits[6..<10]), month: Self.number(digits[10..<12]),
        day: Self.number(digits[12..<14]))
    else { return nil }
    self.birth = birth
    sex = digits[16] % 2 == 1 ? .man : .woman
    lastFour = digits[14...].map { $0 == 10 ? "X" : "\($0)" }.joined()
  }

  /// ISO 7064, MOD 11-2: the weight of place i from the left is 2^(17 − i) mod 11; 10 is written X.
  public static func checkDigit(_ digits: some Sequence<Int>) -> Int {
    let sum = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    return (12 - sum) % 11
  }

  private static func number(_ digits: ArraySlice<Int>) -> Int {
    digits.reduce(0) { $0 * 10 + $1 }
  }

  /// Whether a text holds what may be a resident number, right or spoilt in its last digits: 18 digits
  /// on end, the last perhaps an X, with a possible birth date inside.
  public static func isHidden(in text: String) -> Bool {
    guard text.utf8.withContiguousStorageIfAvailable({ mayHide(in: $0.span) }) != false else {
      return false
    }
    var run: [Int] = []
    for scalar in text.unicodeScalars.lazy.map(\.narrowed) {
      if ("0"..."9").contains(scalar) {
        run.append(Int(scalar.value) - 48)
      } else if (scalar == "X" || scalar == "x"), run.count == 17 {
        run.append(10)
      } else {
        if looksWhole(run) { return true }
        run = []
      }
    }
    return looksWhole(run)
  }

  /// Whether so many digits stand in a text that it is worth reading it: nearly every one is let go by
  /// a look at its bytes.
  package static func mayHide(in text: Span<UInt8>) -> Bool {
    guard text.count >= 18 else { return false }
    var digits = 0
    var last: UInt8 = 0
    for index in 0..<text.count {
      let byte = text[index]
      // U+FF10 to U+FF19 end in BC 90 to BC 99.
      if byte & 0xf0 == 0x30 || (last == 0xbc && byte & 0xf0 == 0x90) { digits += 1 }
      last = byte
    }
    return digits >= 17
  }

  private static func looksWhole(_ run: [Int]) -> Bool {
    guard run.count == 18, run[0] > 0 else { return false }
    return Day(year: number(run[6..<10]), month: number(run[10..<12]), day: number(run[12..<14]))
      != nil
  }

  /// A text with every long run of digits hidden but for its last four, fit for a report.
  public static func masked(_ text: String) -> String {
    var masked = ""
    var run = ""
    func flush() {
      masked += run.count >= 15 ? String(repeating: "*", count: run.count - 4) + run.suffix(4) : run
      run = ""
    }
    for character in text {
      if character.isNumber && character.isASCII || (character == "X" && run.count == 17) {
        run.append(character)
      } else {
        flush()
        masked.append(character)
      }
    }
    flush()
    return masked
  }
}

extension ResidentNumber {
  /// The last four as somebody wrote them alone: three digits, and a digit or X; nil for anything else.
  public static func lastFour(typed text: String) -> String? {
    let capitals = text.uppercased()
    let characters = Array(capitals.utf8)
    guard characters.count == 4, characters[..<3].allSatisfy({ (48...57).contains($0) }),
      (48...57).contains(characters[3]) || characters[3] == UInt8(ascii: "X")
    else { return nil }
    return capitals
  }
}
