/// Who may come to a special session (专场): a filter without names, asked of one member at a time.
public struct Eligibility: Hashable, Sendable {
  public let filter: Filter

  /// - Throws: the first thing wrong; a bare word is one, for a name is no condition and a mistyped detail
  ///   would be taken for a name.
  public init(_ text: String) throws(ConditionFault) {
    let draft = FilterDraft(text)
    if let fault = draft.faults.first { throw fault }
    for (term, range) in zip(draft.filter.terms, draft.ranges) {
      if case .name(let word, _) = term {
        throw ConditionFault(kind: .notACondition(word), range: range)
      }
    }
    filter = draft.filter
  }

  /// - Parameter day: the event's, on which ages and verifications are counted.
  public func admits(_ member: Member, on day: Day) -> Bool {
    filter.admits(MemberFacts(member), day: day)
  }
}

extension EventDetails {
  /// Of each detail, in characters.
  public static let longest = 80

  /// `HH:MM` of a time as it may be typed (`9:30`, `19：00`); nil where it is none of a day's 24 hours.
  public static func start(typed text: String) -> String? {
    let parts = text.split(separator: /[:：]/, omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else {
      return nil
    }
    let digits = parts.map { $0.map(\.plainDigit) }
    let numbers = digits.map { $0.compactMap(\.self).reduce(0) { $0 * 10 + $1 } }
    guard digits.allSatisfy({ !$0.contains(nil) }), numbers[0] < 24, numbers[1] < 60 else {
      return nil
    }
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// What cannot stand in any of them.
  func check() throws(EventRefusal) {
    let texts = [theme, place, host, hotline].compactMap(\.self)
    guard texts.allSatisfy({ $0.count <= Self.longest }) else {
      throw .longDetail(most: Self.longest)
    }
    if let starts, Self.start(typed: starts) != starts { throw .badStart(starts) }
  }
}
