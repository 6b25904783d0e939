import Canvas
import Matchmaking
import Wording

/// The events (活动): newest first.
struct EventsScreen: Sendable {
  /// Nil until they were loaded.
  private(set) var summaries: [EventSummary]?
  private(set) var marked: EventID?

  var listed: [EventSummary] { summaries ?? [] }
  var markedSummary: EventSummary? { listed.first { $0.id == marked } }

  mutating func take(_ loaded: [EventSummary]) {
    let sorted = loaded.sorted { ($1.event.date, $1.id) < ($0.event.date, $0.id) }
    summaries = sorted
    if !sorted.contains(where: { $0.id == marked }) { marked = sorted.first?.id }
  }

  mutating func mark(_ id: EventID) { marked = id }

  mutating func mark(row: Int) {
    if listed.indices.contains(row) { marked = listed[row].id }
  }

  mutating func move(_ move: Move, page: Int) {
    marked = listed.map(\.id).moved(move, from: marked, page: page)
  }

  /// What to open at the start: the one asked for, else today's, else the only one that is open.
  func opening(_ setting: Setting) -> EventSummary? {
    if let code = setting.event { return listed.first { $0.event.code == code } }
    let today = listed.filter { $0.event.date == setting.today && $0.event.state != .archived }
    let open = (today.isEmpty ? listed : today).filter { $0.event.state == .open }
    return open.count == 1 ? open.first : today.count == 1 ? today.first : nil
  }
}
