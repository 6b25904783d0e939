public import Canvas
import Matchmaking
public import Wording

/// The organizer's desk as a value: all screens, what lies on top of them, and what just happened.
public struct Workspace: Sendable {
  var setting: Setting
  var size = Size(columns: 80, rows: 24)
  var tab: Tab
  var open: OpenEvening?

  var door = DoorScreen()
  var picks = PicksScreen()
  var pairs = PairsScreen()
  var events = EventsScreen()
  var members = MembersScreen()
  /// The last lies on top and has the keys.
  var modals: [Modal] = []
  var toast: Toast?
  /// The event whose registrations are wanted as soon as it is open.
  var registersNext: EventID?
  /// Where the last roster was chosen.
  var importFolder = "~/"
  /// The three ways in are offered once: whoever left them knows them.
  var wasWelcomed = false

  /// The change that is on its way to the disk; keys typed meanwhile wait in `waiting`.
  var pending: Effect?
  var waiting: [Key] = []
  /// The keys being taken now were typed before the answer was seen.
  private(set) var isCatchingUp = false
  /// The number of the last question to the register.
  var generation = 0

  public init(_ setting: Setting) {
    self.setting = setting
    tab = setting.tab.map { $0.needsEvening ? .events : $0 } ?? .events
  }

  /// What to do before the first key: what has to be loaded besides the events, which the desk
  /// brings along so that the first frame has them.
  public mutating func start() -> [Effect] {
    loadMembers()
  }

  public mutating func update(_ message: Message) -> [Effect] {
    var effects = take(message)
    isCatchingUp = true
    while pending == nil, !waiting.isEmpty {
      effects += press(waiting.removeFirst())
    }
    isCatchingUp = false
    refresh()
    return effects
  }

  public func view(_ size: Size) -> Frame { sheet(size).frame }

  /// The language the screens speak now.
  public var language: Language { setting.language }

  /// Whether it waits for the disk; the desk may tell a slow one.
  public var isBusy: Bool { pending != nil }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return pending == nil || isUrgent(key) ? press(key) : hold(key)
    case .resized(let size):
      self.size = size
      return loadMembers(ifNeeded: true)
    case .widened:
      setting.isPlain = true
      return []
    case .events(let summaries): return takeEvents(summaries)
    case .evening(let evening, let index): return takeEvening(evening, index)
    case .eveningChanged(let change): return takeChange(change)
    case .members(let page): return takeMembers(page)
    case .browsed(let page): return takePage(page)
    case .completed(let completion, let generation):
      members.take(completion, generation: generation)
      return []
    case .circle(let circle, let generation):
      takeCircle(circle, generation: generation)
      return []
    case .circleProgress(let share, let generation):
      takeCircle(progress: share, generation: generation)
      return []
    case .lonely(let report, let generation):
      takeLonely(report, generation: generation)
      return []
    case .readingRegister(let share):
      members.reading = share
      return []
    case .folder(let listing):
      changeModals { modal in
        switch modal {
        case .wizard(var wizard):
          wizard.picker.take(listing)
          modal = .wizard(wizard)
        case .roster(var list):
          list.picker.take(listing)
          modal = .roster(list)
        default: break
        }
      }
      return []
    case .rosterSeen(let sketch): return takeSketch(sketch)
    case .rehearsed(let summary, let choice):
      takeRehearsal(summary, of: choice)
      return []
    case .importProgress(let share):
      takeImport(progress: share)
      return []
    case .problemsWritten(let path):
      takeProblemsFile(path)
      return []
    case .history(let acts): return takeHistory(acts)
    case .imported(let summary): return takeImport(summary)
    case .refusals(let records): return takeRefusals(records)
    case .register(let news): return take(news)
    case .composed(let text): return takeComposed(text)
    case .saved(let act): return takeSaved(act)
    case .refused(let refusal): return takeRefusal(refusal)
    case .failed(let fault):
      pending = nil
      // What was typed since was meant for after it.
      waiting = []
      return takeFault(fault)
    case .noticed(let fault): return takeFault(fault)
    case .registerChanged: return tab == .members ? loadMembers() : []
    case .eveningGone: return takeLoss()
    case .waiting(let holder):
      toast = Toast(.note, Holder.waiting(for: holder))
      return []
    }
  }

  /// Leaving and suspending never wait for a disk.
  private func isUrgent(_ key: Key) -> Bool {
    if case .confirmation(let confirmation)? = modals.last, confirmation.effect == .quit {
      return true
    }
    return key == .control("c") || key == .control("z")
  }

  /// Nobody types this far ahead; a key that rests on a chair must not fill the memory.
  private mutating func hold(_ key: Key) -> [Effect] {
    if waiting.count < 1_000 { waiting.append(key) }
    return []
  }

  /// Brings up to date what a screen shows and is too dear to find out while drawing.
  private mutating func refresh() {
    guard let open else { return }
    switch tab {
    case .picks: picks.refresh(open)
    case .pairs: pairs.refresh(open)
    case .members, .events, .door: break
    }
  }

  /// Sends a change on its way; keys wait until it is answered.
  mutating func send(_ effect: Effect) -> [Effect] {
    pending = effect
    return [effect]
  }

  var look: Look { Look(setting) }
  var clock: Clock { Clock(minutesFromUTC: setting.minutesFromUTC) }
}
