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
/// One queue, so that everything happens in the order it was asked for. All its state lives on that
/// queue, which is why the class may be shared.
final class EffectRunner: @unchecked Sendable {
  let store: Store
  let mailbox: Mailbox
  let queue = DispatchQueue(label: "runner", qos: .userInitiated)
  /// For the day's backup, which may take long: nothing at the door waits for it.
  private let backupQueue = DispatchQueue(label: "backupQueue", qos: .utility)
  private let isLeaving = Mutex(false)

  private var open: EventID?
  private var last: Int64 = 0
  private var version = 0
  var register = RegisterDesk()
  /// The facts of the register while they are read, and who waits for them.
  var bookInMaking: RegisterBook?
  var waitingForBook: [Effect] = []
  /// Whose completion is to be told once the facts are read.
  var completionAwaited: (question: RegisterQuestion, id: RequestID)?
  /// Of the questions of the list of members only the last is answered.
  let newest = Mutex(RequestID(0))
  let circles: CircleDesk
  private var eventsAreOld = false
  private var hasWritten = false
  /// That something happened to the file was told; it is told again once it was put right.
  private var hasToldLoss = false
  /// A backup to begin remembering from is being made.
  private let isKeeping = Mutex(false)

  init(store: Store, mailbox: Mailbox) {
    self.store = store
    self.mailbox = mailbox
    circles = CircleDesk(store: store, mailbox: mailbox)
    queue.async { [self] in
      attempt {
        last = try store.lastChange()
        version = try store.dataVersion()
      }
    }
  }

  func run(_ effect: Effect) {
    note(effect)
    queue.async { [self] in
      take(effect)
      // The answer is out; nobody at the door waits for this.
      if case .change = effect { remember() }
    }
  }

  /// Waits until everything that was asked for is on disk, the day's backup with it.
  func finish() {
    isLeaving.withLock { $0 = true }
    queue.sync {}
    circles.finish()
    backupQueue.sync {}
  }

  /// Looks whether another process changed anything, or something happened to the file; cheap where
  /// neither is so.
  func follow(isIdle: Bool) {
    queue.async { [self] in
      guard isStanding() else { return }
      attempt {
        let now = try store.dataVersion()
        if now != version {
          mailbox.post(try changes())
          version = now
          remember()
        }
        if eventsAreOld, isIdle {
          eventsAreOld = false
          mailbox.post([.events(try store.events())])
        }
        if hasWritten, isIdle {
          hasWritten = false
          store.tidy()
        }
      }
    }
  }

  /// Whether the file is what it was; that it is not is told once.
  private func isStanding() -> Bool {
    do {
      try store.vouch()
      hasToldLoss = false
      return true
    } catch {
      if !hasToldLoss { mailbox.post([.noticed(Fault(error))]) }
      hasToldLoss = true
      return false
    }
  }

  /// Keeps in memory what was done since the last backup, for the day the file is spoilt.
  private func remember() {
    if (try? store.remember()) == true { keepForRescue() }
  }

  /// Keeps a backup to begin remembering from.
  func keepForRescue() {
    let isFirst = isKeeping.withLock { isKeeping in
      defer { isKeeping = true }
      return !isKeeping
    }
    guard isFirst else { return }
    backupQueue.async { [self] in
      // Where it cannot be made, the day's backup is what there is.
      try? store.keepForRescue(.easy { [self] in isLeaving.withLock { $0 } })
      isKeeping.withLock { $0 = false }
    }
  }

  /// Says on the screen that somebody else is waited for.
  func tellWaiting() {
    Waiting.whenever { [mailbox] waiting in mailbox.post([.waiting(waiting.holder)]) }
  }

  /// Makes room for the evening's writes, when the first screen is up.
  func preallocateLog() {
    queue.async { [self] in store.preallocateLog() }
  }

  /// Keeps the day's backup, when the first screen is up.
  ///
  /// It touches nothing of the effect runner but its store and the mailbox, which any thread may.
  func backUpOnceADay() {
    backupQueue.async { [self] in
      attempt {
        try store.backUpOnceADay(.easy { [self] in isLeaving.withLock { $0 } })
      }
    }
  }

  /// What goes wrong here nobody is waiting for.
  func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      mailbox.post([.noticed(Fault(error))])
    }
  }

  func answer(_ question: Question, _ id: RequestID) -> [Message] {
    do {
      return try answers(to: question, id).map { .answered(id, $0) }
    } catch {
      return [.answered(id, .failed(Fault(error)))]
    }
  }

  private func answers(to question: Question, _ id: RequestID) throws -> [Answer] {
    switch question {
    case .loadEvents: return [.events(try store.events())]
    case .openEvening(let event): return [try openEvening(event)]
    case .loadMembers(let query, let rows): return [.members(try page(query, rows))]
    case .browse(let question): return try browse(question, id)
    case .loadHistory(let limit): return [.history(try store.acts(limit: limit))]
    case .loadRefusals(let event): return [.refusals(try store.refusals(of: event))]
    case .listFolder(let folder): return [.folder(RosterDesk.listing(of: folder))]
    case .lookAtRoster(let choice):
      return [.rosterSeen(try RosterDesk(store: store).sketch(choice))]
    case .rehearseRoster(let choice):
      return [.rehearsed(try imported(choice, rehearsing: true, id).0)]
    case .writeProblems(let choice, let problems, let language):
      do {
        let path = try RosterDesk(store: store).write(problems, of: choice, in: language)
        return [.problemsWritten(path)]
      } catch let refusal as OutputRefusal {
        return [.failed(.other(refusal.phrase(language)))]
      }
    case .read(let reading): return [.register(try news(reading))]
    // Answered on a queue of their own.
    case .loadCircle, .loadLonely: return []
    }
  }

  /// Makes a change; news of it come before its outcome.
  func make(_ change: Change, _ id: RequestID) -> [Message] {
    do {
      let outcome = try outcome(of: change, id)
      do {
        return try changes() + [.done(id, outcome)]
      } catch {
        // It is on disk, whatever reading it back says.
        return [.done(id, outcome), .noticed(Fault(error))]
      }
    } catch let refusal as Refusal {
      // A refusal at the door is on record, and somebody else may have been quicker.
      return ((try? changes()) ?? []) + [.done(id, .refused(refusal))]
    } catch {
      return [.done(id, .failed(Fault(error)))]
    }
  }

  private func outcome(of change: Change, _ id: RequestID) throws -> Outcome {
    switch change {
    case .importRoster(let choice):
      try RosterDesk(store: store).remember(choice)
      let (summary, act) = try imported(choice, rehearsing: false, id)
      if act != nil { hasWritten = true }
      return .imported(summary, act)
    case .registerFound(let event, let question): return try registerFound(question, for: event)
    case .registerList(let event, let path): return try registerList(path, for: event)
    default:
      guard let act = try act(of: change) else { return .unchanged }
      hasWritten = true
      return .saved(act)
    }
  }

  /// - Returns: nil where somebody else had made it already.
  private func act(of change: Change) throws -> Act? {
    switch change {
    case .createEvent(let form): return try store.create(form).1
    case .editEvent(let id, let form): return try store.edit(id, form).act
    case .removeEvent(let id): return try store.remove(id)
    case .closeEvent(let id): return try store.close(id)
    case .checkIn(let id, let overriding): return try store.checkIn(id, overriding: overriding).1
    case .takeBackCheckIn(let id): return try store.takeBackCheckIn(id).1
    case .leave(let id): return try store.leave(id).1
    case .changeBadge(let id, let number): return try store.changeBadge(id, to: number).1
    case .walkIn(let id, let visitor, let overriding):
      return try store.walkIn(visitor, to: id, overriding: overriding).1
    case .saveSlip(let id, let ballot, let replacing):
      let act =
        if let replacing {
          try store.correct(replacing, with: ballot, for: id)
        } else {
          try store.save(ballot, for: id)
        }
      guard let act else { throw Refusal.slip(.alreadyIn(ballot.picker)) }
      return act
    case .register(let id, let member, let overriding):
      let (results, act) = try store.register(
        [Enrolment(member: member)], for: id, overriding: overriding)
      return try Self.act(act, results)
    case .unregister(let event, let id):
      return try Self.act(store.unregister([id], from: event))
    case .decline(let event, let id): return try Self.act(store.decline([id], for: event))
    case .keep(let change): return try keep(change)
    case .undo: return try store.undo(station: store.context.station)
    case .redo: return try store.redo(station: store.context.station)
    case .importRoster, .registerFound, .registerList: return nil
    }
  }

  private func imported(
    _ choice: RosterChoice, rehearsing: Bool, _ id: RequestID
  ) throws -> (ImportSummary, Act?) {
    try RosterImport(path: RosterDesk.expanded(choice.path), choosing: choice.reading).run(
      into: store, rehearsing: rehearsing, taking: RosterPreference(differences: choice.taken)
    ) { [mailbox] share in
      mailbox.post([.progress(id, share)])
    }
  }

  private func openEvening(_ id: EventID) throws -> Answer {
    open = id
    last = try store.lastChange()
    let evening = try store.evening(id)
    return .evening(evening, evening.makeIndex())
  }

  /// Answered by its report alone, which says what can be taken back.
  private func registerList(_ path: String, for id: EventID) throws -> Outcome {
    let event = try store.evening(id).event
    var list = RegistrationList(event: event, in: store)
    try list.read(ByteSource(path: RosterDesk.expanded(path)))
    let (guests, act) = try list.register()
    if act != nil { hasWritten = true }
    return .imported(list.summary(of: guests), nil)
  }

  /// Everybody a filter finds, by the same list as from a file, and the same report.
  private func registerFound(
    _ question: RegisterQuestion, for id: EventID
  ) throws -> Outcome {
    var list = RegistrationList(event: try store.evening(id).event, in: store)
    list.add(try register.everybody(question, in: store))
    let (guests, act) = try list.register()
    if act != nil { hasWritten = true }
    return .imported(list.summary(of: guests), nil)
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

  /// What the change log tells since we last looked, our own changes among it.
  private func changes() throws -> [Message] {
    let followed = try store.changes(after: last, open: open)
    last = followed.last
    if followed.touchesMembers { forgetRegister() }
    if followed.touchesEvents { eventsAreOld = true }
    let register: [Message] = followed.touchesMembers ? [.registerChanged] : []
    guard let open else { return register }
    if followed.isGone {
      self.open = nil
      return register + [.eveningGone]
    }
    if followed.needsReload {
      last = try store.lastChange()
      let evening = try store.evening(open)
      return register + [.evening(evening, evening.makeIndex())]
    }
    guard let event = followed.event else { return register }
    let change = EveningChange(event: event, guests: followed.guests, slips: followed.slips)
    return register + [.eveningChanged(change)]
  }

  private func page(_ query: String, _ rows: Range<Int>) throws -> MemberPage {
    let found =
      query.isEmpty
      ? (total: try store.memberCount(), rows: try store.members(rows))
      : try register.named(query, rows, in: store)
    return MemberPage(total: found.total, rows: found.rows)
  }
}
