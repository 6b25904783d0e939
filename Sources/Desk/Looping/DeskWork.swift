import Screens
import Store
import Wording

/// What works for the desk: the effect runner, and a look at what other processes do.
final class DeskWork: ProgramWork {
  private let mailbox = Mailbox()
  private let runner: EffectRunner
  private let remember: (Language) -> Void
  private var poller: ChangePoller
  private var asked = 0

  init(_ store: Store, isLocked: Bool, remember: @escaping (Language) -> Void) {
    self.remember = remember
    runner = EffectRunner(store: store, mailbox: mailbox, isLocked: isLocked)
    poller = ChangePoller(store)
  }

  var wake: Int32? { mailbox.wake }
  var pause: Duration? { .milliseconds(250) }
  var isBusy: Bool { asked > 0 }

  func begin() {
    runner.tellWaiting()
    runner.preallocateLog()
    runner.backUpOnceADay()
    runner.keepForRescue()
  }

  func run(_ effect: Effect) {
    if case .program(.remember(let language), _) = effect { return remember(language) }
    if case .program(.stop, _) = effect { return runner.stop() }
    asked += 1
    runner.run(effect)
  }

  func takeAnswers() -> [Message] {
    let (messages, answers) = mailbox.empty()
    asked -= answers
    return messages
  }

  func look(at now: ContinuousClock.Instant, isIdle: Bool) {
    if poller.seesNews(now) { runner.follow(isIdle: isIdle) }
  }

  func finish() { runner.finish() }
}
