public import Canvas
public import Matchmaking
public import Pinyin

/// Everything that can reach the screens: keys, sizes, and answers from the desk.
public enum Message: Sendable {
  case key(Key)
  case resized(Size)
  /// The terminal draws ambiguous characters wide, which it said after the first frame.
  case widened

  case events([EventSummary])
  /// A whole event, with the index of its guests: the ordinal of an entry is the guest's place.
  case evening(Evening, SearchIndex)
  /// What changed in the open event, here or in another process; small, so that it is cheap.
  case eveningChanged(EveningChange)
  case members(MemberPage)
  case browsed(RegisterPage)
  /// What may be typed at the caret, with how many each would leave; of a question's generation.
  case completed(FilterCompletion, generation: Int)
  case circle(FateCircle, generation: Int)
  case lonely(LonelyReport, generation: Int)
  /// How much of the work on circles is done.
  case circleProgress(Double, generation: Int)
  /// How much of the register is read, while an answer waits for it.
  case readingRegister(Double)
  case folder(FolderListing)
  case rosterSeen(RosterSketch)
  case rehearsed(ImportSummary, RosterChoice)
  /// How much of a roster is tried or imported.
  case importProgress(Double)
  case problemsWritten(String)
  case history([Act])
  /// A roster, or a list of registrations.
  case imported(ImportSummary)
  case refusals([RefusalRecord])
  case register(RegisterNews)
  /// What was written in the editor.
  case composed(String)
  /// Somebody changed the register, here or in another process.
  case registerChanged
  /// The open event was taken back.
  case eveningGone
  /// Another program holds the file; keys wait in order.
  case waiting(Holder?)

  // Each change that was asked for is answered by exactly one of these three.

  /// A change is on disk.
  case saved(Act)
  case refused(Refusal)
  case failed(Fault)

  /// Something went wrong that no change was waiting for: it is said and releases no key.
  case noticed(Fault)
}

/// Guests and slips as the store has them now.
public struct EveningChange: Sendable {
  public var event: Event
  public var guests: [Guest]
  /// Nil where the slip was taken back.
  public var slips: [RegistrationID: SlipRecord?]

  public init(event: Event, guests: [Guest] = [], slips: [RegistrationID: SlipRecord?] = [:]) {
    self.event = event
    self.guests = guests
    self.slips = slips
  }
}

/// The rows of the register that were asked for, and how many there are in all.
public struct MemberPage: Sendable {
  public var query: String
  public var total: Int
  /// The place of `rows` in the whole list.
  public var offset: Int
  public var rows: [Member]
  public var generation: Int

  public init(query: String, total: Int, offset: Int, rows: [Member], generation: Int) {
    self.query = query
    self.total = total
    self.offset = offset
    self.rows = rows
    self.generation = generation
  }
}
