import Characters

/// One word of a typed slip, read as far as it goes: `F12`, `女12`, `Ｆ１２`, `7`, or just `F`.
struct TypedBadge: Hashable, Sendable {
  /// Nil for a bare number.
  var pool: Pool?
  /// ASCII digits as typed, leading zeros and all; empty for a letter alone.
  var digits = ""

  /// Nil for anything else: other letters, signs, more than five digits.
  init?(_ text: Substring) {
    for (index, scalar) in text.unicodeScalars.enumerated() {
      // As an input method left on types it.
      let folded = scalar.narrowed
      if index == 0, let pool = Self.pool(folded) {
        self.pool = pool
      } else if ("0"..."9").contains(folded), digits.utf8.count < 5 {
        digits.unicodeScalars.append(folded)
      } else {
        return nil
      }
    }
  }

  /// Nil for no digits and for 0.
  var number: Int? {
    guard let number = Int(digits), Badge.numbers.contains(number) else { return nil }
    return number
  }

  /// Whether further digits can make this badge of it; a badge is begun by itself.
  ///
  /// `2` begins 02, 20 and 200; `0` begins 01 to 09.
  func begins(_ badge: Badge) -> Bool {
    if let pool, pool != badge.pool { return false }
    return number == badge.number || badge.digits.hasPrefix(digits)
      || String(badge.number).hasPrefix(digits)
  }

  private static func pool(_ scalar: Unicode.Scalar) -> Pool? {
    switch scalar {
    case "M", "m", "男": .men
    case "F", "f", "女": .women
    case "G", "g": .everyone
    default: nil
    }
  }

}

extension Badge {
  /// One badge as people write it: `M07`, `m7`, `男7`, `Ｍ７`, with blanks around it forgiven.
  ///
  /// - Parameters:
  ///   - pools: a badge of the other kind of evening is none.
  ///   - bare: whose a number alone is; nil where it is no badge.
  public init?(typed text: String, in pools: Pools, bare: Pool? = nil) {
    guard let typed = TypedBadge(text.trimmed[...]), let number = typed.number,
      let pool = typed.pool ?? bare, (pool == .everyone) == (pools == .one)
    else { return nil }
    self.init(pool, number)
  }
}

extension Character {
  /// Whether it stands for a pool, as before the number of a badge.
  public var beginsBadge: Bool { TypedBadge(Substring(String(self)))?.pool != nil }
}

extension StringProtocol {
  /// A dash as an input method types it: a line of a slip that was left blank.
  ///
  /// `——` is one key of a Chinese keyboard; `--` could be two lines and is none.
  public var isBlankLine: Bool {
    switch self {
    case "-", "－", "–", "—", "――", "―", "──", "─", "−", "﹣", "——": true
    default: false
    }
  }
}

/// The words of a typed line: where they stand, and whether the last one can still grow.
struct SlipWords {
  let ranges: [Range<String.Index>]
  /// No separator follows the last word yet.
  let lastIsOpen: Bool

  init(_ line: String) {
    var ranges: [Range<String.Index>] = []
    var start: String.Index?
    for index in line.unicodeScalars.indices {
      if line.unicodeScalars[index].partsSlip {
        if let from = start { ranges.append(from..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    lastIsOpen = start != nil
    if let from = start { ranges.append(from..<line.endIndex) }
    self.ranges = ranges
  }
}
