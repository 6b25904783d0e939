internal import Characters

/// Hides the middle of phone numbers in texts that others may see, as `138****0007`.
public enum Masking {
  /// A text without whole phone or resident numbers in it; what is shown of a doubtful cell.
  ///
  /// Digits in groups (`138 0001 0007`, `0538-8224567`) count as one number. Up to six digits are left
  /// alone, and days: `19920504`, `2026-09-03 12:00`.
  public static func numbers(in text: String) -> String {
    guard text.utf8.count >= shortest, mayHoldNumber(text) else { return text }
    var scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      guard digit(scalars[at]) else {
        at += 1
        continue
      }
      var places: [Int] = []
      var end = at
      while end < scalars.count {
        if digit(scalars[end]) {
          places.append(end)
        } else if !isJoint(scalars[end]) || !hasDigit(scalars, behind: end) {
          break
        }
        end += 1
      }
      if places.count >= shortest { hide(places, in: &scalars) }
      at = max(end, at + 1)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Two texts to be told apart: whole where they look the same when masked.
  public static func numbers(in one: String, and other: String) -> (String, String) {
    let (first, second) = (numbers(in: one), numbers(in: other))
    return first == second && one != other ? (one, other) : (first, second)
  }

  private static let shortest = 7

  /// The first three and the last four stay; of a shorter number the last two.
  private static func hide(_ places: [Int], in scalars: inout [Unicode.Scalar]) {
    if isDay(places, in: scalars) { return }
    let last = places.count < 11 ? 2 : 4
    for place in places.dropFirst(3).dropLast(last) { scalars[place] = "*" }
  }

  private static func isDay(_ places: [Int], in scalars: [Unicode.Scalar]) -> Bool {
    let first = places[0]
    let century = [scalars[first].narrowed, scalars[first + 1].narrowed]
    guard century == ["1", "9"] || century == ["2", "0"] else { return false }
    if places.count == 8, places[7] == first + 7 { return true }
    return first + 7 < scalars.count && isJoint(scalars[first + 4])
      && (isJoint(scalars[first + 6]) || isJoint(scalars[first + 7]))
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.narrowed.value)
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.narrowed {
    case "-", " ", "‐", "–", "\u{a0}": true
    default: false
    }
  }

  private static func hasDigit(_ scalars: [Unicode.Scalar], behind place: Int) -> Bool {
    place + 1 < scalars.count && digit(scalars[place + 1])
  }

  private static func mayHoldNumber(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars where digit(scalar) {
      count += 1
      if count >= shortest { return true }
    }
    return false
  }
}

extension FieldDifference {
  /// Both values without what others should not read.
  public var masked: (before: String, after: String) { Masking.numbers(in: before, and: after) }
}
