/// Who of the register is to be shown: every term must hold.
///
/// What is unsaid or was not understood meets no condition and no negated one either; `income=?` asks
/// for it.
public struct Filter: Hashable, Sendable {
  public enum Term: Hashable, Sendable {
    case demand(Demand)
    /// Nothing is known of the detail; or, negated, something is.
    case unsaid(ConditionField, isNegated: Bool)
    /// Names, numbers and phones are searched for by those who have an index of them.
    case name(String, isNegated: Bool)
  }

  public var terms: [Term]

  public init(terms: [Term] = []) { self.terms = terms }

  /// Reads a finished filter.
  ///
  /// - Throws: the first thing wrong; ``FilterDraft`` tells all of them.
  public static func check(_ text: String) throws(ConditionFault) -> Filter {
    let draft = FilterDraft(text)
    if let fault = draft.faults.first { throw fault }
    return draft.filter
  }

  /// What is to be searched for among names, each with whether it is to be left out.
  public var names: [(word: String, isNegated: Bool)] {
    terms.compactMap {
      if case .name(let word, let isNegated) = $0 { (word, isNegated) } else { nil }
    }
  }

  /// Whether everything but the names holds.
  public func admits(_ facts: MemberFacts, day: Day) -> Bool {
    terms.allSatisfy { term in
      switch term {
      case .demand(let demand): demand.verdict(on: facts, day: day) == .met
      case .unsaid(let field, let isNegated): facts.isKnown(field) == isNegated
      case .name: true
      }
    }
  }

  /// The canonical form; it reads back as the same filter.
  public func text(_ words: ConditionWords) -> String {
    terms.map { $0.text(words) }.joined(separator: " ")
  }
}

extension Filter.Term {
  func text(_ words: ConditionWords) -> String {
    switch self {
    case .demand(let demand): demand.text(words)
    case .unsaid(let field, let isNegated): field.name(words) + (isNegated ? "!=?" : "=?")
    case .name(let word, let isNegated):
      (isNegated ? (words == .english ? "not " : "非 ") : "") + Filter.Term.quoted(word)
    }
  }

  /// Between quotes where the bare word would mean something else.
  private static func quoted(_ word: String) -> String {
    let plain = word.replacing("\"", with: "")
    let draft = FilterDraft(plain)
    // Beside other words a `~` would be read as one with the word before it, and `or` would join them.
    let isPlain =
      draft.faults.isEmpty && draft.filter.terms == [.name(plain, isNegated: false)]
      && Written(plain)[0] != 0x7e && !ConditionParser.joins(plain)
    return isPlain ? plain : "\"\(plain)\""
  }
}

/// A filter while it is typed: what stands already, and everything wrong with its place.
public struct FilterDraft: Hashable, Sendable {
  public let text: String
  /// The terms that are right; one can filter by them before the rest is typed.
  public let filter: Filter
  public let faults: [ConditionFault]
  /// Where each term of `filter` stands in the text.
  public let ranges: [Range<String.Index>]

  /// How many terms a filter has at most.
  public static let most = ConditionParser.most

  public init(_ text: String) {
    self.text = text
    let parser = ConditionParser(text, .filter)
    filter = Filter(
      terms: parser.terms.map { term in
        switch term.body {
        case .demand(let condition): .demand(Demand(condition, isNegated: term.isNegated))
        case .unsaid(let field): .unsaid(field, isNegated: term.isNegated)
        case .words(let word): .name(word, isNegated: term.isNegated)
        }
      })
    faults = parser.faults
    ranges = parser.terms.map { parser.text.range($0.range) }
  }
}

extension MemberFacts {
  /// Whether anything is known of a detail.
  public func isKnown(_ field: ConditionField) -> Bool {
    switch field {
    case .trait(let trait): choices(trait) != nil
    case .measure(.age), .measure(.birthYear), .measure(.older): birth != nil
    case .measure(.height): height != nil
    case .measure(.weight): weight.value != nil
    case .measure(.income): income.value != nil
    case .education: education.value != nil
    case .work: work.value != nil
    case .text(let kind): texts[kind] != nil
    case .place(let kind): place(kind) != nil
    }
  }
}
