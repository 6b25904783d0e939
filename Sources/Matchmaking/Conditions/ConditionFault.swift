/// What is wrong at one place of a typed filter or of typed criteria.
public struct ConditionFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A word before `=` that is no detail; the nearest that is one.
    case unknownField(String, nearest: ConditionField?)
    /// A detail with nothing said about it.
    case missingOperator(ConditionField)
    case missingValue(ConditionField)
    case notANumber(String)
    /// A number the detail cannot have.
    case implausible(Measure, Int)
    /// The range ends before it begins.
    case emptyRange
    case unknownValue(ConditionField, String)
    /// No place of the table, or several of that name.
    case unknownPlace(String)
    case ambiguousPlace(String)
    /// `>=` with a detail that has no order.
    case noOrder(ConditionField)
    /// `~` with a number.
    case noWords(ConditionField)
    /// A list where one value or range is expected.
    case oneValueOnly(ConditionField)
    case unclosedQuote
    /// `not` or `prefer` with nothing behind it.
    case nothingBehind
    /// Speaks of oneself, so it belongs into criteria.
    case onlyInCriteria
    /// A word that is no condition, where names cannot be searched.
    case notACondition(String)
    /// A word that joins, such as `or`: conditions stand behind one another, and alternatives in one of them.
    case joiningWord(String)
    /// `prefer` in a filter, or `=?` in criteria.
    case onlyInTheOther
    /// More characters than are read at all.
    case tooLong(most: Int)
    /// More conditions than are read at all.
    case tooMany(most: Int)
  }

  public let kind: Kind
  /// Where it stands; empty at the place where something is missing.
  public let range: Range<String.Index>

  /// Stable: other programs know it by this word.
  public var code: String {
    switch kind {
    case .unknownField: "unknown-field"
    case .missingOperator: "missing-operator"
    case .missingValue: "missing-value"
    case .notANumber: "not-a-number"
    case .implausible: "implausible"
    case .emptyRange: "empty-range"
    case .unknownValue: "unknown-value"
    case .unknownPlace: "unknown-place"
    case .ambiguousPlace: "ambiguous-place"
    case .noOrder: "no-order"
    case .noWords: "no-words"
    case .oneValueOnly: "one-value-only"
    case .unclosedQuote: "unclosed-quote"
    case .nothingBehind: "nothing-behind"
    case .onlyInCriteria: "only-in-criteria"
    case .notACondition: "not-a-condition"
    case .joiningWord: "joining-word"
    case .onlyInTheOther: "misplaced"
    case .tooLong: "too-long"
    case .tooMany: "too-many"
    }
  }
}
