import Canvas
import Matchmaking
public import Screens
public import Store
public import Terminal
public import Wording

/// How a desk was left.
public enum DeskOutcome: Sendable {
  case quit
  /// The terminal went away.
  case hangUp
  /// Somebody wants to look around the sample evening.
  case openSample
}

/// The organizer's desk at a terminal.
@MainActor
public struct DeskLoop {
  private let loop: ProgramLoop<DeskProgram, DeskWork>

  /// - Parameters:
  ///   - idle: is told whenever nothing is left to do; tests wait for it.
  public init(
    terminal: any TerminalPort, store: Store, setting: Setting, idle: IdleCounter?,
    remember: @escaping (Language) -> Void
  ) {
    loop = ProgramLoop(
      DeskProgram(Workspace(setting)) { store.clockReading }, terminal: terminal,
      work: DeskWork(store, isLocked: setting.isLocked, remember: remember), idle: idle)
  }

  /// Runs until it is left.
  ///
  /// - Parameter first: what is known already, so that the first frame shows it.
  public func run(first: [Message]) -> DeskOutcome { loop.run(first: first) }
}

/// The workspace as a program.
struct DeskProgram: Program {
  var workspace: Workspace
  /// For whom the editor is open.
  private var composing = RequestID(0)
  private let clock: @Sendable () -> ClockReading
  private(set) var wish: Moment?
  var hangUp: DeskOutcome { .hangUp }

  init(
    _ workspace: Workspace,
    clock: @escaping @Sendable () -> ClockReading = {
      ClockReading(wall: Timestamp(milliseconds: 0))
    }
  ) {
    self.workspace = workspace
    self.clock = clock
  }

  mutating func update(_ event: ProgramEvent<Message>) -> [ProgramStep<Effect, DeskOutcome>] {
    workspace.now = clock()
    let steps = answer(event)
    // What counts down is drawn anew when it shows another second; without that nothing ticks.
    wish = workspace.changesIn.map { .after(.now + .milliseconds($0)) }
    return steps
  }

  private mutating func answer(
    _ event: ProgramEvent<Message>
  ) -> [ProgramStep<Effect, DeskOutcome>] {
    switch event {
    case .begun(let size): return steps(workspace.update(.resized(size)) + workspace.start())
    case .key(let key): return steps(workspace.update(.key(key)))
    case .resized(let size): return steps(workspace.update(.resized(size)))
    case .widened: return steps(workspace.update(.widened))
    case .answered(let message): return steps(workspace.update(message))
    case .composed(.success(let text)):
      return steps(workspace.update(.answered(composing, .composed(text))))
    case .composed(.failure(let fault)):
      let fault = Fault.other(fault.reason(workspace.language))
      return steps(workspace.update(.answered(composing, .failed(fault))))
    case .due: return []
    }
  }

  func view(_ size: Size) -> Frame { workspace.view(size) }

  private mutating func steps(_ effects: [Effect]) -> [ProgramStep<Effect, DeskOutcome>] {
    effects.map { effect in
      switch effect {
      case .program(.quit, _): return .leave(.quit)
      case .program(.openSample, _): return .leave(.openSample)
      case .program(.suspend, _): return .suspend
      case .program(.compose(let text), let id):
        composing = id
        return .compose(text)
      case .program(.remember, _), .program(.stop, _), .ask, .change, .withdraw:
        return .run(effect)
      }
    }
  }
}
