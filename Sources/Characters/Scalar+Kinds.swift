extension Unicode.Scalar {
  /// Whether it shows as nothing but room: spaces of every width, tabs and line ends.
  @inlinable public var isBlank: Bool {
    if value > 0x3000 { return false }
    return switch value {
    case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f,
      0x3000:
      true
    default: false
    }
  }

  /// Whether it is a Han character, of any plane.
  @inlinable public var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff: true
    default: false
    }
  }

  /// The half-width character of a full-width ASCII form, or the scalar itself.
  @inlinable public var narrowed: Unicode.Scalar {
    switch value {
    case 0xff01...0xff5e: Unicode.Scalar(value - 0xfee0) ?? self
    case 0x3000: " "
    default: self
    }
  }

  /// Whether it can rewrite, reorder or hide what stands around it.
  ///
  /// The controls, and Unicode's Default_Ignorable_Code_Point but for variation selectors: C0, C1 and
  /// DEL; bidirectional marks, embeddings, overrides and isolates; zero-width spaces and joiners, soft
  /// hyphens, byte order marks, annotations; tags, and fillers that show as nothing.
  public var isHostile: Bool {
    switch value {
    case 0x20...0x7e, 0x3400...0x9fff: false
    case 0...0x1f, 0x7f...0x9f, 0xad, 0x34f, 0x61c, 0x115f...0x1160, 0x17b4...0x17b5, 0x180e,
      0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff0...0xfffb,
      0x1bca0...0x1bca3, 0x1d173...0x1d17a:
      true
    case 0xe0000...0xe0fff: !isVariationSelector
    default: false
    }
  }

  /// Whether it only chooses the form of the character before it; terminals do not agree about them.
  public var isVariationSelector: Bool {
    switch value {
    case 0x180b...0x180d, 0x180f, 0xfe00...0xfe0f, 0xe0100...0xe01ef: true
    default: false
    }
  }

  /// Whether this is some system's way to end a line.
  public var endsLine: Bool {
    switch value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A second code point of a Han character, for the sake of older character sets.
  public var isCompatibilityIdeograph: Bool {
    switch value {
    case 0xf900...0xfaff, 0x2f800...0x2fa1f: true
    default: false
    }
  }
}
