internal import Characters

/// A name as it is kept: without stray blanks, the middle dot always `·`.
///
/// Blanks between Han characters fill a name of two up to three (`王　芳`) and are taken away; others
/// become one space. `•`, `.`, `．`, `‧`, `・` between Han characters are the middle dot of names that
/// are transcribed (GB/T 15834: U+00B7).
public struct PersonName: Hashable, Sendable {
  public static let lengths = 1...30

  public let text: String

  /// Nil where no letter or character of any script is in the text.
  public init?(_ cleaned: String) {
    if !cleaned.isEmpty, cleaned.unicodeScalars.allSatisfy({ $0.isHan }) {
      text = cleaned
      return
    }
    let scalars = Array(cleaned.trimmed.unicodeScalars)
    guard scalars.contains(where: \.properties.isAlphabetic) else { return nil }
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isInsideHan = PersonName.isInsideHan(index, of: scalars)
      if scalar.isBlank {
        if !isInsideHan, kept.last != " " { kept.append(" ") }
      } else if isInsideHan, PersonName.isDot(scalar) {
        kept.append("\u{b7}")
      } else {
        kept.append(scalar)
      }
    }
    text = String(kept)
  }

  public var isTooLong: Bool { text.utf8.count > 30 && !PersonName.lengths.contains(text.count) }

  /// Whether it may be one person's name and nothing besides: neither a number of seven digits nor a mark that
  /// parts cells or people stands in it (`张三15400000001`, `张三、李四`, `张三;男`).
  ///
  /// A comma may stand in a name: `Smith, John`; between two names in Han it parts them.
  public var isOfOne: Bool {
    var digits = 0
    var han = 0
    for scalar in text.unicodeScalars {
      switch scalar.narrowed {
      case "0"..."9": digits += 1
      case ";", "|", "、", "/", "┋": return false
      case ",":
        if han > 1, text.unicodeScalars.last?.isHan == true { return false }
        han = 0
      default: if scalar.isHan { han += 1 }
      }
    }
    return digits < 7
  }

  /// Whether the nearest characters on both sides that are neither blanks nor dots are Han.
  private static func isInsideHan(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index].isBlank || isDot(scalars[index]) else { return false }
    let before = scalars[..<index].last { !$0.isBlank && !isDot($0) }
    let after = scalars[(index + 1)...].first { !$0.isBlank && !isDot($0) }
    return before?.isHan == true && after?.isHan == true
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2e, 0xb7, 0x2022, 0x2027, 0x2219, 0x22c5, 0x30fb, 0xff0e, 0xff65: true
    default: false
    }
  }
}
