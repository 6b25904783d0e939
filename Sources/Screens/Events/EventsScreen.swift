import Canvas
import Matchmaking
import Wording

/// The events (活动): newest first.
struct EventsScreen: Screen {
  /// Nil until they were loaded.
  private(set) var summaries: [EventSummary]?
  private(set) var marked: EventID?

  var listed: [EventSummary] { summaries ?? [] }
  var markedSummary: EventSummary? { listed.first { $0.id == marked } }

  /// The code of the event that is to be opened as soon as the list tells its key.
  private var wanted: String?
  /// The event whose registrations are wanted as soon as it is open.
  private var registersNext: EventID?

  /// - Parameter wanted: the code of the event to begin with.
  init(wanted: String?) { self.wanted = wanted }

  var contexts: [Context] { [.events, .list] }

  func appear(in environment: Environment) -> [Intent] { [.ask(.loadEvents)] }

  // MARK: - What is done

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = listed.map(\.id).moved(move, from: marked, page: environment.screenRows)
      return []
    }
    guard let summary = markedSummary else { return nil }
    let event = summary.event
    let isOpened = environment.open?.event.id == summary.id
    switch id {
    case .openEvent where isOpened: return [.turn(event.state == .open ? .door : .pairs)]
    case .openEvent: return [.ask(.openEvening(summary.id))]
    case .register where isOpened: return [.open(RegistrationForm(event: summary.id))]
    // Registering goes on at the event that is open; another one that is marked is opened first.
    case .register:
      registersNext = summary.id
      return [.ask(.openEvening(summary.id))]
    case .editEvent:
      return [.open(EventDraft(event, summary.headcounts, today: environment.setting.today))]
    case .removeEvent: return [.open(Confirmation.removing(event))]
    case .archiveEvent: return [.open(Confirmation.archiving(summary))]
    default: return nil
    }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if listed.indices.contains(row) { marked = listed[row].id }
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard [.openEvent, .register, .editEvent, .removeEvent, .archiveEvent].contains(id) else {
      return nil
    }
    guard let summary = markedSummary else {
      return id == .register
        ? .useless(Phrase("请先新建一场活动", "Create an event first"))
        : [.removeEvent, .archiveEvent].contains(id) ? .useless(Self.none) : .first(Self.none)
    }
    switch id {
    case .register where summary.event.state != .open:
      return .useless(Phrase("活动已结束；", "The event is closed; ") + .undoClosing)
    case .removeEvent where summary.headcount.all > 0:
      let refusal = EventRefusal.hasGuests(summary.event.title, count: summary.headcount.all)
      return .useless(refusal.phrase)
    case .archiveEvent:
      switch summary.event.state {
      case .open: return .useless(EventRefusal.stillOpen(summary.event.title).phrase)
      case .archived: return .useless(EventRefusal.alreadyArchived(summary.event.title).phrase)
      case .closed: return nil
      }
    default: return nil
    }
  }

  private static let none = Phrase("还没有活动", "There is no event yet")

  // MARK: - What is told

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    switch answer {
    case .events(let summaries): return take(summaries, in: environment)
    case .evening(let evening, _):
      let registers = registersNext == evening.event.id
      registersNext = nil
      return registers ? [.open(RegistrationForm(event: evening.event.id))] : []
    default: return []
    }
  }

  private mutating func take(
    _ loaded: [EventSummary], in environment: Environment
  ) -> [Intent] {
    let isFirst = summaries == nil
    let sorted = loaded.sorted { ($1.event.date, $1.id) < ($0.event.date, $0.id) }
    summaries = sorted
    if !sorted.contains(where: { $0.id == marked }) { marked = sorted.first?.id }
    guard wanted != nil || (isFirst && environment.open == nil),
      let summary = opening(environment.setting.today)
    else { return [] }
    wanted = nil
    marked = summary.id
    return environment.open?.event.id == summary.id
      ? [] : [.ask(.openEvening(summary.id), about: Self.atStart)]
  }

  /// Nobody chose the event to be opened, so that the tab to begin with counts.
  static let atStart = "start"

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    guard case .chosen(let id)? = notice as? CalendarNotice else { return nil }
    marked = id
    return []
  }

  mutating func mark(_ id: EventID) { marked = id }

  /// What to open at the start: the one asked for, else today's, else the only one that is open.
  private func opening(_ today: Day) -> EventSummary? {
    if let wanted { return listed.first { $0.event.code == wanted } }
    let todays = listed.filter { $0.event.date == today && $0.event.state != .archived }
    let open = (todays.isEmpty ? listed : todays).filter { $0.event.state == .open }
    return open.count == 1 ? open.first : todays.count == 1 ? todays.first : nil
  }

  /// What changes an event changes the list; a new one is opened as soon as that tells its key.
  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] {
    switch change {
    case .createEvent(let form): wanted = form.code
    case .editEvent, .removeEvent, .archiveEvent: break
    case .undo, .redo: guard environment.tab == .events else { return [] }
    default: return []
    }
    return [.ask(.loadEvents)]
  }
}
