/// What somebody did, as the change log tells it: one transaction, taken back as one.
public struct Act: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case original = "do"
    case undo, redo
    /// What another copy of the file knew was taken in.
    case merge
  }

  /// The order in which this file learnt of it.
  public let sequence: Int64
  public let at: Timestamp
  public let station: String
  /// Who answers for it, as the operating system names them; empty where that is not known.
  public let operatorName: String
  public let kind: Kind
  public let summary: ActSummary
  /// Taken back, and not done again since.
  public let isUndone: Bool
  /// It settled rows besides those that its method tells, as where files were worked on apart.
  public let reachesFurther: Bool

  public init(
    sequence: Int64, at: Timestamp, station: String, operatorName: String = "", kind: Kind,
    summary: ActSummary, isUndone: Bool, reachesFurther: Bool = false
  ) {
    self.sequence = sequence
    self.at = at
    self.station = station
    self.operatorName = operatorName
    self.kind = kind
    self.summary = summary
    self.isUndone = isUndone
    self.reachesFurther = reachesFurther
  }
}

/// What was done in words that any language can say: a verb and whom or what it was done to.
public struct ActSummary: Hashable, Sendable {
  public enum Verb: String, Sendable, CaseIterable {
    case createEvent = "create-event"
    case editEvent = "edit-event"
    case closeEvent = "close-event"
    /// Its slips were deleted for good.
    case archiveEvent = "archive-event"
    /// An event that nobody is registered for was taken away.
    case removeEvent = "remove-event"
    case register
    case unregister
    /// The organizer did not accept a registration.
    case decline
    case checkIn = "check-in"
    case takeBackCheckIn = "take-back-check-in"
    case leave
    case changeBadge = "change-badge"
    case walkIn = "walk-in"
    case refuse
    case refuseRegistration = "refuse-registration"
    case saveSlip = "save-slip"
    case correctSlip = "correct-slip"
    case importSlips = "import-slips"
    /// A slip was typed the second time; `detail` is a `SlipOutcome`.
    case compareSlip = "compare-slip"
    /// What a slip says was settled by the paper.
    case settleSlip = "settle-slip"
    /// A slip was not taken; whom it picks is not told.
    case refuseSlip = "refuse-slip"
    /// A picking round, which `count` says.
    case openPicking = "open-picking"
    case closePicking = "close-picking"
    case importMembers = "import-members"
    case createSample = "create-sample"
    case addMember = "add-member"
    case editMember = "edit-member"
    case setStatus = "set-status"
    case verify
    case reject
    /// A verification no longer counts, and the member waits for another.
    case reopenVerification = "reopen-verification"
    case giveConsent = "give-consent"
    case revokeConsent = "revoke-consent"
    case keepApart = "keep-apart"
    case mergeMembers = "merge-members"
    case saveFilter = "save-filter"
    case deleteFilter = "delete-filter"
    case rememberColumns = "remember-columns"
    /// Whole phone numbers, which are masked otherwise, were looked at.
    case seeDetails = "see-details"
    /// Numbers were printed on paper: badges, ballots or cards, which `detail` says.
    case print
    /// Everything about a member was handed out as a file.
    case exportMember = "export-member"
    case eraseMembers = "erase-members"
    /// What another copy of the file knew was taken in.
    case mergeBundle = "merge-bundle"
    /// Which of two values that were written apart stands.
    case settleConflict = "settle-conflict"
    case setProgramme = "set-programme"
    case nextSegment = "next-segment"
    case pauseSegment = "pause-segment"
    case resumeSegment = "resume-segment"
    case stopSegment = "stop-segment"
    case extendSegment = "extend-segment"
    case planRounds = "plan-rounds"
    case planTopics = "plan-topics"
    case startRound = "start-round"
    case finishRound = "finish-round"
    /// Two people never sit together.
    case forbidPair = "forbid-pair"
    case allowPair = "allow-pair"
    /// The red thread; `detail` is the seed.
    case drawThread = "draw-thread"
    case setQuestions = "set-questions"
    case answerQuestions = "answer-questions"
    /// A question was put on the big screen; `count` says which, 0 none.
    case askQuestion = "ask-question"
    /// Who has nobody yet was looked at, and who of them fit each other.
    case seeWaiting = "see-waiting"
    /// Somebody who had left is in the hall again.
    case comeBack = "come-back"
    /// The organizer asked what the picking came to for one person.
    case seeOutcome = "see-outcome"
    /// A pair was shown to the hall.
    case announcePair = "announce-pair"
    /// The organizer keeps a pair back, with a note.
    case holdPair = "hold-pair"
    /// A pair that was held back may be announced.
    case releasePair = "release-pair"
    /// A pair was not shown, for somebody would have been wronged.
    case refuseAnnouncement = "refuse-announcement"
    /// Names, employers and phones of the pairs were handed out for the union's office.
    case listContacts = "list-contacts"
    /// A couple went a step further, or ended.
    case advanceCouple = "advance-couple"
  }

  public var verb: Verb
  /// The event's code; empty where none is concerned.
  public var event: String
  /// The person's name; empty where it concerns none or several.
  public var name: String
  public var badge: Badge?
  /// How many rows, people or choices, where that is the point.
  public var count: Int?
  /// The code of the refusal: why somebody was turned away, or what the organizer overrode; several with
  /// commas.
  public var refusal: String?
  /// Which status, which consent, which filter, where that is the point; a code or a name.
  public var detail: String?

  public init(
    _ verb: Verb, event: String = "", name: String = "", badge: Badge? = nil, count: Int? = nil,
    refusal: String? = nil, detail: String? = nil
  ) {
    self.verb = verb
    self.event = event
    self.name = name
    self.badge = badge
    self.count = count
    self.refusal = refusal
    self.detail = detail
  }
}

extension ActSummary.Verb {
  /// Whose name stands in a summary.
  public enum Subject: Hashable, Sendable {
    case person
    /// Its title.
    case event
    case nobody
  }

  public var subject: Subject {
    switch self {
    case .register, .unregister, .decline, .checkIn, .takeBackCheckIn, .leave, .changeBadge,
      .walkIn, .refuse, .refuseRegistration, .saveSlip, .correctSlip, .compareSlip, .settleSlip,
      .refuseSlip, .addMember, .editMember,
      .setStatus, .verify, .reject, .reopenVerification, .giveConsent, .revokeConsent, .keepApart,
      .mergeMembers, .exportMember, .seeDetails, .seeOutcome, .print, .comeBack, .advanceCouple,
      .answerQuestions:
      .person
    case .createEvent, .editEvent, .closeEvent, .archiveEvent, .removeEvent: .event
    case .importSlips, .importMembers, .createSample, .saveFilter, .deleteFilter, .rememberColumns,
      .eraseMembers, .mergeBundle, .settleConflict, .setProgramme, .nextSegment, .pauseSegment,
      .resumeSegment, .stopSegment, .extendSegment, .planRounds, .planTopics, .startRound,
      .finishRound, .forbidPair, .allowPair, .openPicking, .closePicking, .announcePair, .holdPair,
      .releasePair, .refuseAnnouncement, .listContacts, .askQuestion, .drawThread, .setQuestions,
      .seeWaiting:
      .nobody
    }
  }
}
