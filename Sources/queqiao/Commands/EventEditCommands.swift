import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension EventCommand {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Change an event: what is named, the rest stays.",
      discussion: """
        The code never changes, and the pools only while nobody is registered. Once the event is \
        closed only title, date and kind do. Where there are more places the waiting list moves up; \
        where there are fewer nobody loses theirs.
        """)

    @Argument(help: "The event's code.") var code: String
    @Option(help: "What the event is called.") var title: String?
    @Option(help: "The day, YYYY-MM-DD.") var date: Day?
    @Option(help: "mixer, special, broadcast, wedding or talk.") var kind: EventKind?
    @Option(help: "two (men and women) or one.") var pools: Pools?
    @Option(help: "How many picks a slip may carry, or unlimited.") var maxPicks: PickLimit?
    @Option(help: "Which mutual picks become pairs: all, stable, best or most.")
    var rule: PairingRule?
    @Option(help: "How many people the hall takes, or unlimited.") var capacity: PickLimit?
    @Flag(inversion: .prefixedNo, help: "Turn away at the door whoever is not verified.")
    var verifiedOnly: Bool?
    @OptionGroup var output: FormatOptions

    func validate() throws {
      let changes: [Any?] = [title, date, kind, pools, maxPicks, rule, capacity, verifiedOnly]
      if changes.allSatisfy({ $0 == nil }) { throw ValidationError("say what changes") }
    }

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let (edited, movedUp, act) = try session.store.edit(event.id, form(of: event))
      if act == nil { Output.message(TypedDetails.nothingChanged(Invocation.language)) }
      output.print(EventTable.table(try session.store.events().filter { $0.id == edited.id }))
      Output.flush()
      guard !movedUp.isEmpty else { return }
      let names = movedUp.map(\.name)
      Output.message(
        Phrase(
          "候补递补 \(names.count) 人：\(names.joined(separator: "、"))",
          "\(names.count) moved up from the waiting list: \(names.joined(separator: ", "))")(
            Invocation.language))
    }

    private func form(of event: Event) -> EventForm {
      var form = EventForm(event)
      if let title { form.title = title.cleanedLine }
      if let date { form.date = date }
      if let kind { form.kind = kind }
      if let pools { form.pools = pools }
      if let maxPicks { form.maxPicks = maxPicks.number }
      if let rule { form.rule = rule }
      if let capacity { form.capacity = capacity.number }
      if let verifiedOnly { form.verifiedOnly = verifiedOnly }
      return form
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take away an event that nobody is registered for; `undo` brings it back.")
    @Argument(help: "The event's code.") var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let summary = try session.store.events().filter { $0.id == event.id }
      try session.store.remove(event.id)
      output.print(EventTable.table(summary))
      Output.flush()
    }
  }

  struct Unregister: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unregister", abstract: "Cancel registrations; the waiting list moves up.",
      discussion: """
        First come, first served, and first within the pool where the place is free. Who has come is \
        not cancelled; a badge that was printed is given to nobody else. Whoever moved up is listed \
        below those who were cancelled.
        """)
    @Argument(help: "The event's code.") var code: String
    @Argument(help: "Who: a badge, number, phone or name.") var who: [String]
    @OptionGroup var output: FormatOptions

    func run() throws {
      var clerk = try CancellationClerk(code)
      try clerk.find(who)
      try clerk.finish(output, told: "unregistered") { try $0.unregister($1, from: $2) }
    }
  }

  struct Decline: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decline", abstract: "Decline registrations; the waiting list moves up.",
      discussion: "Who is declined stays listed; registering them again accepts them after all.")
    @Argument(help: "The event's code.") var code: String
    @Argument(help: "Who: a badge, number, phone or name.") var who: [String]
    @OptionGroup var output: FormatOptions

    func run() throws {
      var clerk = try CancellationClerk(code)
      try clerk.find(who)
      try clerk.finish(output, told: "declined") { try $0.decline($1, for: $2) }
    }
  }

  struct GiveBadge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "badge", abstract: "Give somebody another badge.",
      discussion: "The old number is given to nobody else that evening.")
    @Argument(help: "The event's code.") var code: String
    @Argument(help: "Who: a badge, number, phone or name.") var who: String
    @Argument(help: "The new badge: F07, or 7.") var badge: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      var clerk = try CancellationClerk(code)
      let guest = try clerk.exchange(who, badge)
      output.print(GuestRows.table([(guest, guest.registration.status.rawValue)]))
      Output.flush()
    }
  }
}
