internal import Characters

/// What a row of a roster says about one consent: yes or no, and of which day the answer is.
public struct ConsentAnswer: Hashable, Sendable, CustomStringConvertible {
  public let agrees: Bool
  /// The day of the answer, where the roster tells it.
  public var day: Day?

  public init(agrees: Bool, day: Day? = nil) {
    self.agrees = agrees
    self.day = day
  }

  /// As a draft carries it: `yes`, `no 2026-09-03`.
  public var description: String { (agrees ? "yes" : "no") + (day.map { " \($0)" } ?? "") }

  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard let word = parts.first, ["yes", "no"].contains(word) else { return nil }
    agrees = word == "yes"
    day = parts.count > 1 ? Day(parts[1]) : nil
  }
}

extension FieldReading {
  /// Whether somebody agrees, in the words of a form; nil for anything that is not plainly one of both.
  public static func agreement(_ text: String) -> Bool? {
    var plain = ""
    for scalar in withoutOptionLetter(text).unicodeScalars.lazy.map(\.narrowed) {
      if !scalar.isBlank, !"。.!".unicodeScalars.contains(scalar) {
        plain.unicodeScalars.append(scalar)
      }
    }
    return switch plain.lowercased() {
    case "同意", "是", "愿意", "可以", "授权", "已授权", "允许", "许可", "接受", "我同意", "本人同意", "已同意", "同意授权", "yes",
      "y",
      "agree", "agreed", "iagree", "true", "√", "✓", "✔", "☑":
      true
    case "不同意", "否", "不愿意", "不可以", "不授权", "未授权", "不允许", "不许可", "不接受", "我不同意", "本人不同意", "拒绝", "no",
      "n",
      "disagree", "idonotagree", "false", "×", "✗", "✘":
      false
    default: nil
    }
  }
}
