import Matchmaking
import Pinyin
import Wording

extension Workspace {
  mutating func takeEvening(_ evening: Evening, _ index: SearchIndex) -> [Effect] {
    let isSame = open?.event.id == evening.event.id
    open = OpenEvening(evening, index, version: (open?.version ?? 0) + 1)
    events.mark(evening.event.id)
    guard !isSame else {
      if let open { door.follow(open) }
      return []
    }
    door.clear()
    picks = PicksScreen()
    pairs = PairsScreen()
    tab = firstTab(of: evening.event)
    setting.tab = nil
    return []
  }

  mutating func takeChange(_ change: EveningChange) -> [Effect] {
    guard open?.event.id == change.event.id else { return [] }
    open?.take(change)
    if let open { door.follow(open) }
    return []
  }

  mutating func takeHistory(_ acts: [Act]) -> [Effect] {
    if case .history(var page)? = modals.last {
      page.acts = acts
      replaceModal(.history(page))
    }
    return []
  }

  mutating func takeSaved(_ act: Act) -> [Effect] {
    toast = Toast(act)
    // An import was answered by its report already; what is pending now was asked for after it.
    if act.kind == .deed, act.deed.verb == .importMembers { return [] }
    guard let effect = pending else { return [] }
    pending = nil
    switch effect {
    case .checkIn, .takeBackCheckIn, .leave, .changeBadge, .walkIn: doorSaved(effect)
    case .saveSlip: picks.clear()
    case .createEvent(let form):
      modals.removeAll { $0.endsWithSaving }
      // The new event is opened as soon as the list tells its key.
      setting.event = form.code
      return [.loadEvents]
    case .closeEvent: tab = .pairs
    case .undo, .redo: return afterUndo()
    case .loadEvents, .openEvening, .loadMembers, .loadHistory, .importRoster, .openSample,
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
    if case .history? = modals.last { effects.append(.loadHistory(limit: HistoryPage.limit)) }
    return effects
  }

  mutating func takeRefusal(_ refusal: Refusal) -> [Effect] {
    let effect = pending
    pending = nil
    let sentence = refusal.phrase(clock)
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

  mutating func takeFault(_ fault: Fault) -> [Effect] {
    pending = nil
    toast = Toast(.refused, fault.phrase)
    if case .roster(var roster)? = modals.last {
      roster.fault = fault.phrase
      roster.isRunning = false
      replaceModal(.roster(roster))
    }
    return []
  }
}
