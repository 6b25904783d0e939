/// What the union saw; only that it was seen is kept, never a copy.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
  /// Stamped by the union of the employer.
  case employerStamp = "stamp"
  /// An identity card was seen, and the name is the one on it.
  case realName = "real-name"
  /// A signed pledge of being single.
  case singlePledge = "pledge"
}

/// One decision on one member: who, on what evidence, until when (核验).
public struct VerificationRecord: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable, CaseIterable { case verified, rejected }

  public let outcome: Outcome
  /// Who decided, as they are called at the union.
  public let by: String
  public let on: Day
  public let evidence: Set<Evidence>
  /// The last day it holds; nil for a rejection.
  public let until: Day?
  public let note: String

  /// A member is verified on all three kinds of evidence; a rejection says why.
  public init(
    _ outcome: Outcome, by: String, on day: Day, evidence: Set<Evidence>, until: Day? = nil,
    note: String = "", rule: VerificationRule = VerificationRule()
  ) throws(VerificationRefusal) {
    guard by.contains(where: { !$0.isWhitespace }) else { throw .noName }
    for (part, text) in [(Part.by, by), (.note, note)] where text.count > part.longest {
      throw .tooLong(part)
    }
    var last: Day?
    if outcome == .verified {
      let missing = rule.required.subtracting(evidence)
      guard missing.isEmpty else { throw .missingEvidence(missing) }
      let end = until ?? day.adding(months: rule.months)
      guard day <= end else { throw .endsBeforeItBegins }
      last = end
    } else if !note.contains(where: { !$0.isWhitespace }) {
      throw .noReason
    }
    self.outcome = outcome
    self.by = by
    on = day
    self.evidence = evidence
    self.until = last
    self.note = note
  }

  /// A text of it.
  public enum Part: Hashable, Sendable {
    case by, note

    /// In characters.
    public var longest: Int { self == .by ? 60 : 500 }
  }

  /// What the record amounts to on a day: expiry is computed, never stored.
  public func standing(on day: Day) -> Verification {
    switch outcome {
    case .rejected: .rejected
    case .verified: Verification.verified.standing(until: until, on: day)
    }
  }
}

extension Verification {
  /// What a decision amounts to on a day: past its last day a verification has expired.
  public func standing(until: Day?, on day: Day) -> Verification {
    self == .verified && until.map { $0 < day } ?? false ? .expired : self
  }
}

/// What a union asks for.
public struct VerificationRule: Hashable, Sendable {
  public var required: Set<Evidence>
  /// How long a verification holds unless told otherwise.
  public var months: Int

  public init(required: Set<Evidence> = Set(Evidence.allCases), months: Int = 12) {
    self.required = required
    self.months = months
  }
}

public enum VerificationRefusal: Error, Hashable, Sendable {
  case noName
  case missingEvidence(Set<Evidence>)
  case endsBeforeItBegins
  /// A rejection without a note.
  case noReason
  case tooLong(VerificationRecord.Part)

  public var code: String {
    switch self {
    case .noName: "no-name"
    case .missingEvidence: "missing-evidence"
    case .endsBeforeItBegins: "ends-before"
    case .noReason: "no-reason"
    case .tooLong: "too-long"
    }
  }
}

extension Day {
  /// The same day some months on, or the month's last where it has no such day.
  public func adding(months: Int) -> Day {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
      ?? self
  }
}
