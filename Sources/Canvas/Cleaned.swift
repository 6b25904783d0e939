import Foundation

extension Unicode.Scalar {
  /// Whether this code point can rewrite, reorder or hide what stands around it.
  ///
  /// Unicode's Default_Ignorable_Code_Point, and the controls. `String.cleaned` lists them.
  var isHostile: Bool {
    switch value {
    case 0x20...0x7E, 0x3400...0x9FFF: false
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5,
      0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F,
      0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether this is some system's way to end a line.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension String {
  /// The text without what could deceive a reader or drive a terminal, in Unicode's NFC.
  ///
  /// Removed: C0 and C1 controls and DEL; bidirectional marks, embeddings, overrides and isolates;
  /// zero-width spaces and joiners, soft hyphens, word joiners, byte order marks, interlinear
  /// annotations; variation selectors, tags, and fillers that show as nothing. Line ends become one
  /// space, and so does a tab; with `keepingNewlines` every form of line end becomes `\n` and a tab
  /// stays. Used when data comes in and again wherever it goes out.
  public func cleaned(keepingNewlines: Bool = false) -> String {
    var composed = true
    var untouched = true
    for scalar in unicodeScalars {
      // Below U+0300 everything is NFC already, and so are the Han of the main blocks.
      if scalar.value >= 0x300, !(0x3400...0x9FFF).contains(scalar.value) { composed = false }
      if scalar.isHostile { untouched = false }
    }
    let safe = untouched ? self : withoutHostile(keepingNewlines: keepingNewlines)
    return composed ? safe : safe.precomposedStringWithCanonicalMapping
  }

  private func withoutHostile(keepingNewlines: Bool) -> String {
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      let secondOfTwo = afterReturn && scalar == "\n"
      afterReturn = scalar == "\r"
      if secondOfTwo { continue }
      if scalar.endsLine {
        kept.append(keepingNewlines ? "\n" : " ")
      } else if scalar == "\t" {
        kept.append(keepingNewlines ? "\t" : " ")
      } else if !scalar.isHostile {
        kept.append(scalar)
      }
    }
    return String(kept)
  }
}
