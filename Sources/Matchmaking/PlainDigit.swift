extension Character {
  /// What a digit stands for, as any keyboard or input method types it (`7`, `７`); nil for anything else, Han numerals
  /// among them.
  var plainDigit: Int? {
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
    default: return nil
    }
  }
}
