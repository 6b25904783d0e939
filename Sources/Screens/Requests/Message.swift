public import Canvas
public import Matchmaking
public import Pinyin

/// Everything that can reach the screens: keys, sizes, answers to what was asked, and news.
public enum Message: Sendable {
  case key(Key)
  case resized(Size)
  /// The terminal draws ambiguous characters wide, which it said after the first frame.
  case widened

  /// To a question, or to what the program was to do.
  case answered(RequestID, Answer)
  /// How far a question or a change is.
  case progress(RequestID, Double)
  /// What became of a change: once for each that was asked for.
  case done(RequestID, Outcome)

  // What nobody asked for.

  case events([EventSummary])
  /// The open event as a whole, where its changes alone do not tell it.
  case evening(Evening, SearchIndex)
  /// What changed in the open event, here or in another process; small, so that it is cheap.
  case eveningChanged(EveningChange)
  /// Somebody changed the register, here or in another process.
  case registerChanged
  /// Somebody went on with a programme, or planned rounds.
  case programmeChanged
  /// The open event was taken back.
  case eveningGone
  /// Another program holds the file; keys wait in order.
  case waiting(Holder?)
  /// Something went wrong that nobody was waiting for.
  case noticed(Fault)
}

/// What a question comes to.
public enum Answer: Sendable {
  case events([EventSummary])
  /// A whole event, with the index of its guests: the ordinal of an entry is the guest's place.
  case evening(Evening, SearchIndex)
  case members(MemberPage)
  case browsed(RegisterPage)
  /// What may be typed at the caret, with how many each would leave.
  case completed(FilterCompletion)
  /// How much of the register is read, while the answer waits for it.
  case readingRegister(Double)
  case circle(FateCircle)
  case lonely(LonelyReport)
  case folder(FolderListing)
  case rosterSeen(RosterSketch)
  case rehearsed(ImportSummary)
  case problemsWritten(String)
  case history([Act])
  case refusals([RefusalRecord])
  case register(RegisterNews)
  case conflicts([ConflictRecord])
  case bundleTried(Result<MergeOutcome, Refusal>)
  case bundleWritten(Result<BundleContents, Fault>)
  case programme(EveningProgramme)
  case games(EveningGames)
  case waiting([WaitingGuest])
  /// The acts that printed badges, newest first.
  case printings([Act])
  /// What was written in the editor.
  case composed(String)
  /// Whether the desk is locked now; a refusal where it stays so, or cannot be.
  ///
  /// Of a desk that was unlocked also how many PINs were wrong before.
  case locked(Bool, Refusal?, wrongTries: Int = 0)
  case failed(Fault)
}

/// What became of a change.
public enum Outcome: Sendable {
  /// It is on disk.
  case saved(Act)
  /// Somebody else had made it already.
  case unchanged
  /// A roster, or a list of registrations; the act is nil where nothing of it was taken.
  case imported(ImportSummary, Act?)
  case refused(Refusal)
  case failed(Fault)

  /// Whether things are now as was asked for.
  var isDone: Bool {
    switch self {
    case .saved, .unchanged, .imported: true
    case .refused, .failed: false
    }
  }
}

/// Guests and slips as the store has them now.
public struct EveningChange: Sendable {
  public var event: Event
  public var guests: [Guest]
  /// Empty where the slip was taken back.
  public var slips: [SlipKey: SlipReadings]

  public init(event: Event, guests: [Guest] = [], slips: [SlipKey: SlipReadings] = [:]) {
    self.event = event
    self.guests = guests
    self.slips = slips
  }
}

/// The members who were looked up, and how many there are in all.
public struct MemberPage: Sendable {
  public var total: Int
  public var rows: [Member]

  public init(total: Int, rows: [Member]) {
    self.total = total
    self.rows = rows
  }
}
