import Canvas
import Matchmaking
import Wording

/// What every component may look at: the window, the open event, and what the tabs show.
struct Environment: Sendable {
  let setting: Setting
  let size: Size
  let open: OpenEvening?
  let members: MembersScreen
  let events: EventsScreen
  /// The tab that is seen.
  let tab: Tab
  /// Where the last file was chosen.
  let folder: String
  /// The time by both clocks.
  let now: ClockReading

  var look: Look { Look(setting) }
  var clock: Clock { Clock(minutesFromUTC: setting.minutesFromUTC) }
  var evening: Evening? { open?.evening }

  /// Which table at the door this desk is, where the open event has it.
  var doorTable: (number: Int, tally: DoorTally)? {
    guard let tally = open?.tally, let table = setting.table, tally.tables.numbers.contains(table)
    else { return nil }
    return (table, tally)
  }

  /// In which language conditions are offered.
  var words: ConditionWords { setting.language == .chinese ? .chinese : .english }

  /// Who stands on record for a verification: whoever sits at this desk.
  var verifier: String {
    setting.operatorName.isEmpty
      ? Phrase.station(setting.station)(setting.language)
      : setting.operatorName
  }

  /// What the tabs and the dialogues have of the window.
  ///
  /// In a low window the tabs give way: Tab still goes round, and the head names where one is.
  static func body(of whole: Area) -> Area {
    whole.inset(top: whole.rows >= 18 ? 3 : 1, bottom: 2)
  }

  /// Rows a page of a list on a tab is turned by.
  var screenRows: Int { max(1, size.rows - 9) }

  /// Rows of a list in a dialogue that takes all the room there is.
  var dialogueRows: Int { pageRoom.rows }

  /// What a dialogue of lines has of the window, as `Sheet.page` draws it.
  var pageRoom: Size {
    let whole = Area(column: 0, row: 0, columns: size.columns, rows: size.rows)
    let body = Self.body(of: whole)
    let columns = min(body.columns, Sheet(size: size, look: look).readable(body, upTo: 84)) - 4
    return Size(columns: max(1, columns), rows: max(1, body.rows - 2))
  }

  /// A summary with the event's title for its code: people know an evening by its title.
  func titled(_ summary: ActSummary) -> ActSummary {
    var summary = summary
    let isOfEvent = [.createEvent, .editEvent, .removeEvent, .closeEvent, .archiveEvent]
      .contains(summary.verb)
    // These tell the title themselves, of an event that may be gone by now.
    summary.event = isOfEvent && !summary.name.isEmpty ? summary.name : title(of: summary.event)
    if isOfEvent { summary.name = "" }
    return summary
  }

  func titled(_ refusal: Refusal) -> Refusal {
    switch refusal {
    case .event(.alreadyClosed(let code)): .event(.alreadyClosed(title(of: code)))
    case .event(.stillOpen(let code)): .event(.stillOpen(title(of: code)))
    case .event(.alreadyArchived(let code)): .event(.alreadyArchived(title(of: code)))
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

  /// What a refusal says here.
  func sentence(_ refusal: Refusal) -> Phrase { titled(refusal).phrase(clock) }
}
