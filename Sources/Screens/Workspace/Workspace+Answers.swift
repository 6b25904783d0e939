import Matchmaking
import Pinyin
import Wording

extension Workspace {
  /// An answer goes to whoever asked, and nowhere where nobody waits for it any more.
  mutating func take(_ answer: Answer, to id: RequestID) -> [Effect] {
    guard let request = requests.answered(id) else { return [] }
    var effects: [Effect] = []
    switch answer {
    case .evening(let evening, let index):
      // Whoever chose an event wants to see it, not the tab to begin with.
      if request.subject != EventsScreen.atStart { setting.tab = nil }
      effects = takeEvening(evening, index)
    case .failed(let fault): takeFault(fault)
    case .locked(let isLocked, let refusal, let wrong): take(isLocked, refusal, wrong)
    default: break
    }
    return effects
      + update(request.asker) { $0.take(answer, about: request.subject, in: $1) }
  }

  private mutating func take(_ isLocked: Bool, _ refusal: Refusal?, _ wrongTries: Int) {
    setting.isLocked = isLocked
    if isLocked {
      tab = .door
      door = refusal == nil ? DoorScreen() : door
    }
    switch refusal {
    case .pin(let refusal)?: toast = Toast(.refused, refusal.atTheDoor)
    case let refusal?: toast = Toast(.refused, environment.sentence(refusal))
    case nil where isLocked: toast = Toast(.note, Phrase("已锁定，只办签到", "locked to the door"))
    case nil:
      toast = Toast(
        .note,
        Phrase("已解锁", "unlocked")
          + (wrongTries == 0 ? .empty : Phrase("；", "; ") + PINRefusal.wrongBefore(wrongTries)))
    }
  }

  mutating func take(progress share: Double, of id: RequestID) -> [Effect] {
    let asker = pending?.id == id ? pending?.asker : requests.asker(of: id)
    if let asker { change(asker) { component, _ in component.take(progress: share) } }
    return []
  }

  // MARK: - The evening

  mutating func takeEvening(_ evening: Evening, _ index: SearchIndex) -> [Effect] {
    let isSame = open?.event.id == evening.event.id
    // What was said of one evening is not read as said of the next.
    if !isSame, open != nil, toast?.event != evening.event.code { toast = nil }
    open = OpenEvening(evening, index, version: (open?.version ?? 0) + 1)
    events.mark(evening.event.id)
    guard !isSame else {
      followEvening()
      return []
    }
    door = DoorScreen()
    programme = ProgrammeScreen()
    picks = PicksScreen()
    pairs = PairsScreen()
    // The door of an open event, the pairs of a closed one; at the start where the desk was told to.
    tab = setting.isLocked ? .door : setting.tab ?? (evening.event.state == .open ? .door : .pairs)
    setting.tab = nil
    if setting.isForHost {
      setting.isForHost = false
      tab = .pairs
      return show(HostCard())
    }
    // What it shows besides guests it could not ask for before.
    return tab.needsEvening ? appear(tab) : []
  }

  mutating func takeChange(_ change: EveningChange) -> [Effect] {
    guard open?.event.id == change.event.id else { return [] }
    open?.take(change)
    followEvening()
    return []
  }

  /// Whoever shows guests sees who has come meanwhile.
  private mutating func followEvening() {
    for asker in components { change(asker) { $0.followEvening(in: $1) } }
  }

  /// Undone at another desk: nothing of it can be shown any more.
  mutating func takeLoss() -> [Effect] {
    open = nil
    var effects: [Effect] = []
    while !layers.isEmpty { effects += close(top) }
    toast = Toast(.refused, environment.sentence(.history(.gone)))
    if tab.needsEvening, !setting.isLocked { tab = .events }
    return effects + appear(.events)
  }

  // MARK: - Changes

  /// What became of the change that keys wait for: said, told to whoever wanted it, and then to all whom
  /// it may concern.
  mutating func take(_ outcome: Outcome, of id: RequestID) -> [Effect] {
    guard let pending, pending.id == id else { return [] }
    say(outcome, of: pending.change)
    self.pending = nil
    let others = components.filter { $0 != pending.asker }
    var effects = report(outcome, of: pending)
    guard outcome.isDone else { return effects }
    for asker in [pending.asker] + others {
      effects += update(asker) { $0.follow(pending.change, in: $1) }
    }
    return effects
  }

  private mutating func say(_ outcome: Outcome, of change: Change) {
    switch outcome {
    case .saved(let act), .imported(_, let act?): toast = toast(for: act, change)
    case .unchanged: break
    case .imported(let summary, nil):
      let isChange = summary.added + summary.updated > 0
      let isRefused = !isChange && summary.unchanged == 0
      toast = Toast(isRefused ? .refused : .done, summary.phrase, way: isChange ? .undo : nil)
    case .refused(let refusal): toast = Toast(.refused, environment.sentence(refusal))
    case .failed(let fault):
      // What was typed since was meant for after it.
      waiting = []
      takeFault(fault)
    }
  }

  private func toast(for act: Act, _ change: Change) -> Toast {
    switch (act.kind, act.summary.verb) {
    case (.original, .seeDetails):
      return Toast(.note, Phrase("已显示完整号码，这次查看已留记录", "Whole numbers shown; that is on record"))
    case (.original, .seeOutcome):
      return Toast(.note, Phrase("这次查看已留记录", "That it was asked is on record"))
    // Paper is not taken back.
    case (.original, .print), (.original, .archiveEvent):
      return Toast(.done, environment.titled(act.summary).phrase)
    default: return Toast(act, environment.titled(act.summary), facts(of: act.summary, change))
    }
  }

  /// What became of the rows of a file is told also where its dialogue was left meanwhile.
  private mutating func report(_ outcome: Outcome, of pending: PendingChange) -> [Effect] {
    let told = change(pending.asker) { $0.take(outcome, of: pending.change, in: $1) }
    if let told { return perform(told, for: pending.asker) }
    guard case .imported(let summary, _) = outcome else { return [] }
    return show(ImportWizard(done: summary, folder: folder))
  }

  /// What tells the person a summary is about from the others of the open evening.
  private func facts(of summary: ActSummary, _ change: Change) -> PersonFacts {
    guard !summary.name.isEmpty, let evening = open?.evening, summary.event == evening.event.code
    else {
      return .none
    }
    let guest =
      if case .register(_, let member, _) = change {
        evening.registrations(of: [member])[member].flatMap { evening.guest($0) }
      } else {
        change.registration.flatMap { evening.guest($0) }
          ?? summary.badge.flatMap { evening.guest(wearing: $0) ?? evening.guest(formerly: $0) }
      }
    guard let guest, guest.name == summary.name else { return .none }
    let facts = PersonFacts(of: guest, at: evening)
    // A scan acts at once: who of another table was let in is told afterwards.
    guard case .checkIn = change, let table = environment.otherTable(of: guest) else {
      return facts
    }
    return facts.with(look(table))
  }

  // MARK: - Faults

  mutating func takeFault(_ fault: Fault) {
    toast = Toast(.refused, fault.phrase)
    if !fault.story.isEmpty { tellLoss(fault) }
  }

  /// At length, for what to do next is more than a line; looking on is possible. F8, for whoever is in
  /// the middle of typing should not leave by it.
  private mutating func tellLoss(_ fault: Fault) {
    let story = Confirmation(
      title: Phrase("数据文件出了问题", "Something happened to the file"),
      lines: fault.story + [Phrase("按 F8 退出；Esc 留下查看。", "F8 quits; Esc stays to look.")],
      yes: Phrase("离开", "leave"), intent: .program(.quit), isUrgent: true, isGrave: true)
    if (layers.last?.dialogue as? Confirmation)?.title == story.title { return }
    _ = show(story)
  }
}
