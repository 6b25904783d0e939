/// Numbers by which somebody could be called or found, as screens that others can see show them.
public enum LongNumber {
  /// `138****0007`: of seven digits on end and more the middle is hidden.
  public static func masked(_ text: String) -> String {
    var result = ""
    var digits = ""
    func flush() {
      result += digits.count < 7 ? digits : digits.prefix(3) + "****" + digits.suffix(4)
      digits = ""
    }
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  /// Two texts to be told apart: whole where they look the same when masked.
  public static func masked(_ one: String, _ other: String) -> (String, String) {
    let (first, second) = (masked(one), masked(other))
    return first == second && one != other ? (one, other) : (first, second)
  }
}

extension FieldDifference {
  /// Both values without what others should not read.
  public var masked: (before: String, after: String) { LongNumber.masked(before, after) }
}
