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
  private var importSign = StopSign()

  // On the queue of questions.
  var register = RegisterDesk()
  /// The facts of the register while they are read, and who waits for them.
  var bookInMaking: RegisterBook?
  var waitingForBook: [Effect] = []
  /// Whose completion is to be told once the facts are read.
  var completionAwaited: (question: RegisterQuestion, id: RequestID)?

  // On the queue of rosters.
  private var trialSign = StopSign()

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

  init(store: Store, mailbox: Mailbox) {
    self.store = store
    self.mailbox = mailbox
    let reading = ReadingConnection(of: store)
    self.reading = reading
    circles = CircleDesk(mailbox: mailbox) { try reading.store() }
    queue.async { [self] in
      attempt { try following { _ in } }
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

  private func answers(to question: Question, _ id: RequestID) throws -> [Answer] {
    switch question {
    case .loadEvents: return [.events(try store.events())]
    case .openEvening(let event): return [try openEvening(event)]
    case .loadMembers(let query, let rows): return [.members(try page(query, rows))]
    case .browse(let question): return try browse(question, id)
    case .loadHistory(let limit): return [.history(try reader().acts(limit: limit))]
    case .loadRefusals(let event): return [.refusals(try store.refusals(of: event))]
    case .listFolder(let folder): return [.folder(RosterDesk.listing(of: folder))]
    case .listBundles(let folder):
      return [.folder(RosterDesk.listing(of: folder, endings: ["qqb"]))]
    case .lookAtRoster(let choice):
      return [.rosterSeen(try RosterDesk(store: reader()).sketch(choice))]
    case .rehearseRoster(let choice):
      return [.rehearsed(try imported(choice, rehearsing: true, id).0)]
    case .writeProblems(let choice, let problems, let language):
      do {
        let path = try RosterDesk(store: reader()).write(problems, of: choice, in: language)
        return [.problemsWritten(path)]
      } catch let refusal as OutputRefusal {
        return [.failed(.other(refusal.phrase(language)))]
      }
    case .read(let reading): return [.register(try news(reading))]
    case .loadConflicts: return [.conflicts(try reader().conflicts())]
    case .rehearseBundle(let path): return [.bundleTried(try tried(path))]
    case .writeBundle(let path, let language):
      return [.bundleWritten(written(path, language))]
    // Answered on a queue of their own.
    case .loadCircle, .loadLonely: return []
    }
  }

  private func make(_ change: Change, _ id: RequestID) throws -> [Message] {
    switch change {
    case .createEvent(let form): return try saved(id) { try store.create(form).1 }
    case .editEvent(let event, let form): return try saved(id) { try store.edit(event, form).act }
    case .removeEvent(let event): return try saved(id) { try store.remove(event) }
    case .closeEvent(let event): return try saved(id) { try store.close(event) }
    case .checkIn(let guest, let overriding):
      return try saved(id, try store.checkIn(guest, overriding: overriding))
    case .takeBackCheckIn(let guest): return try saved(id, try store.takeBackCheckIn(guest))
    case .leave(let guest): return try saved(id, try store.leave(guest))
    case .changeBadge(let guest, let number):
      return try saved(id, try store.changeBadge(guest, to: number))
    case .walkIn(let event, let visitor, let overriding):
      let done = try store.walkIn(visitor, to: event, overriding: overriding)
      switch visitor {
      case .stranger: return try saved(id, done, touchesMembers: true)
      case .member(_, sex: nil): return try saved(id, done)
      // What else the member's sex changed only the log tells.
      case .member: return try saved(id) { done.1 }
      }
    case .saveSlip(let event, let ballot, let replacing):
      return try saved(id) {
        let act =
          if let replacing {
            try store.correct(replacing, with: ballot, for: event)
          } else {
            try store.save(ballot, for: event)
          }
        guard let act else { throw Refusal.slip(.alreadyIn(ballot.picker)) }
        return act
      }
    case .importRoster(let choice):
      try RosterDesk(store: store).remember(choice)
      let (summary, act) = try imported(choice, rehearsing: false, id)
      return try changes() + [.done(id, .imported(summary, act))]
    case .register(let event, let member, let overriding):
      return try saved(id) {
        let (results, act) = try store.register(
          [Enrolment(member: member)], for: event, overriding: overriding)
        return try Self.act(act, results)
      }
    case .unregister(let event, let guest):
      return try saved(id) { try Self.act(store.unregister([guest], from: event)) }
    case .decline(let event, let guest):
      return try saved(id) { try Self.act(store.decline([guest], for: event)) }
    case .registerList(let event, let path): return try registerList(path, for: event, id)
    case .keep(let change): return try saved(id) { try keep(change) }
    case .mergeBundle(let path):
      return try saved(id) { try store.merge(RosterDesk.expanded(path)).act }
    case .settleConflict(let conflict, let side):
      return try saved(id) { try store.settleConflict(conflict, keeping: side) }
    case .undo: return try saved(id) { try store.undo(station: store.context.station) }
    case .redo: return try saved(id) { try store.redo(station: store.context.station) }
    // Found among the questions first.
    case .registerFound: return []
    }
  }

  private func imported(
    _ choice: RosterChoice, rehearsing: Bool, _ id: RequestID
  ) throws -> (ImportSummary, Act?) {
    let sign = rehearsing ? trialSign : importSign
    do {
      return try RosterImport(path: RosterDesk.expanded(choice.path), choosing: choice.reading).run(
        into: rehearsing ? reader() : store, rehearsing: rehearsing,
        taking: RosterPreference(differences: choice.taken), while: { sign.isWanted }
      ) { [mailbox] share in
        mailbox.post([.progress(id, share)])
      }
    } catch is RosterStopped where sign.state == .needless {
      throw Needless()
    }
  }

  private func openEvening(_ id: EventID) throws -> Answer {
    let evening = try following { try $0.open(id, in: store) }
    return .evening(evening, evening.makeIndex())
  }

  /// Answered by its report alone, which says what can be taken back.
  private func registerList(
    _ path: String, for event: EventID, _ id: RequestID
  ) throws -> [Message] {
    let event = try store.evening(event).event
    var list = RegistrationList(event: event, in: store)
    try list.read(ByteSource(path: RosterDesk.expanded(path)))
    let (guests, act) = try list.register()
    if act != nil { hasWritten = true }
    return try changes() + [.done(id, .imported(list.summary(of: guests), nil))]
  }

  /// Everybody a filter found, by the same list as from a file, and the same report.
  func register(
    everybody: [MemberID], for event: EventID, _ id: RequestID
  ) throws -> [Message] {
    var list = RegistrationList(event: try store.evening(event).event, in: store)
    list.add(everybody)
    let (guests, act) = try list.register()
    if act != nil { hasWritten = true }
    return try changes() + [.done(id, .imported(list.summary(of: guests), nil))]
  }

  /// The act of a change that concerned one person; the refusal where there was none.
  private static func act(
    _ act: Act?, _ results: [Result<Guest, Refusal>]
  ) throws -> Act {
    for result in results { _ = try result.get() }
    guard let act else { throw Refusal.history(.gone) }
    return act
  }

  private static func act(_ cancellation: Cancellation) throws -> Act {
    try act(cancellation.act, cancellation.results)
  }

  private func page(_ query: String, _ rows: Range<Int>) throws -> MemberPage {
    let found =
      query.isEmpty
      ? (total: try reader().memberCount(), rows: try reader().members(rows))
      : try register.named(query, rows, in: reader())
    return MemberPage(total: found.total, rows: found.rows)
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
