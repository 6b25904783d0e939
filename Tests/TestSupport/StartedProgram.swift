import CPseudoterminal
import CSignal
import Foundation

/// A program this process started: it is signalled while it lives, and waited for once.
///
/// Nothing but the number of such a program is ever signalled here; a fork that failed has none.
public final class StartedProgram {
  public let number: Int32
  /// Set once it was waited for: its number may be another's from then on.
  private var ending: Int32?

  /// Nil for what a start that failed gives instead of a number.
  public init?(_ number: Int32) {
    guard number > 1 else { return nil }
    self.number = number
  }

  /// The signal was not sent.
  public struct Unsignalled: Error, Equatable, CustomStringConvertible {
    public let number: Int32
    public let code: Int32
    public var description: String {
      "\(number) was not signalled: \(String(cString: strerror(code)))"
    }
  }

  public func signal(_ signal: Int32) throws {
    guard ending == nil else { throw Unsignalled(number: number, code: ECHILD) }
    try Self.signal(number, signal)
  }

  /// For who keeps a child in another way; refuses what is no child of this process.
  public static func signal(_ number: Int32, _ signal: Int32) throws {
    let code = csignal_child(number, signal)
    if code != 0 { throw Unsignalled(number: number, code: code) }
  }

  /// Waits for its end: the exit code, or 1000 and the number of the signal.
  @discardableResult
  public func outcome() -> Int32 {
    if let ending { return ending }
    let ending = pty_outcome(number)
    self.ending = ending
    return ending
  }

  deinit {
    guard ending == nil else { return }
    try? signal(SIGKILL)
    outcome()
  }
}
