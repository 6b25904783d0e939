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

  /// Nil until the file was read once.
  private var follower: EveningFollower?
  var register = RegisterDesk()
  /// The facts of the register while they are read, and who waits for them.
  var bookInMaking: RegisterBook?
  var waitingForBook: [Effect] = []
  /// Whose completion is to be told once the facts are read.
  var completionAwaited: RegisterQuestion?
  /// Of the questions of the list of members only the last is answered.
  let newest = Mutex(0)
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
      attempt { try following { _ in } }
    }
  }

  func run(_ effect: Effect) {
    note(effect)
    queue.async { [self] in
      take(effect)
      // The answer is out; nobody at the door waits for this.
      if effect.isChange { remember() }
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
        if let news = try following({ try $0.follow(store) }) {
          mailbox.post(messages(of: news))
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

  /// - Parameter effect: the change that waits for an answer; without one a fault is only said.
  func attempt(_ effect: Effect? = nil, _ body: () throws -> Void) {
    let isChange = effect?.isChange ?? false
    do {
      try body()
    } catch let refusal as Refusal where isChange {
      // A refusal at the door is on record, and somebody else may have been quicker.
      mailbox.post(((try? changes()) ?? []) + [.refused(refusal)])
    } catch {
      mailbox.post([isChange ? .failed(Fault(error)) : .noticed(Fault(error))])
    }
  }

  func answer(_ effect: Effect) throws -> [Message] {
    switch effect {
    case .loadEvents: return [.events(try store.events())]
    case .openEvening(let id): return try openEvening(id)
    case .loadMembers(let query, let rows, let generation):
      return [.members(try page(query, rows, generation))]
    case .browse(let question): return try browse(question)
    case .loadHistory(let limit): return [.history(try store.acts(limit: limit))]
    case .loadRefusals(let id): return [.refusals(try store.refusals(of: id))]
    case .createEvent(let form): return try saved { try store.create(form).1 }
    case .editEvent(let id, let form):
      guard let act = try store.edit(id, form).act else { return [.register(.unchanged)] }
      return try saved { act }
    case .removeEvent(let id): return try saved { try store.remove(id) }
    case .closeEvent(let id): return try saved { try store.close(id) }
    case .checkIn(let id, let overriding):
      return try saved(try store.checkIn(id, overriding: overriding))
    case .takeBackCheckIn(let id): return try saved(try store.takeBackCheckIn(id))
    case .leave(let id): return try saved(try store.leave(id))
    case .changeBadge(let id, let number):
      return try saved(try store.changeBadge(id, to: number))
    case .walkIn(let id, let visitor, let overriding):
      let done = try store.walkIn(visitor, to: id, overriding: overriding)
      switch visitor {
      case .stranger: return try saved(done, touchesMembers: true)
      case .member(_, sex: nil): return try saved(done)
      // What else the member's sex changed only the log tells.
      case .member: return try saved { done.1 }
      }
    case .saveSlip(let id, let ballot, let replacing):
      return try saved {
        let act =
          if let replacing {
            try store.correct(replacing, with: ballot, for: id)
          } else {
            try store.save(ballot, for: id)
          }
        guard let act else { throw Refusal.slip(.alreadyIn(ballot.picker)) }
        return act
      }
    case .listFolder(let folder): return [.folder(RosterDesk.listing(of: folder))]
    case .lookAtRoster(let choice):
      return [.rosterSeen(try RosterDesk(store: store).sketch(choice))]
    case .rehearseRoster(let choice):
      let (summary, _) = try imported(choice, rehearsing: true)
      return [.rehearsed(summary, choice)]
    case .writeProblems(let choice, let problems, let language):
      do {
        let path = try RosterDesk(store: store).write(problems, of: choice, in: language)
        return [.problemsWritten(path)]
      } catch let refusal as OutputRefusal {
        return [.noticed(.other(refusal.phrase(language)))]
      }
    case .importRoster(let choice):
      try RosterDesk(store: store).remember(choice)
      let (summary, act) = try imported(choice, rehearsing: false)
      return try changes() + [.imported(summary)] + (act.map { [.saved($0)] } ?? [])
    case .register(let id, let member, let overriding):
      return try saved {
        let (results, act) = try store.register(
          [Enrolment(member: member)], for: id, overriding: overriding)
        return try Self.act(act, results)
      }
    case .registerFound(let id, let question): return try registerFound(question, for: id)
    case .unregister(let event, let id):
      return try saved { try Self.act(store.unregister([id], from: event)) }
    case .decline(let event, let id):
      return try saved { try Self.act(store.decline([id], for: event)) }
    case .registerList(let id, let path): return try registerList(path, for: id)
    case .read(let reading): return [.register(try answer(reading))]
    case .keep(let change): return try keep(change)
    case .undo: return try saved { try store.undo(station: store.context.station) }
    case .redo: return try saved { try store.redo(station: store.context.station) }
    case .loadCircle, .loadLonely, .stopCircles, .openSample, .compose, .remember, .suspend, .quit:
      return []
    }
  }

  private func imported(
    _ choice: RosterChoice, rehearsing: Bool
  ) throws -> (ImportSummary, Act?) {
    try RosterImport(path: RosterDesk.expanded(choice.path), choosing: choice.reading).run(
      into: store, rehearsing: rehearsing, taking: RosterPreference(differences: choice.taken)
    ) { [mailbox] share in
      mailbox.post([.importProgress(share)])
    }
  }

  private func openEvening(_ id: EventID) throws -> [Message] {
    let evening = try following { try $0.open(id, in: store) }
    return [.evening(evening, evening.makeIndex())]
  }

  /// Answered by its report alone, which says what can be taken back.
  private func registerList(_ path: String, for id: EventID) throws -> [Message] {
    let event = try store.evening(id).event
    var list = RegistrationList(event: event, in: store)
    try list.read(ByteSource(path: RosterDesk.expanded(path)))
    let (guests, act) = try list.register()
    if act != nil { hasWritten = true }
    return try changes() + [.imported(list.summary(of: guests))]
  }

  /// Everybody a filter finds, by the same list as from a file, and the same report.
  private func registerFound(
    _ question: RegisterQuestion, for id: EventID
  ) throws -> [Message] {
    var list = RegistrationList(event: try store.evening(id).event, in: store)
    list.add(try register.everybody(question, in: store))
    let (guests, act) = try list.register()
    if act != nil { hasWritten = true }
    return try changes() + [.imported(list.summary(of: guests))]
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

  func saved(_ body: () throws -> Act) throws -> [Message] {
    try saved(try body()) { try $0.catchUp(store) }
  }

  /// As `saved`, of an act that told all it did to registrations.
  private func saved(_ done: (Guest, Act), touchesMembers: Bool = false) throws -> [Message] {
    let (guest, act) = done
    return try saved(act) { follower in
      try follower.take([guest], of: act, touchesMembers: touchesMembers, in: store)
    }
  }

  private func saved(
    _ act: Act, _ news: (inout EveningFollower) throws -> EveningNews
  ) throws -> [Message] {
    hasWritten = true
    do {
      return messages(of: try following(news)) + [.saved(act)]
    } catch {
      // It is on disk, whatever reading it back says.
      return [.saved(act), .noticed(Fault(error))]
    }
  }

  /// What the change log tells since we last looked, our own changes among it.
  private func changes() throws -> [Message] {
    messages(of: try following { try $0.catchUp(store) })
  }

  private func following<Outcome>(
    _ body: (inout EveningFollower) throws -> Outcome
  ) throws -> Outcome {
    var follower = try self.follower ?? EveningFollower(store)
    defer { self.follower = follower }
    return try body(&follower)
  }

  private func messages(of news: EveningNews) -> [Message] {
    if news.touchesMembers { forgetRegister() }
    if news.touchesEvents { eventsAreOld = true }
    let register: [Message] = news.touchesMembers ? [.registerChanged] : []
    switch news.change {
    case .untouched: return register
    case .changed(let event, let guests, let slips):
      return register
        + [.eveningChanged(EveningChange(event: event, guests: guests, slips: slips))]
    case .readAnew(let evening): return register + [.evening(evening, evening.makeIndex())]
    case .gone: return register + [.eveningGone]
    }
  }

  private func page(_ query: String, _ rows: Range<Int>, _ generation: Int) throws -> MemberPage {
    let found =
      query.isEmpty
      ? (total: try store.memberCount(), rows: try store.members(rows))
      : try register.named(query, rows, in: store)
    return MemberPage(
      query: query, total: found.total, offset: rows.lowerBound, rows: found.rows,
      generation: generation)
  }
}
