public import Matchmaking
public import Wording

/// What the screens want of the world; the desk does it and answers with a `Message`.
///
/// Screens never reach the store themselves, so every one of them can be tested as
/// state, key, state. The answer carries the number of what was asked, so that it finds its asker.
public enum Effect: Hashable, Sendable {
  /// Answered once, or not at all where a newer question of the same asker makes it needless.
  case ask(Question, RequestID)
  /// Nobody waits for the answer to a question any more.
  case withdraw(RequestID)
  /// One act in the change log, on disk before it is answered. Keys typed meanwhile wait.
  case change(Change, RequestID)
  /// What the program itself does.
  case program(ProgramRequest, RequestID)
}

/// The number of one request: none is used twice while the program runs, and later ones are greater.
public struct RequestID: Hashable, Comparable, Sendable {
  public let number: Int

  public init(_ number: Int) { self.number = number }

  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}

/// What is only asked; nothing is changed by it.
public enum Question: Hashable, Sendable {
  case loadEvents
  /// From then on the desk keeps this event up to date.
  case openEvening(EventID)
  case loadMembers(query: String, rows: Range<Int>)
  /// Answered by the rows, then by what may be typed at the caret.
  case browse(RegisterQuestion)
  /// `corrected` are typed criteria in the place of those in the text.
  case loadCircle(MemberID, corrected: String?, today: Day)
  case loadLonely(today: Day)
  /// What lies in a folder, as typed, for choosing a file.
  case listFolder(String)
  /// The same, for choosing a bundle.
  case listBundles(String)
  /// How a roster would be read.
  case lookAtRoster(RosterChoice)
  /// What an import would do.
  case rehearseRoster(RosterChoice)
  /// The rows to mend as a table beside the roster.
  case writeProblems(RosterChoice, [ImportProblem], Language)
  case loadHistory(limit: Int)
  /// Who was turned away at the door.
  case loadRefusals(EventID)
  case read(RegisterReading)
  /// What files that were worked on apart say differently.
  case loadConflicts
  /// How often badges were printed for an event, by its code.
  case loadPrintings(String)
  /// What taking in a bundle would do.
  case rehearseBundle(path: String)
  /// Everything this file knows, as a file.
  case writeBundle(path: String, Language)
  /// The programme and who sits where.
  case loadProgramme(EventID)
  /// The red thread, and hearts in step.
  case loadGames(EventID)
  /// Who has nobody yet; it goes on record.
  case loadWaiting(EventID)
  /// Whether this is the organizer's PIN.
  case unlock(String)
  /// From now on this desk shows the door alone.
  case lock

  /// Whether it may take long, so that it is worth telling that nobody waits any more.
  var isLong: Bool {
    switch self {
    case .loadCircle, .loadLonely, .rehearseRoster: true
    case .loadEvents, .openEvening, .loadMembers, .browse, .listFolder, .listBundles, .lookAtRoster,
      .writeProblems, .loadHistory, .loadRefusals, .read, .loadConflicts, .rehearseBundle,
      .writeBundle, .loadProgramme, .loadGames, .loadWaiting, .loadPrintings, .unlock, .lock:
      false
    }
  }
}

/// What is to be changed.
public enum Change: Hashable, Sendable {
  case createEvent(EventForm)
  case editEvent(EventID, EventForm)
  case removeEvent(EventID)
  case closeEvent(EventID)
  /// What the picking came to for one guest is to be shown; changes nothing, and is on record before it is.
  case seeOutcome(EventID, RegistrationID)
  /// Its slips go for good.
  case archiveEvent(EventID)
  case checkIn(RegistrationID, overriding: Bool)
  case takeBackCheckIn(RegistrationID)
  case leave(RegistrationID)
  case changeBadge(RegistrationID, Int)
  case walkIn(EventID, WalkIn, overriding: Bool)
  case saveSlip(EventID, Ballot, SlipTyping)
  /// A slip was not taken, for whoever it names is not here or takes no part; on record, as they may be wronged.
  case recordRefusedSlip(EventID, Badge, SlipRefusal)
  case openPicking(EventID, PickingRoundWish)
  case closePicking(EventID, round: Int)
  /// Somebody of the register comes to the event; checked in by that nobody is.
  case register(EventID, MemberID, overriding: Bool = false)
  /// Everybody a filter finds. Whoever is refused leaves the others in.
  case registerFound(EventID, RegisterQuestion)
  /// They do not come; a place that becomes free goes to the waiting list.
  case unregister(EventID, RegistrationID)
  /// The organizer does not accept the registration.
  case decline(EventID, RegistrationID)
  /// A list of registrations by its path as typed.
  case registerList(EventID, path: String)
  /// How columns were corrected is remembered for files with the same head.
  case importRoster(RosterChoice)
  case keep(RegisterChange)
  /// What another copy of the file knows is taken in.
  case mergeBundle(path: String)
  /// Paper as a file; numbers are given by it, and an act is made where there are any on it.
  case print(PaperRequest)
  case settleConflict(String, ConflictRecord.Side)
  case setProgramme(EventID, [SegmentPlan])
  case runProgramme(EventID, ProgrammeStep)
  /// The one before it is over with that.
  case startRound(EventID, SeatingKind, Int)
  case planRounds(EventID, RoundsWish)
  /// The topics are those of the wish, or those that a file lists, by its path as typed.
  case planTopics(EventID, TopicsWish, from: String? = nil)
  /// What the hall is told of a pair of this picking round, or not yet.
  case gate(EventID, round: Int, GateStep)
  /// Without a seed one is drawn.
  case drawThread(EventID, [Badge], seed: UInt64?)
  /// Counted from 1; 0 takes it off the big screen.
  case askQuestion(EventID, Int)
  case answerQuestions(EventID, HeartsSheet, replacing: Bool)
  case undo
  case redo

  /// Whose registration it changes, where that is one guest's.
  var registration: RegistrationID? {
    switch self {
    case .checkIn(let id, _), .takeBackCheckIn(let id), .leave(let id), .changeBadge(let id, _),
      .decline(_, let id), .unregister(_, let id):
      id
    default: nil
    }
  }
}

/// What the program does beside the store.
public enum ProgramRequest: Hashable, Sendable {
  /// A long text to be written in the organizer's editor; answered by `.composed`.
  case compose(String)
  case openSample
  case remember(Language)
  /// What takes long and cannot be withdrawn: a roster that is brought in. Nothing of it is kept.
  case stop
  case suspend
  case quit
}
