import Foundation

/// Text without the characters that can deceive a reader or drive a terminal, in Unicode's NFC.
///
/// The one cleaner: used when data comes in and again wherever it goes out. What `isHostile` names is
/// taken away; a tab becomes a space; every kind of line end becomes `\n`, or a space where `lines`
/// says so. Variation selectors and compatibility ideographs stay as they are, though NFC would have
/// it otherwise: the names of some people are written with them.
public struct PlainText: Hashable, Sendable {
  public enum Lines: Sendable { case kept, joined }

  public let text: String
  /// Whether a character was taken away; tabs and line ends do not count.
  public let lostCharacters: Bool

  public init(_ raw: String, lines: Lines = .kept) {
    guard PlainText.needsCare(raw) else {
      text = raw
      lostCharacters = false
      return
    }
    var clean = String.UnicodeScalarView()
    var lost = false
    var isComposed = true
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      if scalar.endsLine {
        if scalar != "\n" || previous != "\r" { clean.append(lines == .kept ? "\n" : " ") }
      } else if scalar == "\t" {
        clean.append(" ")
      } else if scalar.isHostile {
        lost = true
      } else {
        clean.append(scalar)
        isComposed = isComposed && scalar.isSurelyComposed
      }
      previous = scalar
    }
    text = isComposed ? String(clean) : PlainText.composed(clean)
    lostCharacters = lost
  }

  /// NFC, but for compatibility ideographs.
  private static func composed(_ scalars: String.UnicodeScalarView) -> String {
    var composed = ""
    var run = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar.isCompatibilityIdeograph {
        composed += String(run).precomposedStringWithCanonicalMapping
        composed.unicodeScalars.append(scalar)
        run.removeAll()
      } else {
        run.append(scalar)
      }
    }
    return composed + String(run).precomposedStringWithCanonicalMapping
  }
}

extension String {
  /// As `PlainText` has it: on one line, or with its lines.
  public func cleaned(keepingNewlines: Bool = false) -> String {
    PlainText(self, lines: keepingNewlines ? .kept : .joined).text
  }
}

extension Unicode.Scalar {
  /// Whether NFC leaves it alone wherever it stands; wrong only to the safe side.
  fileprivate var isSurelyComposed: Bool {
    switch value {
    case 0..<0x300, 0x2010...0x205f, 0x3000...0x3029, 0x3400...0x9fff, 0xff01...0xff60: true
    case 0x1f300...0x1faff, 0x20000...0x2f7ff, 0x30000...0x3ffff: true
    default: isVariationSelector
    }
  }
}
