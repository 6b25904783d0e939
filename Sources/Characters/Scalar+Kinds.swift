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
}
