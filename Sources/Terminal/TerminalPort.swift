public import Canvas

/// What a loop needs of a terminal, so that a script can take its place in tests.
public protocol TerminalPort: AnyObject {
  var size: Size { get }
  func events(wake: Int32?, timeout: Duration?) -> [TerminalEvent]
  func show(_ frame: Frame)
  func suspend(wholeJob: Bool) -> Size
  func withSuspendedTerminal<Outcome>(_ body: () throws -> Outcome) rethrows -> Outcome
}

extension Terminal: TerminalPort {}
