/// What a text of a member says, as far as it was understood; the text as written stays.
///
/// Not understood is a value of its own, never a guess.
public enum Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Nothing stands there, or what people write to say nothing: `无可奉告`, `面议`, `-`.
  case unsaid
  /// Something stands there that the rules cannot read, or that can be read in two ways.
  case notUnderstood
  case known(Value)

  public var value: Value? { if case .known(let value) = self { value } else { nil } }

  init(_ value: Value?) { self = value.map(Fact.known) ?? .notUnderstood }

  /// Reads a text, unless there is nothing in it.
  static func read(_ text: String?, _ reading: (Written) -> Value?) -> Fact {
    guard let text, !Blanks.isBlank(text) else { return .unsaid }
    return Fact(reading(Written(text)))
  }
}

/// What tells nothing of a fact: left out, or kept to oneself.
enum Blanks {
  private static let words: Set<String> = ["不详", "保密", "面议", "无可奉告", "不便透露"]

  static func isBlank(_ text: String) -> Bool {
    guard text.utf8.count <= Silence.longest else { return text.allSatisfy(\.isWhitespace) }
    if Silence.read(text) == .leftOut { return true }
    return words.contains(text) || words.contains(text.filter { !$0.isWhitespace })
  }
}
