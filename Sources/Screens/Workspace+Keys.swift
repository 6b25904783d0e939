import Canvas
import Matchmaking
import Wording

extension Workspace {
  /// Where a key is looked up, topmost first.
  var contexts: [Context] {
    if let modal = modals.last { return modal.contexts + [.everywhere] }
    switch tab {
    case .door where open != nil: return [.door, .list, .desk, .everywhere]
    case .picks where open != nil: return [.picks, .desk, .everywhere]
    case .pairs where open != nil: return [.pairs, .list, .desk, .everywhere]
    case .members where members.isFiltering:
      return [.filtering, .members, .list, .desk, .everywhere]
    case .members: return [.members, .list, .desk, .everywhere]
    case .events, .door, .picks, .pairs: return [.events, .list, .desk, .everywhere]
    }
  }

  var isTyping: Bool { contexts.first?.isTyping ?? false }

  mutating func press(_ key: Key) -> [Effect] {
    if case .mouse(let action, let point) = key { return click(action, at: point) }
    let key = isTyping ? key : key.folded
    if let command = command(for: key) { return run(command.id) }
    return isTyping ? type(key) : []
  }

  /// In a text field a character is text, and the keys that edit text come before those of the lists
  /// and the desk below.
  func command(for key: Key) -> Command? {
    let typing = isTyping
    if typing, key.isText { return nil }
    for (depth, context) in contexts.enumerated() {
      if depth == 1, typing, key.isEditing, !goesToAnEnd(key) { return nil }
      if let command = Command.all(in: context).first(where: { $0.keys.contains(key) }) {
        return command
      }
    }
    return nil
  }

  /// Where lines are gone to by their names there is no caret to take to either end.
  private func goesToAnEnd(_ key: Key) -> Bool {
    contexts.first?.typing == .names && (key == .named(.home) || key == .named(.end))
  }

  mutating func run(_ id: Command.ID) -> [Effect] {
    // Moving in a list is still reading.
    if Move(id) == nil { dropPassingToast() }
    if let obstacle = obstacle(to: id) {
      toast = Toast(.note, obstacle)
      return []
    }
    if !modals.isEmpty, let effects = runInModal(id) { return effects }
    return runOnDesk(id)
  }

  /// Why a command does nothing now; nil where it does.
  func obstacle(to id: Command.ID) -> Phrase? {
    switch id {
    case .palette:
      if case .confirmation? = modals.last {
        return Phrase("请先回答这个问题", "Answer this question first")
      }
      return nil
    case .door, .picks, .pairs, .absentees, .refusals: return open == nil ? Self.noEvening : nil
    case .checkIn, .walkIn, .changeBadge, .leaveEvent: return door.obstacle(to: id, open)
    case .cancelRegistration where modals.isEmpty: return door.obstacle(to: id, open)
    case .register: return obstacleToRegistering()
    case .registerFound: return obstacleToRegisteringFound()
    case .openEvent where modals.isEmpty:
      return events.markedSummary == nil ? Phrase("还没有活动", "There is no event yet") : nil
    case .editEvent, .removeEvent: return obstacle(toChanging: events.markedSummary, id)
    case .saveSlip, .correctSlip, .closePicking, .missingSlips:
      return picks.obstacle(to: id, open)
    case .showPair: return pairs.obstacle(open)
    case .showMember, .editMember, .consents, .circle, .listingCard:
      return modals.isEmpty ? members.obstacle : nil
    case .endFilter:
      return members.isFiltering || !members.query.isEmpty
        ? nil : Phrase("现在没有筛选", "Nothing is filtered now")
    default: return nil
    }
  }

  /// Whether a command has any meaning in this event; the line of keys leaves out the others.
  func isOffered(_ id: Command.ID) -> Bool {
    let isOpen = open?.event.state == .open
    switch id {
    case .register: return obstacleToRegistering() == nil
    case .registerFound: return open?.event.state == .open
    case .removeEvent: return obstacle(toChanging: events.markedSummary, id) == nil
    case .cancelRegistration, .checkIn, .walkIn, .changeBadge, .leaveEvent, .saveSlip, .correctSlip,
      .closePicking,
      .missingSlips:
      return isOpen
    case .showPair: return !isOpen
    case .filter: return !members.isFiltering
    case .nextSheet: return modals.last?.wizard?.sketch?.hasOtherSheets ?? false
    case .showProblems: return modals.last?.wizard?.summary?.problems.isEmpty == false
    case .writeProblems:
      return modals.last?.wizard?.summary?.problems.contains(where: \.wantsMending) ?? false
    case .showChanges: return modals.last?.wizard?.outline != nil
    case .takeRoster, .takeWholeRoster:
      if case .changes(let changes)? = modals.last { return changes.canChoose }
      return false
    case .circle, .showReasons: return modals.last?.hasSomebody ?? (tab == .members)
    case .endFilter: return obstacle(to: id) == nil
    case .showPhones: return modals.last?.hidesPhones ?? false
    case .merge, .keepApart: return modals.last?.hasSuspects ?? false
    default: return true
    }
  }

  private mutating func runOnDesk(_ id: Command.ID) -> [Effect] {
    switch id {
    case .help: modals.append(.help(HelpPage(contexts: contexts)))
    case .undo: return send(.undo)
    case .redo: return send(.redo)
    case .language: return switchLanguage()
    case .suspend: return [.suspend]
    case .leave: modals.append(.confirmation(.leaving))
    case .quit: return [.quit]
    case .nextTab: return step(by: 1)
    case .previousTab: return step(by: -1)
    case .members: return go(to: .members)
    case .events: return go(to: .events)
    case .door: return go(to: .door)
    case .picks: return go(to: .picks)
    case .pairs: return go(to: .pairs)
    case .palette: openPalette()
    case .history:
      modals.append(.history(HistoryPage()))
      return [.loadHistory(limit: HistoryPage.limit)]
    case .up, .down, .pageUp, .pageDown, .first, .last: return move(id)
    case .checkIn: return checkInMarked()
    case .walkIn: return beginWalkIn()
    case .changeBadge: beginBadgeChange()
    case .leaveEvent, .cancelRegistration: beginLeave()
    case .absentees: showAbsentees()
    case .refusals: return showRefusals()
    case .register: return beginRegistering()
    case .registerFound: askToRegisterFound()
    case .clear: tab == .door ? door.clear() : picks.clear()
    case .saveSlip: return saveSlip()
    case .correctSlip: correctSlip()
    case .closePicking: askToClosePicking()
    case .missingSlips: showMissingSlips()
    case .showPair: showPair()
    case .openEvent: return openMarkedEvent()
    case .newEvent: beginEvent()
    case .editEvent: beginEditing()
    case .removeEvent: askToRemove()
    case .filter: return beginFilter()
    case .filterForm: beginFilterForm()
    case .circle: return showCircle(of: members.markedMember)
    case .lonely: return showLonely()
    case .listingCard: return showListing(of: members.markedMember)
    case .columns: modals.append(.columns(ColumnChoice()))
    case .completeNext: return complete(step: 1)
    case .completePrevious: return complete(step: -1)
    case .tolerant: return toggleTolerance()
    case .endFilter: return endFilter()
    case .showMember: showMember()
    case .addMember: return beginMember(nil)
    case .editMember: return members.markedMember.map { beginMember($0) } ?? []
    case .verifications: return show(.queue(VerificationQueue()))
    case .duplicates: return show(.duplicates(DuplicatesPage()))
    case .consents: return members.markedMember.map { show(.consents(ConsentPage($0))) } ?? []
    case .savedFilters:
      return show(.filters(SavedFilters(current: members.line.draft.filter, words)))
    case .importRoster: return beginImport()
    case .startSample:
      toast = Toast(.note, Phrase("正在准备样例…", "Preparing the sample…"))
      return [.openSample]
    case .startImport: return beginImport()
    case .startEmpty: beginEvent()
    default: break
    }
    return []
  }

  private mutating func switchLanguage() -> [Effect] {
    setting.language = setting.language.other
    return [.remember(setting.language)]
  }

  mutating func step(by step: Int) -> [Effect] {
    let tabs = Tab.allCases.filter { open != nil || !$0.needsEvening }
    let place = tabs.firstIndex(of: tab) ?? 0
    return go(to: tabs[(place + step + tabs.count) % tabs.count])
  }

  mutating func go(to tab: Tab) -> [Effect] {
    self.tab = tab
    // What the lists show may be old: they are followed only while they are seen.
    switch tab {
    case .events: return [.loadEvents]
    case .members: return loadMembers()
    case .door, .picks, .pairs: return []
    }
  }

  /// What was said to the last key is over, unless nobody can have read it: keys that waited for the
  /// disk are typed ahead.
  mutating func dropPassingToast() {
    if toast?.isPassing == true, !isCatchingUp { toast = nil }
  }

  /// What was asked for is wrong and says so where it stands: what was saved before it is no answer.
  mutating func refuseInPlace() {
    if !isCatchingUp || toast?.isPassing == false { toast = nil }
  }

  /// A text field has the focus and no command wants the key.
  private mutating func type(_ key: Key) -> [Effect] {
    if key.isText || key.isErasing { dropPassingToast() }
    if !modals.isEmpty { return typeInModal(key) }
    switch tab {
    case .door: return typeAtDoor(key)
    case .picks:
      picks.type(key, open)
      return []
    case .members: return typeFilter(key)
    case .events, .pairs: return []
    }
  }
}

extension Key {
  /// Text as such, never a command while something is being typed.
  var isText: Bool {
    switch self {
    case .character, .paste: true
    case .named, .control, .alt, .mouse: false
    }
  }

  /// What takes text out of a field.
  var isErasing: Bool {
    switch self {
    case .named(.backspace), .named(.delete), .control("u"), .control("k"), .control("w"): true
    default: false
    }
  }

  /// What a text field does something with.
  var isEditing: Bool {
    var field = TextField()
    return field.type(self)
  }
}
