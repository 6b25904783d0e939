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
      DeskProgram(workspace: Workspace(setting)), terminal: terminal,
      work: DeskWork(store, remember: remember), idle: idle)
  }

  /// Runs until it is left.
  ///
  /// - Parameter first: what is known already, so that the first frame shows it.
  public func run(first: [Message]) -> DeskOutcome { loop.run(first: first) }
}

/// The workspace as a program.
struct DeskProgram: Program {
  var workspace: Workspace
  var hangUp: DeskOutcome { .hangUp }

  mutating func update(_ event: ProgramEvent<Message>) -> [ProgramStep<Effect, DeskOutcome>] {
    switch event {
    case .begun(let size): return steps(workspace.update(.resized(size)) + workspace.start())
    case .key(let key): return steps(workspace.update(.key(key)))
    case .resized(let size): return steps(workspace.update(.resized(size)))
    case .widened: return steps(workspace.update(.widened))
    case .answered(let message): return steps(workspace.update(message))
    case .composed(.success(let text)): return steps(workspace.update(.composed(text)))
    case .composed(.failure(let fault)):
      return steps(workspace.update(.noticed(.other(fault.reason(workspace.language)))))
    case .due: return []
    }
  }

  func view(_ size: Size) -> Frame { workspace.view(size) }

  private func steps(_ effects: [Effect]) -> [ProgramStep<Effect, DeskOutcome>] {
    effects.map { effect in
      switch effect {
      case .quit: .leave(.quit)
      case .openSample: .leave(.openSample)
      case .suspend: .suspend
      case .compose(let text): .compose(text)
      default: .run(effect)
      }
    }
  }
}
