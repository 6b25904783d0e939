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

  /// What cannot stand in any of them.
  func check() throws(EventRefusal) {
    let texts = [theme, place, host, hotline].compactMap(\.self)
    guard texts.allSatisfy({ $0.count <= Self.longest }) else {
      throw .longDetail(most: Self.longest)
    }
    if let starts, Self.start(typed: starts) != starts { throw .badStart(starts) }
  }
}
