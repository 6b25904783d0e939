public import Files
public import Matchmaking
public import Printing
public import Store

/// Something to be printed for an event as it stands, into a file.
public struct PrintOrder: Sendable {
  public let event: Event
  public let kind: PrintKind
  public var settings: PrintSettings
  /// Whose paper; nil is everybody's.
  public var chosen: Set<RegistrationID>?
  /// Those alone who had no number yet.
  public var onlyNew = false
  /// Ballots without a number, for walk-ins.
  public var blanks = 0
  /// Plain signs for so many tables; nil is those of the rounds and topics that are planned.
  public var tables: Int?
  /// Result slips also for those who have no pair.
  public var isForEveryone = false

  public init(_ kind: PrintKind, for event: Event, _ settings: PrintSettings) {
    self.event = event
    self.kind = kind
    self.settings = settings
  }

  public struct Outcome: Sendable {
    /// Pieces, or lines of the list; 0 where there was nothing to print, and then no file was made.
    public var count = 0
    public var pages = 0
    public var newlyNumbered = 0
    /// Left out, since their sex is not known.
    public var withoutNumber: [Guest] = []
    /// Nil where no numbers were printed.
    public var act: Act?
  }

  /// Makes the file, whole or not at all.
  ///
  /// - Throws: `PrintRefusal` and `OutputRefusal`; nobody has a number by it then.
  public func print(to place: OutputPlace, in store: Store) throws -> Outcome {
    let press = try Press()
    switch kind {
    case .badges, .ballots: return try printNumbers(to: place, by: press, in: store)
    case .doorList:
      let guests = try store.evening(event.id).guests.filter(\.isOnDoorList)
      return try print(.doorList(guests.map(\.printed)), to: place, by: press)
    case .cards:
      return try print(.cards(PlannedSeats(event.id, in: store).cards()), to: place, by: press)
    case .tables:
      let signs =
        if let tables { (1...max(tables, 1)).map { TableSign(number: $0) } } else {
          try PlannedSeats(event.id, in: store).signs()
        }
      return try print(.tables(signs), to: place, by: press)
    case .results: return try printResults(to: place, by: press, in: store)
    }
  }

  /// Contacts are handed out by it, so it is on record before the file takes its place, and says what was true
  /// when it was put there.
  private func printResults(
    to place: OutputPlace, by press: Press, in store: Store
  ) throws -> Outcome {
    for _ in 0..<Self.attempts {
      let pairs = try store.announcedPairs(of: event.id)
      let slips = PairResults(evening: try store.evening(event.id), pairs: pairs)
        .slips(forEveryone: isForEveryone)
      guard !slips.isEmpty, !pairs.isEmpty else { return Outcome() }
      let document = try PrintJob.results(slips).pdf(of: event.printed, settings, by: press)
      let file = try OutputFile(at: place)
      try file.write(bytes: document.bytes)
      let (noted, act) = try store.announcedPairs(
        of: event.id, noting: .print, count: slips.count, detail: kind.rawValue)
      guard noted == pairs else { continue }
      try file.finish()
      return Outcome(count: slips.count, pages: document.pages, act: act)
    }
    throw StoreFault.busy(path: store.path)
  }

  private func print(
    _ job: PrintJob, to place: OutputPlace, by press: Press
  ) throws -> Outcome {
    let document = try job.pdf(of: event.printed, settings, by: press)
    let file = try OutputFile(at: place)
    try file.write(bytes: document.bytes)
    try file.finish()
    return Outcome(count: job.count, pages: document.pages)
  }

  /// How often the paper is made anew because somebody else gave numbers meanwhile.
  private static let attempts = 5

  /// A number on paper is always the one in the store: the paper is made of a rehearsal and lies there whole,
  /// then the numbers are given for good if they are those, and only then it takes its place.
  private func printNumbers(
    to place: OutputPlace, by press: Press, in store: Store
  ) throws -> Outcome {
    for _ in 0..<Self.attempts {
      let (rehearsed, _) = try store.number(
        kind, for: event.id, only: chosen, agreed: nil, select: select)
      let guests = select(rehearsed)
      let job = job(of: guests)
      guard job.count > 0 else { return Outcome(withoutNumber: rehearsed.withoutNumber) }
      let document = try job.pdf(of: event.printed, settings, by: press)
      let file = try OutputFile(at: place)
      try file.write(bytes: document.bytes)
      var act: Act?
      if !guests.isEmpty {
        act = try store.number(
          kind, for: event.id, only: chosen, agreed: guests, select: select
        ).1
        if act == nil { continue }
      }
      try file.finish()
      return Outcome(
        count: job.count, pages: document.pages,
        newlyNumbered: rehearsed.newlyNumbered.count, withoutNumber: rehearsed.withoutNumber,
        act: act)
    }
    throw StoreFault.busy(path: store.path)
  }

  private func select(_ numbering: Numbering) -> [Guest] {
    onlyNew
      ? numbering.guests.filter { numbering.newlyNumbered.contains($0.id) } : numbering.guests
  }

  private func job(of guests: [Guest]) -> PrintJob {
    let printed = guests.map(\.printed)
    guard kind == .ballots else { return .badges(printed) }
    return .ballots(printed + Array(repeating: PrintedGuest(badge: nil, name: ""), count: blanks))
  }
}

extension Event {
  fileprivate var printed: PrintedEvening {
    PrintedEvening(
      title: title, date: date, place: details.place ?? "",
      starts: details.starts ?? "", host: details.host ?? "", hotline: details.hotline ?? "",
      rule: rule, maxPicks: maxPicks,
      doorTables: details.doorTables)
  }
}

extension Guest {
  var printed: PrintedGuest {
    PrintedGuest(
      badge: badge, name: name, employer: employer, lastFour: lastFour,
      isWaiting: registration.status == .waitlisted)
  }

  /// Whom the door may be asked about; who was declined is turned away without being on paper.
  fileprivate var isOnDoorList: Bool {
    switch registration.status {
    case .registered, .waitlisted, .checkedIn, .left, .noShow: true
    case .declined: false
    }
  }
}
