import Wording

/// What a component wants done. Done in order; after `close` the one below stands in its place, and is told
/// what becomes of the rest.
enum Intent: Sendable {
  /// - Parameter about: what several questions of one asker are about: a newer one about the same makes an
  ///   older one needless. Where nothing is said, one of the same kind does.
  case ask(Question, about: String = "")
  case change(Change)
  case program(ProgramRequest)
  case close
  case open(any Dialogue)
  case say(Toast)
  /// What was asked for is wrong and says so where it stands.
  case refuseInPlace
  /// To whoever below is meant.
  case tell(any Notice)
  /// Goes where a command counts and does it there.
  case go(Command)
  /// Does a command here, as if its key had been pressed.
  case run(Command.ID)
  case turn(Tab)
  /// This desk is one table at the door from now on; nil is all of them.
  case stand(atTable: Int?)
  /// Where the last file was chosen.
  case remember(folder: String)

  static func note(_ phrase: Phrase) -> Intent { .say(Toast(.note, phrase)) }
}
