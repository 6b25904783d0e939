/// Why nothing is printed; no file was made.
public enum PrintRefusal: Error, Hashable, Sendable {
  /// What is needed for printing is not installed here.
  case missing(PressLibrary)
  /// No font has these characters: each with a text that it stands in, a name as a rule.
  case noGlyph([MissingGlyph])
  /// No font has even the commonest Han characters.
  case noHanFont
  /// The library made no whole document.
  case failed

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .missing: "no-library"
    case .noGlyph: "no-glyph"
    case .noHanFont: "no-font"
    case .failed: "not-printed"
    }
  }
}

/// A character no font here has, and where it stands.
public struct MissingGlyph: Hashable, Sendable {
  public let character: Character
  public let text: String
}

/// What printing needs, by its parts.
public enum PressLibrary: Int, Sendable, CaseIterable {
  // In the order of the C table.
  case cairo, gobject, pango, pangocairo, qrencode

  /// Debian's name of the package.
  public var debianPackage: String {
    switch self {
    case .cairo: "libcairo2"
    case .gobject: "libglib2.0-0"
    case .pango: "libpango-1.0-0"
    case .pangocairo: "libpangocairo-1.0-0"
    case .qrencode: "libqrencode4"
    }
  }

  /// Homebrew's.
  public var macPackage: String {
    switch self {
    case .cairo: "cairo"
    case .gobject: "glib"
    case .pango, .pangocairo: "pango"
    case .qrencode: "qrencode"
    }
  }
}
