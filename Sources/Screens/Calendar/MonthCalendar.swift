import Canvas
import Matchmaking
import Wording

/// A month with its festivals and the events that are planned (月历); a day is chosen in it.
struct MonthCalendar: Dialogue {
  private(set) var marked: Day

  init(in environment: Environment) {
    let (today, event) = (environment.setting.today, environment.events.markedSummary?.event)
    // Whoever looks at an event that is to come wants its month.
    marked = event.flatMap { $0.date > today ? $0.date : nil } ?? today
  }

  var contexts: [Context] { [.calendar, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    switch id {
    case .previousOption: marked = marked.adding(days: -1)
    case .nextOption: marked = marked.adding(days: 1)
    case .up: marked = marked.adding(days: -7)
    case .down: marked = marked.adding(days: 7)
    case .pageUp: marked = marked.adding(months: -1)
    case .pageDown: marked = marked.adding(months: 1)
    case .first: marked = environment.setting.today
    case .last: marked = marked.monthDays.last ?? marked
    case .choose: return choose(in: environment)
    default: return nil
    }
    return []
  }

  /// A new event on an empty day; the one there; of several the first is marked in the list.
  private func choose(in environment: Environment) -> [Intent] {
    let there = Self.events(on: marked, in: environment)
    guard let first = there.first else {
      return [.close, .open(EventDraft(in: environment, on: marked))]
    }
    let mark = Intent.tell(CalendarNotice.chosen(first.id))
    guard there.count == 1 else {
      return [
        .close, mark,
        .note(Phrase("这一天有 \(there.count) 场，请选一场", "\(there.count) that day; choose one")),
      ]
    }
    return [.close, mark, .run(.openEvent)]
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    marked = marked.monthDays.first { $0.day == row } ?? marked
    return []
  }

  /// In the order of the list.
  static func events(on day: Day, in environment: Environment) -> [Event] {
    environment.events.listed.map(\.event).filter { $0.date == day }
  }
}

/// What the calendar tells the list of events.
enum CalendarNotice: Notice {
  case chosen(EventID)
}
