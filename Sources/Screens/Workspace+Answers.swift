import Matchmaking
import Pinyin
import Wording

extension Workspace {
  mutating func takeEvening(_ evening: Evening, _ index: SearchIndex) -> [Effect] {
    let isSame = open?.event.id == evening.event.id
    // What was said of one evening is not read as said of the next.
    if !isSame, open != nil, toast?.event != evening.event.code { toast = nil }
    open = OpenEvening(evening, index, version: (open?.version ?? 0) + 1)
    events.mark(evening.event.id)
    guard !isSame else {
      if let open { door.follow(open) }
      followInModal()
      return []
    }
    door.clear()
    picks = PicksScreen()
    pairs = PairsScreen()
    tab = firstTab(of: evening.event)
    setting.tab = nil
    if registersNext == evening.event.id { showRegistering() }
    return []
  }

  mutating func takeChange(_ change: EveningChange) -> [Effect] {
    guard open?.event.id == change.event.id else { return [] }
    open?.take(change)
    if let open { door.follow(open) }
    followInModal()
    return []
  }

  /// Whoever lies open on the evening sees who has come meanwhile.
  private mutating func followInModal() {
    switch modals.last {
    case .walkIn(var form)?:
      form.follow(open?.evening)
      replaceModal(.walkIn(form))
    case .registering(var form)?:
      form.follow(open?.evening)
      replaceModal(.registering(form))
    default: break
    }
  }

  mutating func takeHistory(_ acts: [Act]) -> [Effect] {
    if case .history(var page)? = modals.last {
      page.take(acts.map { .init(act: $0, summary: titled($0.summary)) }, setting.operatorName)
      replaceModal(.history(page))
    }
    return []
  }

  mutating func takeSaved(_ act: Act) -> [Effect] {
    toast =
      act.summary.verb == .seeDetails && act.kind == .original
      ? Toast(.note, Phrase("已显示完整号码，这次查看已留记录", "Whole numbers shown; that is on record"))
      : Toast(act, titled(act.summary), facts(of: act.summary))
    // An import was answered by its report already; what is pending now was asked for after it.
    if act.kind == .original, act.summary.verb == .importMembers { return [] }
    guard let effect = pending else { return [] }
    pending = nil
    switch effect {
    case .checkIn, .takeBackCheckIn, .leave, .changeBadge, .walkIn, .unregister, .decline:
      doorSaved(effect)
    case .saveSlip: picks.clear()
    case .register(_, let member, _): takeRegistered(member)
    case .editEvent, .removeEvent:
      modals.removeAll { $0.endsWithSaving }
      return [.loadEvents]
    case .createEvent(let form):
      modals.removeAll { $0.endsWithSaving }
      // The new event is opened as soon as the list tells its key.
      setting.event = form.code
      return [.loadEvents]
    case .closeEvent: tab = .pairs
    case .keep(let change): return kept(change)
    case .undo, .redo: return afterUndo()
    case .read, .compose: break
    case .loadEvents, .openEvening, .loadMembers, .browse, .loadCircle, .loadLonely,
      .stopCircles, .listFolder, .lookAtRoster, .rehearseRoster, .writeProblems, .loadHistory,
      .loadRefusals,
      .importRoster, .registerFound,
      .registerList, .openSample,
      .remember, .suspend, .quit:
      break
    }
    return []
  }

  /// An undo may concern what the lists show.
  private mutating func afterUndo() -> [Effect] {
    door.refusal = nil
    picks.refusal = nil
    var effects: [Effect] = []
    if tab == .events { effects.append(.loadEvents) }
    if tab == .members { effects += loadMembers() }
    effects += rereadKeeping()
    if case .history? = modals.last { effects.append(.loadHistory(limit: HistoryPage.limit)) }
    return effects
  }

  mutating func takeRefusal(_ refusal: Refusal) -> [Effect] {
    let effect = pending
    pending = nil
    let sentence = titled(refusal).phrase(clock)
    toast = Toast(.refused, sentence)
    switch (refusal, modals.last, effect) {
    case (_, .badge(var form)?, _):
      form.refusal = sentence
      replaceModal(.badge(form))
    case (_, .event(var draft)?, _):
      draft.refusal = sentence
      replaceModal(.event(draft))
    case (.door(let reason, let name), _, let effect?):
      if case .leave? = modals.last { modals.removeLast() }
      doorRefused(effect, reason, name: name)
    case (.slip, _, .saveSlip?): picks.refusal = sentence
    default: break
    }
    return []
  }

  /// What tells the person a summary is about from the others of the open evening.
  private func facts(of summary: ActSummary) -> PersonFacts {
    guard !summary.name.isEmpty, let evening = open?.evening, summary.event == evening.event.code
    else {
      return .none
    }
    let guest =
      if case .register(_, let member, _)? = pending {
        evening.registrations(of: [member])[member].flatMap { evening.guest($0) }
      } else {
        pending?.registration.flatMap { evening.guest($0) }
          ?? summary.badge.flatMap { evening.guest(wearing: $0) ?? evening.guest(formerly: $0) }
      }
    guard let guest, guest.name == summary.name else { return .none }
    return PersonFacts(of: guest, at: evening)
  }

  /// A summary with the event's title for its code: people know an evening by its title.
  func titled(_ summary: ActSummary) -> ActSummary {
    var summary = summary
    let isOfEvent = [.createEvent, .editEvent, .removeEvent, .closeEvent].contains(summary.verb)
    // These tell the title themselves, of an event that may be gone by now.
    summary.event = isOfEvent && !summary.name.isEmpty ? summary.name : title(of: summary.event)
    if isOfEvent { summary.name = "" }
    return summary
  }

  private func titled(_ refusal: Refusal) -> Refusal {
    switch refusal {
    case .event(.alreadyClosed(let code)): .event(.alreadyClosed(title(of: code)))
    case .event(.hasGuests(let code, let count)):
      .event(.hasGuests(title(of: code), count: count))
    case .history(.changedSince(let summary)): .history(.changedSince(titled(summary)))
    case .history(.irrevocable(let summary)): .history(.irrevocable(titled(summary)))
    default: refusal
    }
  }

  private func title(of code: String) -> String {
    if let event = open?.event, event.code == code { return event.title }
    return events.listed.first { $0.event.code == code }?.event.title ?? code
  }

  /// Undone at another desk: nothing of it can be shown any more.
  mutating func takeLoss() -> [Effect] {
    open = nil
    modals = []
    tab = tab.needsEvening ? .events : tab
    toast = Toast(.refused, Refusal.history(.gone).phrase(clock))
    return [.loadEvents]
  }

  /// At length, for what to do next is more than a line; looking on is possible. F8, for whoever is in
  /// the middle of typing should not leave by it.
  private mutating func tellLoss(_ fault: Fault) {
    let story = Confirmation(
      title: Phrase("数据文件出了问题", "Something happened to the file"),
      lines: fault.story + [Phrase("按 F8 退出；Esc 留下查看。", "F8 quits; Esc stays to look.")],
      yes: Phrase("离开", "leave"), effect: .quit, isGrave: true)
    if case .confirmation(let shown)? = modals.last, shown.title == story.title { return }
    modals.append(.confirmation(story))
  }

  mutating func takeFault(_ fault: Fault) -> [Effect] {
    toast = Toast(.refused, fault.phrase)
    if !fault.story.isEmpty { tellLoss(fault) }
    switch modals.last {
    case .walkIn(var form)?:
      form.giveUpAsking()
      replaceModal(.walkIn(form))
    case .registering(var form)?:
      form.giveUpAsking()
      replaceModal(.registering(form))
    default: break
    }
    if case .wizard(var wizard)? = modals.last {
      wizard.fault = fault.phrase
      wizard.progress = nil
      wizard.isImporting = false
      replaceModal(.wizard(wizard))
    }
    if case .roster(var roster)? = modals.last {
      roster.fault = fault.phrase
      roster.isRunning = false
      replaceModal(.roster(roster))
    }
    return []
  }
}
