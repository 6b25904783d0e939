import Canvas
import Wording

/// A screen or a dialogue: a value that owns its state, knows its keys and draws itself.
///
/// It is told what was done and answers with what it wants done; the workspace does that, brings it the
/// answers to its questions and knows nothing else of it.
protocol Component: Sendable {
  /// Its commands, with their keys.
  static var commands: [Command] { get }

  /// Where its keys are looked up, topmost first.
  var contexts: [Context] { get }

  /// Does a command.
  ///
  /// - Returns: nil where it leaves the command to the desk below.
  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]?

  /// A text field has the focus and no command wants the key.
  mutating func type(_ key: Key, in environment: Environment) -> [Intent]

  /// A click marks a row; what Enter does with it stays with Enter.
  mutating func mark(row: Int, in environment: Environment) -> [Intent]

  /// An answer to a question of its own that is still of interest.
  ///
  /// - Parameter subject: what the question was asked about, as `Intent.ask` said.
  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent]

  /// How far something is that it asked for.
  mutating func take(progress: Double)

  /// What became of a change it asked for.
  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent]

  /// Something was changed at this desk, by itself or by another; what it shows may be old.
  mutating func follow(_ change: Change, in environment: Environment) -> [Intent]

  /// The open event is another than it was.
  mutating func followEvening(in environment: Environment)

  /// What another one above wants of it.
  ///
  /// - Returns: nil where it is not meant.
  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]?

  /// Why one of its commands does nothing now; nil where it does.
  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle?

  /// One of its commands was asked for and did nothing, for what `obstacle` said.
  mutating func wasBarred(_ id: Command.ID, in environment: Environment)

  /// What a command is called just now; nil where it is called as always.
  func label(of id: Command.ID) -> Phrase?

  /// In how many milliseconds it will look otherwise, though nothing happens; nil where it stays.
  func changesIn(_ environment: Environment) -> Int64?

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area)
}

/// What one component says to another, which takes it if it knows it.
protocol Notice: Sendable {}

/// Why a command does nothing now.
struct Obstacle: Hashable, Sendable {
  let phrase: Phrase
  /// It has no meaning here at all, so that the line of keys leaves it out.
  let hidesKey: Bool

  /// Something has to be done first, which whoever presses the key is told.
  static func first(_ phrase: Phrase) -> Self { Self(phrase: phrase, hidesKey: false) }
  /// There is nothing it could be of use for.
  static func useless(_ phrase: Phrase) -> Self { Self(phrase: phrase, hidesKey: true) }
}

extension Component {
  func changesIn(_ environment: Environment) -> Int64? { nil }
  static var commands: [Command] { [] }
  mutating func type(_ key: Key, in environment: Environment) -> [Intent] { [] }
  mutating func mark(row: Int, in environment: Environment) -> [Intent] { [] }
  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] { [] }
  mutating func take(progress: Double) {}
  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] { [] }
  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] { [] }
  mutating func followEvening(in environment: Environment) {}
  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? { nil }
  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? { nil }
  mutating func wasBarred(_ id: Command.ID, in environment: Environment) {}
  func label(of id: Command.ID) -> Phrase? { nil }
}
