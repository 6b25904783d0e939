import GRDB
public import Matchmaking

extension Store {
  /// Makes an event as an earlier one was, with its programme and without its people.
  ///
  /// - Parameters:
  ///   - code: the new event's own.
  ///   - title: nil for the same.
  @discardableResult
  public func copy(
    _ id: EventID, as code: String, on date: Day, title: String? = nil
  ) throws -> (Event, Act) {
    try act(ActSummary(.createEvent, event: code)) { writer, summary in
      var form = EventForm(try writer.event(id))
      form.code = code
      form.date = date
      // They split the earlier event's guests.
      form.details.doorTables = nil
      form.details.announcesAs = .number
      if let title { form.title = title }
      summary.name = form.title
      let event = try writer.create(form)
      let plan = try writer.programme(of: id).segments.map {
        SegmentPlan($0.kind, title: $0.title, minutes: $0.minutes)
      }
      if !plan.isEmpty { try writer.replaceProgramme(of: event.id, by: plan) }
      return event
    }
  }
}
