import Canvas
import Terminal

/// The loop between the keyboard, a program and what works for it.
///
/// It sleeps until a key, an answer or a wish of the program's wakes it, draws where the program took
/// something, and writes nothing otherwise.
@MainActor
final class ProgramLoop<P: Program, Work: ProgramWork>
where Work.Message == P.Message, Work.Effect == P.Effect {
  private let terminal: any TerminalPort
  private let work: Work
  private let clock: LoopClock
  private let idle: IdleCounter?
  private var program: P
  private var size: Size
  private var outcome: P.Outcome?
  /// The program took something since it was last drawn.
  private var isStale = true
  /// The last wish that was fulfilled.
  private var fulfilled: Moment?
  private var lastKey: ContinuousClock.Instant

  /// A clock may be set and a laptop may sleep while the loop does: that is noticed no later than this.
  private static var longestWait: Duration { .seconds(1) }

  /// - Parameter idle: is told whenever nothing is left to do; tests wait for it.
  init(
    _ program: P, terminal: any TerminalPort, work: Work, clock: LoopClock = .system,
    idle: IdleCounter? = nil
  ) {
    self.program = program
    self.terminal = terminal
    self.work = work
    self.clock = clock
    self.idle = idle
    size = terminal.size
    lastKey = clock.now()
  }

  /// Runs until it is left.
  ///
  /// - Parameter first: what is known already, so that the first frame shows it.
  func run(first: [P.Message] = []) -> P.Outcome {
    update(.begun(size))
    for message in first { update(.answered(message)) }
    draw()
    work.begin()
    while true {
      if let outcome {
        // What was typed before leaving is saved.
        work.finish()
        return outcome
      }
      // Where the terminal is gone nobody waits.
      guard turn() else { return program.hangUp }
    }
  }

  /// - Returns: false where the terminal is gone.
  private func turn() -> Bool {
    if !work.isBusy { idle?.report(size) }
    for event in terminal.events(wake: work.wake, timeout: patience) {
      if outcome != nil { break }
      if event == .hangUp { return false }
      take(event)
    }
    for message in work.takeAnswers() { update(.answered(message)) }
    fulfil()
    draw()
    let now = clock.now()
    work.look(at: now, isIdle: now - lastKey > .seconds(1))
    return true
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key):
      idle?.countKey()
      lastKey = clock.now()
      update(.key(key))
    case .resized(let size):
      self.size = size
      update(.resized(size))
    case .widened: update(.widened)
    // Somebody sent the signal to this process alone.
    case .stopAsked: suspend(wholeJob: false)
    case .woken, .hangUp: break
    }
  }

  private func update(_ event: ProgramEvent<P.Message>) {
    guard outcome == nil else { return }
    isStale = true
    for step in program.update(event) {
      guard outcome == nil else { return }
      switch step {
      case .run(let effect): work.run(effect)
      case .suspend: suspend(wholeJob: true)
      case .compose(let text): compose(text)
      case .leave(let outcome): self.outcome = outcome
      }
    }
  }

  private func draw() {
    guard isStale, outcome == nil else { return }
    isStale = false
    terminal.show(program.view(size))
  }

  private func suspend(wholeJob: Bool) {
    size = terminal.suspend(wholeJob: wholeJob)
    update(.resized(size))
  }

  /// The editor has the terminal; what it leaves is in the form.
  private func compose(_ text: String) {
    let written = terminal.withSuspendedTerminal { Editor.usual.write(text) }
    size = terminal.size
    update(.resized(size))
    update(.composed(written))
  }

  // MARK: - Moments

  /// A wish that was not fulfilled yet.
  private var wish: Moment? { program.wish == fulfilled ? nil : program.wish }

  /// How long to sleep at most; nil for ever.
  private var patience: Duration? {
    let wait = wish.map { max(.zero, min(clock.wait(for: $0), Self.longestWait)) }
    return [wait, work.pause].compactMap(\.self).min()
  }

  private func fulfil() {
    guard let wish, clock.wait(for: wish) <= .zero else { return }
    fulfilled = wish
    update(.due)
  }
}
