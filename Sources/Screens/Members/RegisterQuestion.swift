public import Matchmaking

/// What the list of members asks of the register: who, in which order, and which rows of them.
public struct RegisterQuestion: Hashable, Sendable {
  /// As typed; the terms of it that are right count.
  public var filter: String
  /// Nil for best match first, which without a name is the order of the numbers.
  public var sort: MemberSort?
  public var rows: Range<Int>
  /// The day ages are counted on.
  public var today: Day
  /// Where one types, for what may be typed there; nil where nobody does.
  public var completing: String.Index?
  public var words: ConditionWords

  public init(
    filter: String, sort: MemberSort? = nil, rows: Range<Int>, today: Day,
    completing: String.Index? = nil, words: ConditionWords = .chinese
  ) {
    self.filter = filter
    self.sort = sort
    self.rows = rows
    self.today = today
    self.completing = completing
    self.words = words
  }
}

/// The rows that were asked for, and how many there are in all.
public struct RegisterPage: Sendable {
  public var question: RegisterQuestion
  public var total: Int
  public var rows: [Member]

  public init(_ question: RegisterQuestion, total: Int, rows: [Member]) {
    self.question = question
    self.total = total
    self.rows = rows
  }
}

/// A filter as it stands in the line: a `~` before it asks for names that sound alike.
public struct TypedFilter: Hashable, Sendable {
  public let text: String
  public let isTolerant: Bool
  /// How many characters stand before `text` in what was typed.
  public let offset: Int

  public init(_ typed: String) {
    let start = typed.drop { $0 == " " }
    isTolerant = start.first == "~" || start.first == "～"
    text = isTolerant ? String(start.dropFirst()) : typed
    offset = isTolerant ? typed.count - text.count : 0
  }

  public var draft: FilterDraft { FilterDraft(text) }

  /// The filter without the word one is just typing, where that may yet become a condition; nil where
  /// it cannot.
  ///
  /// Taken where the word is nobody's name, so that the list does not go while one types `age`.
  public func withoutBeginning(at caret: String.Index?, _ words: ConditionWords) -> Filter? {
    guard let caret else { return nil }
    let draft = draft
    let place = zip(draft.filter.terms, draft.ranges).enumerated().first { _, term in
      if case .name(_, false) = term.0 { term.1.upperBound == caret } else { false }
    }?.offset
    guard let place, !FilterCompletion(text, caret: caret, words: words).candidates.isEmpty else {
      return nil
    }
    var filter = draft.filter
    filter.terms.remove(at: place)
    return filter
  }
}
