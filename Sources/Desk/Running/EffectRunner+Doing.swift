import Exchange
import Files
import Matchmaking
import Screens
import Store
import Wording

/// What each question asks of the store, and each change.
extension EffectRunner {
  func answers(to question: Question, _ id: RequestID) throws -> [Answer] {
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
    case .loadPrintings(let code): return [.printings(try reader().printings(.badges, for: code))]
    case .rehearseBundle(let path): return [.bundleTried(try tried(path))]
    case .writeBundle(let path, let language):
      return [.bundleWritten(written(path, language))]
    case .loadProgramme(let event): return [.programme(try store.eveningProgramme(of: event))]
    case .loadGames(let event): return [.games(try store.games(of: event))]
    case .loadWaiting(let event): return [.waiting(try WaitingDesk.look(at: event, in: store))]
    case .unlock(let pin): return [try unlock(pin)]
    case .lock: return [try lock()]
    // Answered on a queue of their own.
    case .loadCircle, .loadLonely: return []
    }
  }

  func make(_ change: Change, _ id: RequestID) throws -> [Message] {
    switch change {
    case .createEvent(let form): return try saved(id) { try store.create(form).1 }
    case .editEvent(let event, let form): return try saved(id) { try store.edit(event, form).act }
    case .removeEvent(let event): return try saved(id) { try store.remove(event) }
    case .closeEvent(let event): return try saved(id) { try store.close(event) }
    case .seeOutcome(let event, let guest):
      return try saved(id) { try store.noteOutcomeSeen(of: guest, at: event) }
    case .archiveEvent(let event): return try saved(id) { try store.archive(event).act }
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
    case .saveSlip(let event, let ballot, let typing):
      guard let (slip, act) = try store.save(ballot, for: event, typing) else {
        throw Refusal.slip(.alreadyIn(ballot.picker))
      }
      return try saved(id, slip, at: event, act)
    case .recordRefusedSlip(let event, let picker, let refusal):
      return try saved(id) { try store.record(refusal, of: picker, for: event) }
    case .openPicking(let event, let wish):
      return try saved(id) { try store.openPicking(of: event, wish).1 }
    case .closePicking(let event, let round):
      return try saved(id) { try store.closePicking(round, of: event).1 }
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
    case .print(let request): return try printed(request, id)
    case .settleConflict(let conflict, let side):
      return try saved(id) { try store.settleConflict(conflict, keeping: side) }
    case .setProgramme(let event, let plan):
      return try saved(id) { try store.setProgramme(plan, of: event).1 }
    case .runProgramme(let event, let step):
      return try saved(id) { try store.run(step, of: event).1 }
    case .startRound(let event, let kind, let number):
      return try saved(id) { try store.startRound(number, kind, of: event) }
    case .planRounds(let event, let wish):
      return try saved(id) { try RoundsDesk.plan(wish, at: event, in: store).act }
    case .planTopics(let event, var wish, let path):
      if let path { wish.topics = try TopicLines.read(ByteSource(path: RosterDesk.expanded(path))) }
      return try saved(id) { try TopicsDesk.plan(wish, at: event, in: store).act }
    case .gate(let event, let round, let step):
      return try saved(id) {
        switch step {
        case .announce(let badges, let shownAs):
          try store.announce(badges, as: shownAs, at: event, round: round).act
        case .hold(let badges, let note):
          try store.hold(badges, note: note, at: event, round: round)
        case .release(let badges): try store.release(badges, at: event, round: round)
        }
      }
    case .drawThread(let event, let willing, let seed):
      return try saved(id) { try store.drawThread(willing, at: event, seed: seed).1 }
    case .askQuestion(let event, let number):
      return try saved(id) { try store.ask(number, at: event) }
    case .answerQuestions(let event, let sheet, let replacing):
      return try saved(id) { try store.answer(sheet, at: event, replacing: replacing) }
    case .undo:
      return try saved(id) { try store.undo(station: store.context.station, after: lockedSince) }
    case .redo:
      return try saved(id) { try store.redo(station: store.context.station, after: lockedSince) }
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

  /// What this desk did before it was locked is nothing that the door takes back.
  private func lock() throws -> Answer {
    guard try store.hasPIN else { return .locked(false, .pin(.none)) }
    lockedSince = try store.lastAct()
    return .locked(true, nil)
  }

  private func unlock(_ pin: String) throws -> Answer {
    do {
      let wrong = try store.tryPIN(pin)
      lockedSince = 0
      return .locked(false, nil, wrongTries: wrong)
    } catch let refusal as Refusal {
      return .locked(true, refusal)
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
