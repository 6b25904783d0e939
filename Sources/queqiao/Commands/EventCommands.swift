import ArgumentParser
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Make, change, fill, show and close events.",
    subcommands: [
      Create.self, Edit.self, Remove.self, Register.self, Unregister.self, Decline.self,
      GiveBadge.self, List.self, Show.self, Close.self,
    ])
}

extension EventCommand {
  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create", abstract: "Make an event.",
      discussion: """
        Without options: a mixer of two pools, 5 picks, rule stable, no capacity, unverified \
        members welcome. Slips are taken from now on until `event close`.
        """)

    @Argument(help: "A short name for the event: Han, letters, digits, - and _.")
    var code: String
    @Option(help: "What the event is called.")
    var title: String
    @Option(help: "The day, YYYY-MM-DD.")
    var date: Day
    @Option(help: "mixer, special, broadcast, wedding or talk.")
    var kind: EventKind = .mixer
    @Option(help: "two (men and women) or one.")
    var pools: Pools = .two
    @Option(help: "How many picks a slip may carry, or unlimited.")
    var maxPicks: PickLimit = .some(5)
    @Option(help: "Which mutual picks become pairs: all, stable, best or most.")
    var rule: PairingRule = .stable
    @Option(help: "How many people the hall takes; whoever comes later waits.")
    var capacity: Int?
    @Flag(help: "Turn away at the door whoever is not verified.")
    var verifiedOnly = false
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if let capacity, capacity < 1 { throw ValidationError("--capacity takes 1 or more") }
    }

    func run() throws {
      let session = try Session.open()
      let form = EventForm(
        code: code, title: title.cleanedLine, date: date, kind: kind, pools: pools,
        maxPicks: maxPicks.number, rule: rule, capacity: capacity, verifiedOnly: verifiedOnly)
      let (event, _) = try session.store.create(form)
      output.print(EventTable.table([EventSummary(event: event, headcounts: [:], slips: 0)]))
      Output.flush()
    }
  }

  struct Register: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "register", abstract: "Register members for an event.",
      discussion: """
        WHO is a number, a phone number or a name. A file has the columns member and, where \
        badges are printed beforehand, badge. --where registers everybody whom a filter finds, as \
        in member list. Whom the register speaks against (married, seeing somebody, withdrawn, under \
        the age for marriage) is refused, and may come with --override.
        """)

    @Argument(help: "The event's code.") var code: String
    @Argument(help: "Who: number, phone or name.") var who: [String] = []
    @Option(name: .customLong("from"), help: "A CSV file with columns member and badge.")
    var file: String?
    @Option(
      name: .customLong("where"), parsing: .upToNextOption,
      help: ArgumentHelp("Everybody whom these conditions meet.", valueName: "expr"))
    var conditions: [String] = []
    @Option(help: "The printed badge, for one person.") var badge: String?
    @Flag(help: "The organizer registers them against the rule.") var override = false
    @OptionGroup var output: FormatOptions

    func validate() throws {
      let ways = [!who.isEmpty, file != nil, !conditions.isEmpty]
      if ways.count(where: { $0 }) != 1 {
        throw ValidationError("give either WHO, --from FILE or --where EXPR")
      }
      if badge != nil, who.count != 1 { throw ValidationError("--badge goes with one person") }
    }

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var clerk = RegistrationClerk(session: session, event: event)
      if let file {
        try clerk.read(file)
      } else if !conditions.isEmpty {
        try clerk.add(found(session.store))
      } else {
        for person in who { try clerk.add(row: 0, who: person, badge: badge) }
      }
      try clerk.finish(output, overriding: override)
    }

    private func found(_ store: Store) throws -> [MemberID] {
      let terms = try conditions.flatMap { try MemberCommand.List.terms($0) }
      let list = try RegisterList(
        store, Filter(terms: terms), needsFacts: false, limit: nil)
      guard !list.isEmpty else {
        throw NothingFound(Phrase("没有符合条件的人", "nobody meets the conditions"))
      }
      return list.ids
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the events, newest first.")
    @OptionGroup var output: FormatOptions

    func run() throws {
      output.print(EventTable.table(try Session.open().store.events()))
      Output.flush()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one event and its counts.")
    @Argument(help: "The event's code.") var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      output.print(EventTable.table(try session.store.events().filter { $0.id == event.id }))
      Output.flush()
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: "Close the picking and the door; `undo` opens them again.")
    @Argument(help: "The event's code.") var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      try session.store.close(event.id)
      output.print(EventTable.table(try session.store.events().filter { $0.id == event.id }))
      Output.flush()
    }
  }
}

/// What `event list` and `event show` print.
enum EventTable {
  static func table(_ events: [EventSummary]) -> Table {
    let names = [
      "code", "title", "date", "kind", "pools", "max_picks", "rule", "capacity",
      "verified_only", "state", "registered", "waitlisted", "arrived", "slips",
    ]
    let numbers: Set = ["max_picks", "capacity", "registered", "waitlisted", "arrived", "slips"]
    return Table(
      names.map { TableColumn($0, side: numbers.contains($0) ? .right : .left) },
      rows: events.map(row))
  }

  private static func row(_ summary: EventSummary) -> [TableCell] {
    let event = summary.event
    let count = summary.headcount
    return [
      .text(event.code), .text(event.title), .text(event.date.description),
      .text(event.kind.rawValue), .text(event.pools.rawValue),
      event.maxPicks.map { .number($0) } ?? .text("unlimited"), .text(event.rule.rawValue),
      .number(event.capacity), .flag(event.verifiedOnly), .text(event.state.rawValue),
      .number(count.expected), .number(count.waitlisted), .number(count.arrived),
      .number(summary.slips),
    ]
  }
}

/// A number of picks, or `unlimited`.
enum PickLimit: ExpressibleByArgument {
  case unlimited
  case some(Int)

  init?(argument: String) {
    if argument == "unlimited" {
      self = .unlimited
    } else if let number = Int(argument), number > 0 {
      self = .some(number)
    } else {
      return nil
    }
  }

  var number: Int? {
    if case .some(let number) = self { number } else { nil }
  }

  var defaultValueDescription: String { number.map(String.init) ?? "unlimited" }
}
