public import Canvas
public import Matchmaking
public import Wording

/// The organizer's desk as a value: the tabs, what lies on top of them, and what just happened.
///
/// It knows which component has the keys and whose an answer is, and nothing of what they are about.
public struct Workspace: Sendable {
  var setting: Setting
  var size = Size(columns: 80, rows: 24)
  var tab: Tab
  var open: OpenEvening?

  var door = DoorScreen()
  var programme = ProgrammeScreen()
  var picks = PicksScreen()
  var pairs = PairsScreen()
  var events: EventsScreen
  var members = MembersScreen()
  /// The last lies on top and has the keys.
  var layers: [Layer] = []
  private var lastLayer = 0
  var toast: Toast?
  /// The time by both clocks, as it was when the program last looked; whoever counts down goes by it.
  public var now = ClockReading(wall: Timestamp(milliseconds: 0))
  /// Where the last file was chosen.
  var folder = "~/"
  /// The three ways in are offered once: whoever left them knows them.
  var wasWelcomed = false

  var requests = Requests()
  /// The change that is on its way to the disk; keys typed meanwhile wait in `waiting`.
  var pending: PendingChange?
  var waiting: [Key] = []
  /// The keys being taken now were typed before the answer was seen.
  private(set) var isCatchingUp = false

  public init(_ setting: Setting) {
    self.setting = setting
    tab = setting.tab.map { $0.needsEvening ? .events : $0 } ?? .events
    events = EventsScreen(wanted: setting.event)
  }

  /// What to do before the first key: what has to be loaded besides the events, which the desk
  /// brings along so that the first frame has them.
  public mutating func start() -> [Effect] {
    // Where the door is all there is, nothing else is read.
    setting.isLocked ? [] : appear(.members)
  }

  public mutating func update(_ message: Message) -> [Effect] {
    var effects = take(message)
    isCatchingUp = true
    while pending == nil, !isWaitingForDoor, !waiting.isEmpty {
      effects += press(waiting.removeFirst())
    }
    isCatchingUp = false
    refresh()
    return effects
  }

  public func view(_ size: Size) -> Frame { sheet(size).frame }

  /// The language the screens speak now.
  public var language: Language { setting.language }

  /// Whether nothing but the door is in reach.
  public var isLocked: Bool { setting.isLocked }

  /// Whether it waits for the disk; the desk may tell a slow one.
  public var isBusy: Bool { pending != nil }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      let isHeld = pending != nil || isWaitingForDoor && command(for: key) == nil
      return !isHeld || isUrgent(key) ? press(key) : hold(key)
    case .resized(let size):
      self.size = size
      // Nothing of the register is read where the door is all there is.
      return setting.isLocked ? [] : tell(ListNotice.resized)
    case .widened:
      setting.isPlain = true
      return []
    case .answered(let id, let answer): return take(answer, to: id)
    case .progress(let id, let share): return take(progress: share, of: id)
    case .done(let id, let outcome): return take(outcome, of: id)
    case .events(let summaries):
      return update(.screen(.events)) { $0.take(.events(summaries), about: "", in: $1) }
    case .evening(let evening, let index): return takeEvening(evening, index)
    case .eveningChanged(let change): return takeChange(change)
    case .registerChanged: return setting.isLocked ? [] : tell(ListNotice.changed)
    case .programmeChanged:
      return setting.isLocked ? [] : tellEverybody(ProgrammeNotice.changed)
    case .eveningGone: return takeLoss()
    case .waiting(let holder):
      toast = Toast(.note, Holder.waiting(for: holder))
      return []
    case .noticed(let fault):
      takeFault(fault)
      return []
    }
  }

  /// Locked, and the event is not there: whoever types already means the door.
  var isWaitingForDoor: Bool { setting.isLocked && open == nil && layers.isEmpty }

  /// Leaving and suspending never wait for a disk.
  private func isUrgent(_ key: Key) -> Bool {
    layers.last?.dialogue.isUrgent == true || key == .control("c") || key == .control("z")
  }

  /// Nobody types this far ahead; a key that rests on a chair must not fill the memory.
  private mutating func hold(_ key: Key) -> [Effect] {
    if waiting.count < 1_000 { waiting.append(key) }
    return []
  }

  private mutating func refresh() {
    let environment = environment
    var screen = self[tab]
    screen.refresh(in: environment)
    self[tab] = screen
    offerFirstRun()
  }

  /// The three ways in, where there is neither a member nor an event.
  private mutating func offerFirstRun() {
    guard layers.isEmpty, !wasWelcomed, !setting.isLocked, !setting.isSample, members.total == 0,
      members.query.isEmpty, events.summaries?.isEmpty == true
    else { return }
    wasWelcomed = true
    _ = show(FirstRun())
  }

  var look: Look { Look(setting) }

  var environment: Environment {
    Environment(
      setting: setting, size: size, open: open, members: members, events: events, tab: tab,
      folder: folder, now: now)
  }
}

// MARK: - What stands side by side, and what lies on it

/// A dialogue that lies on the tabs, with a number that no other has or had: what comes late for one that is
/// gone reaches nobody else.
struct Layer: Sendable {
  let id: Int
  var dialogue: any Dialogue
}

/// Who wants something done, and is told what becomes of it.
enum Asker: Hashable, Sendable {
  case desk
  case screen(Tab)
  case dialogue(Int)
}

extension Workspace {
  /// The tab that is seen: without an event those of an evening show the list of events.
  var shownTab: Tab { tab.needsEvening && open == nil ? .events : tab }

  /// Whoever has the keys.
  var top: Asker { layers.last.map { .dialogue($0.id) } ?? .screen(shownTab) }

  var topComponent: any Component { layers.last?.dialogue ?? self[shownTab] }

  subscript(tab: Tab) -> any Screen {
    get {
      switch tab {
      case .members: members
      case .events: events
      case .door: door
      case .programme: programme
      case .picks: picks
      case .pairs: pairs
      }
    }
    set {
      switch newValue {
      case let screen as MembersScreen: members = screen
      case let screen as EventsScreen: events = screen
      case let screen as DoorScreen: door = screen
      case let screen as ProgrammeScreen: programme = screen
      case let screen as PicksScreen: picks = screen
      case let screen as PairsScreen: pairs = screen
      default: preconditionFailure("no tab shows a \(type(of: newValue))")
      }
    }
  }

  /// Lets a component take something, and does what it wants done; nothing where it is gone.
  mutating func update(
    _ asker: Asker, _ body: (inout any Component, Environment) -> [Intent]
  ) -> [Effect] {
    perform(change(asker, body) ?? [], for: asker)
  }

  /// Changes a component.
  ///
  /// - Returns: nil where it is gone.
  mutating func change<Answer>(
    _ asker: Asker, _ body: (inout any Component, Environment) -> Answer
  ) -> Answer? {
    let environment = environment
    switch asker {
    case .desk: return nil
    case .screen(let tab):
      var component: any Component = self[tab]
      defer { if let screen = component as? any Screen { self[tab] = screen } }
      return body(&component, environment)
    case .dialogue(let id):
      guard let place = layers.firstIndex(where: { $0.id == id }) else { return nil }
      var component: any Component = layers[place].dialogue
      defer { if let dialogue = component as? any Dialogue { layers[place].dialogue = dialogue } }
      return body(&component, environment)
    }
  }

  /// What a tab shows may be old where nobody saw it.
  mutating func appear(_ tab: Tab) -> [Effect] {
    var screen = self[tab]
    let intents = screen.appear(in: environment)
    self[tab] = screen
    return perform(intents, for: .screen(tab))
  }

  /// Everything there is, the topmost first.
  var components: [Asker] {
    layers.reversed().map { .dialogue($0.id) } + Tab.allCases.map { .screen($0) }
  }

  /// Says something to whoever is meant.
  mutating func tell(_ notice: any Notice) -> [Effect] {
    for asker in components {
      let heard = change(asker) { $0.hear(notice, in: $1) }
      if let intents = heard ?? nil { return perform(intents, for: asker) }
    }
    return []
  }

  /// Says something to all that know it.
  mutating func tellEverybody(_ notice: any Notice) -> [Effect] {
    components.flatMap { asker in
      let heard = change(asker) { $0.hear(notice, in: $1) }
      return (heard ?? nil).map { perform($0, for: asker) } ?? []
    }
  }

  /// In how many milliseconds what is seen will be another, though nothing happens; nil where it stays.
  public var changesIn: Int64? {
    let environment = environment
    let seen = layers.map { $0.dialogue as any Component } + [self[shownTab]]
    return seen.compactMap { $0.changesIn(environment) }.min()
  }

  mutating func show(_ dialogue: any Dialogue) -> [Effect] {
    var dialogue = dialogue
    let intents = dialogue.begin(in: environment)
    lastLayer += 1
    layers.append(Layer(id: lastLayer, dialogue: dialogue))
    return perform(intents, for: top)
  }

  /// - Returns: which of its questions need not be answered any more.
  mutating func close(_ asker: Asker) -> [Effect] {
    guard case .dialogue(let id) = asker else { return [] }
    layers.removeAll { $0.id == id }
    return requests.drop(of: asker).map { .withdraw($0) }
  }

  /// Whether the topmost dialogue stays because something in it would be lost.
  mutating func isHeldOpen() -> Bool {
    guard var layer = layers.popLast() else { return false }
    let holds = layer.dialogue.holdsUnsaved()
    layers.append(layer)
    return holds
  }
}
