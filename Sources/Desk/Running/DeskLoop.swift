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

/// The loop between the keyboard, the screens and the store.
@MainActor
public final class DeskLoop {
  private let terminal: Terminal
  private let mailbox = Mailbox()
  private let runner: EffectRunner
  private let store: Store
  private let remember: (Language) -> Void
  private let idle: IdleCounter?
  private var workspace: Workspace
  private var size: Size
  private var asked = 0

  /// - Parameters:
  ///   - idle: is told whenever nothing is left to do; tests wait for it.
  public init(
    terminal: Terminal, store: Store, setting: Setting, idle: IdleCounter?,
    remember: @escaping (Language) -> Void
  ) {
    self.terminal = terminal
    self.remember = remember
    self.store = store
    runner = EffectRunner(store: store, mailbox: mailbox)
    self.idle = idle
    workspace = Workspace(setting)
    size = terminal.size
  }

  /// Runs until it is left.
  ///
  /// - Parameter first: what is known already, so that the first frame shows it.
  public func run(first: [Message]) -> DeskOutcome {
    var outcome = update(.resized(size))
    outcome = perform(workspace.start()) ?? outcome
    for message in first { outcome = outcome ?? update(message) }
    draw()
    runner.tellWaiting()
    runner.preallocateLog()
    runner.backUpOnceADay()
    runner.keepForRescue()
    let clock = ContinuousClock()
    var poller = ChangePoller(store)
    var lastSummary = clock.now
    while outcome == nil {
      reportIdle()
      let events = terminal.events(wake: mailbox.wake, timeout: .milliseconds(250))
      for event in events { outcome = outcome ?? take(event) }
      let (messages, answers) = mailbox.empty()
      for message in messages { outcome = outcome ?? update(message) }
      asked -= answers
      let now = clock.now
      if events.contains(where: \.isDoing) { lastSummary = now }
      if outcome == nil, !(events.isEmpty && messages.isEmpty) { draw() }
      if poller.seesNews(now) { runner.follow(isIdle: now - lastSummary > .seconds(1)) }
    }
    // What was typed before leaving is saved; only where the terminal is gone nobody waits.
    if outcome != .hangUp { runner.finish() }
    return outcome ?? .quit
  }

  private func take(_ event: TerminalEvent) -> DeskOutcome? {
    switch event {
    case .key(let key):
      idle?.countKey()
      return update(.key(key))
    case .resized(let size):
      self.size = size
      return update(.resized(size))
    case .widened: return update(.widened)
    case .stopAsked:
      suspend(wholeJob: false)
      return nil
    case .woken: return nil
    case .hangUp: return .hangUp
    }
  }

  private func update(_ message: Message) -> DeskOutcome? {
    perform(workspace.update(message))
  }

  private func perform(_ effects: [Effect]) -> DeskOutcome? {
    for effect in effects {
      switch effect {
      case .program(.quit, _): return .quit
      case .program(.openSample, _): return .openSample
      case .program(.suspend, _): suspend(wholeJob: true)
      case .program(.remember(let language), _): remember(language)
      case .program(.compose(let text), let id): compose(text, id)
      case .ask, .change, .withdraw:
        asked += 1
        runner.run(effect)
      }
    }
    return nil
  }

  private func suspend(wholeJob: Bool) {
    size = terminal.suspend(wholeJob: wholeJob)
    _ = update(.resized(size))
  }

  /// The editor has the terminal; what it leaves is in the form.
  private func compose(_ text: String, _ id: RequestID) {
    let written = terminal.withSuspendedTerminal { Editor.usual.write(text) }
    size = terminal.size
    _ = update(.resized(size))
    switch written {
    case .success(let text): _ = update(.answered(id, .composed(text)))
    case .failure(let fault):
      let fault = Fault.other(fault.reason(workspace.language))
      _ = update(.answered(id, .failed(fault)))
    }
  }

  private func draw() { terminal.show(workspace.view(size)) }

  private func reportIdle() {
    if asked == 0 { idle?.report(size) }
  }
}

extension TerminalEvent {
  /// Somebody is at the keyboard.
  fileprivate var isDoing: Bool {
    if case .key = self { true } else { false }
  }
}
