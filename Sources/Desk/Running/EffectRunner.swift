import Dispatch
import Exchange
import Files
import Foundation
import Matchmaking
import Pinyin
import Screens
import Store
import Synchronization
import Wording

/// Does what the screens ask, away from the keyboard, and answers into the mailbox.
///
/// Changes have a queue and the store's connection, questions a queue and a connection of their own, so
/// that none of them holds a change back. A question goes through the queue of changes first: it sees
/// every change that was asked for before it. State lives on one of the queues or behind a lock, which
/// is why the class may be shared.
final class EffectRunner: @unchecked Sendable {
  let store: Store
  let mailbox: Mailbox
  let queue = DispatchQueue(label: "changes", qos: .userInitiated)
  let questions = DispatchQueue(label: "questions", qos: .userInitiated)
  let rosters = DispatchQueue(label: "rosters", qos: .userInitiated)
  /// For the day's backup, which may take long: nothing at the door waits for it.
  let backupQueue = DispatchQueue(label: "backups", qos: .utility)
  let isLeaving = Mutex(false)

  // On the queue of changes.
  /// Nil until the file was read once.
  var follower: EveningFollower?
  var eventsAreOld = false
  var hasWritten = false
  /// That something happened to the file was told; it is told again once it was put right.
  var hasToldLoss = false
  var importSign = StopSign()
  /// The last act before the desk was locked; 0 while it is not.
  var lockedSince: Int64 = 0

  // On the queue of questions.
  var register = RegisterDesk()
  /// The facts of the register while they are read, and who waits for them.
  var bookInMaking: RegisterBook?
  var waitingForBook: [Effect] = []
  /// Whose completion is to be told once the facts are read.
  var completionAwaited: (question: RegisterQuestion, id: RequestID)?

  // On the queue of rosters.
  var trialSign = StopSign()

  // Anywhere.
  /// Of the questions of the list of members only the last is answered.
  let newest = Mutex(RequestID(0))
  let circles: CircleDesk
  /// A backup to begin remembering from is being made.
  let isKeeping = Mutex(false)
  private let reading: ReadingConnection
  private let underway = Mutex(Underway())
  private let unfinished = DispatchGroup()
  private let signs = Mutex(Signs())

  /// - Parameter isLocked: the desk shows the door alone.
  init(store: Store, mailbox: Mailbox, isLocked: Bool = false) {
    self.store = store
    self.mailbox = mailbox
    let reading = ReadingConnection(of: store)
    self.reading = reading
    circles = CircleDesk(mailbox: mailbox) { try reading.store() }
    queue.async { [self] in
      attempt { try following { _ in } }
      if isLocked { lockedSince = (try? store.lastAct()) ?? .max }
    }
  }

  /// For questions.
  func reader() throws -> Store { try reading.store() }

  func run(_ effect: Effect) {
    note(effect)
    begin(effect)
    switch effect.lane {
    case .changes:
      let sign = signs.withLock { $0.taking }
      queue.async { [self] in
        importSign = sign
        mailbox.post(answer(effect))
        end(effect)
      }
    case .questions, .questionsThenChanges:
      afterChanges { [self] in questions.async { [self] in take(effect) } }
    case .rosters:
      let sign = signs.withLock { $0.trial }
      afterChanges { [self] in
        rosters.async { [self] in
          trialSign = sign
          mailbox.post(answer(effect))
          end(effect)
        }
      }
    }
  }

  /// Does something when the changes are done that were asked for so far.
  ///
  /// An import is not waited for: whoever asks meanwhile sees the register as it was, and is told
  /// that it changed.
  private func afterChanges(_ body: @escaping @Sendable () -> Void) {
    if underway.withLock({ $0.isImportAlone }) { body() } else { queue.async(execute: body) }
  }

  private func begin(_ effect: Effect) {
    guard effect.isChange else { return }
    unfinished.enter()
    underway.withLock { $0.count(effect, 1) }
  }

  /// Everything the effect led to is posted; a change is on disk, or is not made.
  func end(_ effect: Effect) {
    mailbox.answered()
    guard effect.isChange else { return }
    // The answer is out; nobody at the door waits for this.
    if effect.lane == .changes { remember() } else { queue.async { [self] in remember() } }
    underway.withLock { $0.count(effect, -1) }
    unfinished.leave()
  }

  /// What is asked for last makes what was asked before it needless, at once.
  private func note(_ effect: Effect) {
    switch effect {
    case .ask(.browse, let id): newest.withLock { $0 = id }
    case .ask(.loadCircle, let id), .ask(.loadLonely, let id): circles.want(id)
    case .ask(.listFolder, let id), .ask(.listBundles, let id), .ask(.lookAtRoster, let id),
      .ask(.rehearseRoster, let id):
      replaceTrial(by: id)
    case .change(.importRoster, let id):
      replaceTrial(by: id)
      signs.withLock { $0.taking = StopSign() }
    case .withdraw(let id):
      circles.stop(id)
      if signs.withLock({ $0.trialID == id }) { replaceTrial(by: nil) }
    case .ask, .change, .program: break
    }
  }

  private func replaceTrial(by id: RequestID?) {
    signs.withLock { signs in
      signs.trial.makeNeedless()
      signs.trial = StopSign()
      signs.trialID = id
    }
  }

  /// Stops what takes long: a roster that is tried or brought in, facts that are read, circles. It is said,
  /// and nothing is changed by halves.
  func stop() {
    signs.withLock { signs in
      signs.trial.stop()
      signs.taking.stop()
    }
    circles.stop()
    questions.async { [self] in stopReading() }
  }

  /// Waits until every change that was asked for is on disk, the day's backup with it; what nobody will
  /// see is left undone.
  func finish() {
    isLeaving.withLock { $0 = true }
    replaceTrial(by: nil)
    unfinished.wait()
    queue.sync {}
    questions.sync {}
    circles.finish()
    rosters.sync {}
    // What questions left to be kept.
    queue.sync {}
    backupQueue.sync {}
  }

  /// What goes wrong here nobody is waiting for.
  func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      mailbox.post([.noticed(Fault(error))])
    }
  }

  func answer(_ effect: Effect) -> [Message] {
    switch effect {
    case .ask(let question, let id): answer(question, id)
    case .change(let change, let id): attempt(id) { try make(change, id) }
    case .withdraw, .program: []
    }
  }

  private func answer(_ question: Question, _ id: RequestID) -> [Message] {
    do {
      return try answers(to: question, id).map { .answered(id, $0) }
    } catch is Needless {
      return []
    } catch {
      return [.answered(id, .failed(Fault(error)))]
    }
  }

  /// Makes a change; whatever becomes of it is told.
  func attempt(_ id: RequestID, _ body: () throws -> [Message]) -> [Message] {
    do {
      return try body()
    } catch let refusal as Refusal {
      // A refusal at the door is on record, and somebody else may have been quicker.
      return ((try? changes()) ?? []) + [.done(id, .refused(refusal))]
    } catch {
      return [.done(id, .failed(Fault(error)))]
    }
  }
}

/// A second connection, made when it is first needed.
private final class ReadingConnection: Sendable {
  private let original: Store
  private let made = Mutex<Store?>(nil)

  init(of store: Store) { original = store }

  func store() throws -> Store {
    try made.withLock { made in
      let store = try made ?? original.reader()
      made = store
      return store
    }
  }
}

/// Of the roster that was last tried, and of the one that is brought in.
private struct Signs {
  var trial = StopSign()
  var trialID: RequestID?
  var taking = StopSign()
}

/// Changes that were asked for and are not done.
private struct Underway {
  private var imports = 0
  private var others = 0

  var isImportAlone: Bool { imports > 0 && others == 0 }

  mutating func count(_ effect: Effect, _ number: Int) {
    if case .change(.importRoster, _) = effect { imports += number } else { others += number }
  }
}
