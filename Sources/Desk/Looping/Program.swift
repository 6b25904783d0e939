import Canvas

/// What runs at a terminal, as a value: it takes what happened, answers with what it wants done, and
/// shows itself. The desk is one; `ProgramLoop` runs any.
protocol Program {
  /// What its work answers.
  associatedtype Message: Sendable
  /// What it asks its work to do.
  associatedtype Effect: Sendable
  /// How it was left.
  associatedtype Outcome: Sendable

  mutating func update(_ event: ProgramEvent<Message>) -> [ProgramStep<Effect, Outcome>]
  func view(_ size: Size) -> Frame

  /// When it wants to be told `.due`, whatever else happens; nil where it wants nothing of the kind, and
  /// then nothing ticks. A wish is fulfilled once.
  var wish: Moment? { get }

  /// How it is left where the terminal went away.
  var hangUp: Outcome { get }
}

extension Program {
  var wish: Moment? { nil }
}

/// What happens to a program.
enum ProgramEvent<Message: Sendable>: Sendable {
  /// Before everything else, once.
  case begun(Size)
  case key(Key)
  case resized(Size)
  /// The terminal draws ambiguous characters wide, which it said after the first frame.
  case widened
  case answered(Message)
  /// What was written in the editor.
  case composed(Result<String, Editor.Fault>)
  /// The moment of its wish has come.
  case due
}

/// What a program wants done.
enum ProgramStep<Effect: Sendable, Outcome: Sendable>: Sendable {
  case run(Effect)
  /// Stops the job until the shell continues it.
  case suspend
  /// Lets a long text be edited in the organizer's editor; answered by `.composed`.
  case compose(String)
  case leave(Outcome)
}

extension ProgramStep: Equatable where Effect: Equatable, Outcome: Equatable {}

/// What works for a program away from the keyboard.
@MainActor protocol ProgramWork<Message, Effect>: AnyObject {
  associatedtype Message: Sendable
  associatedtype Effect: Sendable

  /// Becomes readable when there is an answer; nil where there never is.
  var wake: Int32? { get }
  /// How long may pass until it wants to look about; nil where it never does.
  var pause: Duration? { get }
  /// Something that was asked for is not answered yet.
  var isBusy: Bool { get }

  /// The first frame is up.
  func begin()
  func run(_ effect: Effect)
  /// What was answered since the last time.
  func takeAnswers() -> [Message]
  /// After every turn of the loop.
  ///
  /// - Parameter isIdle: nobody has typed for a while.
  func look(at now: ContinuousClock.Instant, isIdle: Bool)
  /// Waits until what was asked for is done.
  func finish()
}

/// For a program that is all there is.
final class NoWork: ProgramWork {
  var wake: Int32? { nil }
  var pause: Duration? { nil }
  var isBusy: Bool { false }
  func begin() {}
  func run(_ effect: Never) {}
  func takeAnswers() -> [Never] { [] }
  func look(at now: ContinuousClock.Instant, isIdle: Bool) {}
  func finish() {}
}
