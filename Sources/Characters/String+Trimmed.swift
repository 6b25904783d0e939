extension String {
  /// Without blanks at either end, the ideographic space among them.
  public var trimmed: String {
    guard mayBeginBlank(utf8.first), unicodeScalars.first?.isBlank == true else {
      guard mayEndBlank(utf8.last), unicodeScalars.last?.isBlank == true else {
        return self
      }
      return trimmedSlowly
    }
    return trimmedSlowly
  }

  private var trimmedSlowly: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private func mayBeginBlank(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte <= 0x20 || (0xc2...0xe3).contains(byte)
  }

  private func mayEndBlank(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte <= 0x20 || (0x80...0x8a).contains(byte) || (0x9f...0xaf).contains(byte)
  }

  /// The first graphemes, with an ellipsis where something was cut.
  public func shortened(to limit: Int) -> String {
    utf8.count <= limit || count <= limit ? self : prefix(limit - 1) + "…"
  }
}
