import Matchmaking
import Wording

extension Workspace {
  mutating func takeEvents(_ summaries: [EventSummary]) -> [Effect] {
    let isFirst = events.summaries == nil
    events.take(summaries)
    offerFirstRun()
    let isWanted = setting.event != nil || (isFirst && open == nil)
    guard isWanted, let summary = events.opening(setting) else { return [] }
    setting.event = nil
    events.mark(summary.id)
    return open?.event.id == summary.id ? [] : [.openEvening(summary.id)]
  }

  mutating func openMarkedEvent() -> [Effect] {
    guard let summary = events.markedSummary else { return [] }
    guard open?.event.id != summary.id else {
      tab = summary.event.state == .open ? .door : .pairs
      return []
    }
    setting.tab = nil
    return [.openEvening(summary.id)]
  }

  mutating func beginEvent() {
    modals.append(
      .event(EventDraft(today: setting.today, taken: Set(events.listed.map(\.event.code)))))
  }

  mutating func beginEditing() {
    guard let summary = events.markedSummary else { return }
    modals.append(
      .event(
        EventDraft(summary.event, isEmpty: summary.headcount.all == 0, today: setting.today)))
  }

  mutating func askToRemove() {
    guard let summary = events.markedSummary else { return }
    modals.append(.confirmation(.removing(summary.event)))
  }

  /// Why the marked event cannot be changed or taken away now.
  func obstacle(toChanging summary: EventSummary?, _ id: Command.ID) -> Phrase? {
    guard let summary else { return Phrase("还没有活动", "There is no event yet") }
    guard id == .removeEvent, summary.headcount.all > 0 else { return nil }
    return EventRefusal.hasGuests(summary.event.title, count: summary.headcount.all).phrase
  }

  /// The door of an open event, the pairs of a closed one; at the start where the desk was told to.
  func firstTab(of event: Event) -> Tab {
    setting.tab ?? (event.state == .open ? .door : .pairs)
  }
}
