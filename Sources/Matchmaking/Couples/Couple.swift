public typealias CoupleID = Identifier<Couple>

/// How far two people are (情侣), in the order in which it goes; ended at any time.
public enum CoupleStage: String, Hashable, Sendable, CaseIterable {
  case paired
  case inLove = "in-love"
  case engaged, married, wedding, ended

  /// Whether it comes behind another; nothing comes behind the end.
  public func follows(_ other: CoupleStage) -> Bool {
    other != .ended
      && (Self.allCases.firstIndex(of: self) ?? 0)
        > (Self.allCases.firstIndex(of: other) ?? 0)
  }

  /// Whether these two look for nobody else.
  public var isTaken: Bool { follows(.paired) && self != .ended }
}

/// One step of a couple, with what shows it.
public struct CoupleStep: Hashable, Sendable {
  public let stage: CoupleStage
  public let day: Day
  /// Nil for the first, which the announcement shows, and where somebody in it was erased.
  public let evidence: String?

  public init(stage: CoupleStage, day: Day, evidence: String? = nil) {
    self.stage = stage
    self.day = day
    self.evidence = evidence
  }

  public static let longestEvidence = 200
}

/// Two members who are followed up: a pair that was announced.
public struct Couple: Hashable, Sendable, Identifiable {
  public let id: CoupleID
  public let one: MemberID
  public let other: MemberID
  /// Where they were paired.
  public let event: EventID?
  /// In their order; never empty in a file that is whole.
  public let steps: [CoupleStep]

  public init(
    id: CoupleID, one: MemberID, other: MemberID, event: EventID?, steps: [CoupleStep]
  ) {
    self.id = id
    self.one = one
    self.other = other
    self.event = event
    self.steps = steps
  }

  public var stage: CoupleStage { steps.last?.stage ?? .paired }

  /// The next step, if it may be one.
  ///
  /// Steps may be skipped, for nobody hears of every one; none goes back, and none is dated before the one
  /// before it or after today.
  public func step(
    to stage: CoupleStage, on day: Day, evidence: String?, today: Day
  ) throws(CoupleRefusal) -> CoupleStep {
    let now = self.stage
    if now == .ended { throw .ended }
    if stage == now { throw .alreadyThere(stage) }
    guard stage.follows(now) else { throw .goesBack(from: now, to: stage) }
    guard day <= today else { throw .inTheFuture(day) }
    if let last = steps.last?.day, day < last { throw .beforeTheLast(day, last: last) }
    let evidence = evidence ?? ""
    // Of a parting nobody is asked for papers.
    guard !evidence.isEmpty || stage == .ended else { throw .noEvidence }
    guard evidence.count <= CoupleStep.longestEvidence else {
      throw .longEvidence(most: CoupleStep.longestEvidence)
    }
    return CoupleStep(stage: stage, day: day, evidence: evidence.isEmpty ? nil : evidence)
  }
}

/// Why a couple does not go on as somebody says.
public enum CoupleRefusal: Error, Hashable, Sendable {
  /// These two are no couple that is followed up.
  case none(String, String)
  case sameTwice(String)
  case ended
  case alreadyThere(CoupleStage)
  case goesBack(from: CoupleStage, to: CoupleStage)
  case inTheFuture(Day)
  case beforeTheLast(Day, last: Day)
  case noEvidence
  case longEvidence(most: Int)

  public var code: String {
    switch self {
    case .none: "no-couple"
    case .sameTwice: "same-twice"
    case .ended: "couple-ended"
    case .alreadyThere: "already-there"
    case .goesBack: "goes-back"
    case .inTheFuture: "in-the-future"
    case .beforeTheLast: "before-the-last"
    case .noEvidence: "no-evidence"
    case .longEvidence: "too-long"
    }
  }
}
