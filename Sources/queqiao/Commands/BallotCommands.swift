import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

struct BallotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ballot", abstract: "Take slips in, and see whose are missing.",
    subcommands: [Add.self, Import.self, Missing.self])
}

extension BallotCommand {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Store slips as they are typed: 'F12 3 7 21'.",
      discussion: """
        The picker first, then the picks, first choice first; a bare number means the other pool. \
        A - stands for a line left blank: in 'F12 3 - 21' M21 has the third place. Nothing of a \
        refused slip is stored. The picker alone is a blank slip.
        """)

    @Argument(help: "The event's code.") var code: String
    @Argument(help: "A slip, in quotes: 'F12 3 7 21'.") var slips: [String]
    @Flag(help: "Correct a slip that is in already.") var replace = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var tray = try SlipTray(session: session, event: event)
      for slip in slips { try tray.add(slip, replacing: replace) }
      try tray.finish(output)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Store the slips of a file, as one act.",
      discussion: """
        Columns picker,choice1,choice2,…, or picker,choices with badges between spaces; Chinese \
        heads as 号牌, 第一选择, 心动2 as well. An empty choice keeps its place. Refused rows are \
        named and leave the others in.
        """)

    @Argument(help: "The event's code.") var code: String
    @Argument(help: "A CSV file; - is standard input.") var file: String
    @Flag(help: "Every choice counts as the first.") var unranked = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var tray = try SlipTray(session: session, event: event)
      try tray.takeIn(BallotLine.read(ByteSource(path: file)), unranked: unranked)
      try tray.finish(output)
    }
  }

  struct Missing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "missing", abstract: "List those who are here and whose slip is not in.")
    @Argument(help: "The event's code.") var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      let rows = evening.missingSlips.map { guest -> [TableCell] in
        [.text(guest.badge?.description), .text(guest.number), .text(guest.name)]
      }
      output.print(Table(["badge", "number", "name"].map { TableColumn($0) }, rows: rows))
      Output.flush()
    }
  }
}

/// Slips on their way into the store.
private struct SlipTray {
  private let session: Session
  private let event: Event
  private let evening: Evening
  private var rows: [[TableCell]] = []
  private var wentWrong = false

  init(session: Session, event: Event) throws {
    self.session = session
    self.event = event
    evening = try session.store.evening(event.id)
  }

  /// One typed slip, one act.
  mutating func add(_ line: String, replacing: Bool) throws {
    do {
      let ballot = Ballot(try check(line))
      let act = try session.store.save(ballot, for: event.id, replacing: replacing)
      note(ballot, isNew: act != nil)
    } catch let refusal as Refusal {
      say(refusal, row: 0)
    }
  }

  /// A file of slips, one act.
  mutating func takeIn(_ reading: Reading<BallotLine>, unranked: Bool) throws {
    for problem in reading.problems {
      wentWrong = wentWrong || problem.isLoss
      Problems.say(problem)
    }
    var ballots: [(row: Int, Ballot)] = []
    for line in reading.rows {
      do {
        // Without an order a blank line says nothing; with one it keeps its place.
        let choices =
          unranked
          ? line.choices.filter { !$0.isEmpty } : line.choices.map { $0.isEmpty ? "-" : $0 }
        let slip = try check(([line.picker] + choices).joined(separator: " "))
        ballots.append((line.row, Ballot(slip, ranks: unranked ? .unranked : .strict)))
      } catch let refusal as Refusal {
        say(refusal, row: line.row)
      }
    }
    let (results, _) = try session.store.save(ballots.map(\.1), for: event.id)
    for (result, (row, ballot)) in zip(results, ballots) {
      switch result {
      case .success(let isNew): note(ballot, isNew: isNew)
      case .failure(let refusal): say(refusal, row: row)
      }
    }
    ColumnWords.say(reading.columns)
  }

  /// The store looks again; this only turns the line into badges.
  private func check(_ line: String) throws -> Slip {
    var rules = SlipRules(event, presence: evening.presence(of:))
    rules.successor = evening.successor(of:)
    do {
      return try Slip.check(line, rules: rules)
    } catch {
      throw Refusal.slip(error)
    }
  }

  private mutating func note(_ ballot: Ballot, isNew: Bool) {
    rows.append([
      .text(ballot.picker.description), .number(ballot.choices.count),
      .text(isNew ? "saved" : "unchanged"),
    ])
  }

  private mutating func say(_ refusal: Refusal, row: Int) {
    wentWrong = true
    let language = Invocation.language
    let place = row > 0 ? Phrase("第 \(row) 行 ", "row \(row): ")(language) : ""
    Output.message(
      "refused: \(refusal.code): \(place)\(refusal.phrase(Invocation.clock)(language))")
  }

  func finish(_ output: FormatOptions) throws {
    output.print(
      Table(
        [TableColumn("picker"), TableColumn("choices", side: .right), TableColumn("status")],
        rows: rows))
    Output.flush()
    if wentWrong { throw DoneInPart() }
  }
}
