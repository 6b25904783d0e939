extension Key {
  /// The key as a command sees it: full-width forms an input method made count as ASCII.
  ///
  /// `？` `：` `／` and full-width letters, digits and space become theirs, and `、`, which Chinese input
  /// methods put on the slash key, becomes `/`. Outside of text fields only.
  public var folded: Key {
    guard case .character(let character) = self, let only = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    switch only.value {
    case 0xFF01...0xFF5E: return .character(Character(Unicode.Scalar(UInt8(only.value - 0xFEE0))))
    case 0x3000: return .character(" ")
    case 0x3001: return .character("/")
    default: return self
    }
  }
}
