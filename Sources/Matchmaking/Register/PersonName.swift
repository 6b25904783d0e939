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
