public import Matchmaking
public import Wording

/// What a screen asks of the world; the desk does it and answers with a `Message`.
///
/// Screens never reach the store themselves, so every one of them can be tested as
/// state, key, state.
public enum Effect: Hashable, Sendable {
  // Reading. Each is answered once; the desk also answers unasked when another process changed
  // what is shown.
  case loadEvents
  /// Answered by `.evening`; from then on the desk keeps this event up to date.
  case openEvening(EventID)
  /// `generation` comes back with the answer, so that a late one can be told from the current.
  case loadMembers(query: String, rows: Range<Int>, generation: Int)
  /// Answered by `.browsed`, unless a later one was asked meanwhile.
  case browse(RegisterQuestion)
  /// Answered by `.circle`. `corrected` are typed criteria in the place of those in the text.
  case loadCircle(MemberID, corrected: String?, today: Day, generation: Int)
  /// Answered by `.lonely`, unless it is stopped.
  case loadLonely(today: Day, generation: Int)
  case stopCircles
  /// What lies in a folder, as typed, for choosing a file; answered by `.folder`.
  case listFolder(String)
  /// How a roster would be read; answered by `.rosterSeen`.
  case lookAtRoster(RosterChoice)
  /// What an import would do; answered by `.rehearsed`.
  case rehearseRoster(RosterChoice)
  /// The rows to mend as a table beside the roster; answered by `.problemsWritten`.
  case writeProblems(RosterChoice, [ImportProblem], Language)
  case loadHistory(limit: Int)
  /// Who was turned away at the door.
  case loadRefusals(EventID)
  case read(RegisterReading)

  // Changing. Each is one act in the change log, on disk before it is answered, by `.saved`,
  // `.refused` or `.failed`. Keys typed meanwhile wait.
  case createEvent(EventForm)
  case editEvent(EventID, EventForm)
  case removeEvent(EventID)
  case closeEvent(EventID)
  case checkIn(RegistrationID, overriding: Bool)
  case takeBackCheckIn(RegistrationID)
  case leave(RegistrationID)
  case changeBadge(RegistrationID, Int)
  case walkIn(EventID, WalkIn, overriding: Bool)
  /// `replacing` is the slip that is corrected, as it was seen; refused where it changed meanwhile.
  case saveSlip(EventID, Ballot, replacing: SlipRecord?)
  /// Somebody of the register comes to the event; checked in by that nobody is.
  case register(EventID, MemberID, overriding: Bool = false)
  /// Everybody a filter finds; answered by `.imported`. Whoever is refused leaves the others in.
  case registerFound(EventID, RegisterQuestion)
  /// They do not come; a place that becomes free goes to the waiting list.
  case unregister(EventID, RegistrationID)
  /// The organizer does not accept the registration.
  case decline(EventID, RegistrationID)
  /// A list of registrations by its path as typed; answered by `.imported`.
  case registerList(EventID, path: String)
  /// Answered by `.imported`; how columns were corrected is remembered for files with the same head.
  case importRoster(RosterChoice)
  case keep(RegisterChange)
  case undo
  case redo

  // The program itself.
  /// A long text to be written in the organizer's editor; answered by `.composed`.
  case compose(String)
  case openSample
  case remember(Language)
  case suspend
  case quit
}

extension Effect {
  /// Whether it changes the file, so that keys wait for its answer.
  public var isChange: Bool {
    switch self {
    case .createEvent, .editEvent, .removeEvent, .closeEvent, .checkIn, .takeBackCheckIn, .leave,
      .changeBadge, .walkIn, .saveSlip, .importRoster, .register, .registerFound, .registerList,
      .unregister, .decline, .keep, .undo, .redo:
      true
    case .read, .compose: false
    case .loadEvents, .openEvening, .loadMembers, .browse, .loadCircle, .loadLonely, .stopCircles,
      .listFolder, .lookAtRoster, .rehearseRoster, .writeProblems,
      .loadHistory, .loadRefusals,
      .openSample, .remember, .suspend, .quit:
      false
    }
  }

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
