import Characters

extension Unicode.Scalar {
  /// Whether it stands between two numbers of a slip, in a line that is typed as in a file: blanks, the stops of
  /// a Chinese keyboard, what survey sites write, and the signs around a number pad.
  ///
  /// A dash is a blank line, and a full stop is none: `3.0` is a number that a table has spoilt.
  public var partsSlip: Bool {
    switch self {
    case ",", "，", "、", "；", ":", "：", "/", "／", "|", "｜", "┋": true
    default: isBlank
    }
  }
}
