import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

/// Of which picking round.
struct RoundOption: ParsableArguments {
  @Option(
    help: .both(
      "第几轮互选；不写就是正在收选票的一轮，都结束了就是最后一轮。",
      "Which picking round; without it the one that takes slips, else the last.", value: .number))
  var round: Int?
}

extension Evening {
  /// The round that is meant; nil is the one that takes slips, else the last.
  func round(_ option: RoundOption) throws(Refusal) -> PickingRound { try wanted(option.round) }
}

/// How slips are typed, as the commands are told.
struct TypingOptions: ParsableArguments {
  @OptionGroup var round: RoundOption
  @Flag(
    help: .both(
      "另一位录票员的第二次录入：看不到第一次录的，录完当场核对。",
      "The second typing by another clerk, who sees nothing of the first; compared at once."))
  var second = false
  @Option(
    name: .customLong("by"), help: .both("录票员姓名。", "Who types the slips.", value: .name))
  var clerk: String?

  func typing(_ replacing: SlipTyping.Replacing = .nothing) -> SlipTyping {
    SlipTyping(
      round: round.round, reading: second ? .second : .first,
      clerk: clerk.flatMap { $0.cleanedLine.isEmpty ? nil : $0.cleanedLine },
      replacing: replacing)
  }
}

/// Slips on their way into the store.
struct SlipTray {
  private let session: Session
  private let evening: Evening
  private let round: PickingRound
  private var rows: [[TableCell]] = []
  private var wentWrong = false
  private var differing: [Badge] = []

  init(session: Session, event: Event, _ option: RoundOption) throws {
    self.session = session
    try event.checkSlipsRemain()
    evening = try session.store.evening(event.id)
    round = try evening.round(option)
  }

  /// One typed slip, one act.
  mutating func add(_ line: String, _ typing: SlipTyping) throws {
    let rules = SlipRules(evening, round)
    do {
      let ballot: Ballot
      do throws(SlipRefusal) {
        ballot = try Ballot.check(line, rules: rules)
      } catch {
        try record(error, of: SlipDraft(complete: line, rules: rules).picker)
        throw Refusal.slip(error)
      }
      let saved = try session.store.save(ballot, for: evening.event.id, typing)
      note(ballot, saved?.act.summary.slipOutcome ?? .unchanged)
    } catch let refusal as Refusal {
      say(refusal, row: 0)
    }
  }

  /// A file of slips, one act.
  mutating func takeIn(
    _ reading: Reading<BallotLine>, _ typing: SlipTyping, unranked: Bool
  ) throws {
    for problem in reading.problems {
      wentWrong = wentWrong || problem.isLoss
      Problems.say(problem)
    }
    let rules = SlipRules(evening, round)
    var ballots: [(row: Int, Ballot)] = []
    for line in reading.rows {
      do throws(SlipRefusal) {
        let ballot = try Ballot.check(
          picker: line.picker, choices: line.choices, rules: rules,
          ranks: unranked ? .unranked : .strict)
        ballots.append((line.row, ballot))
      } catch {
        say(.slip(error), row: line.row)
        try record(error, of: SlipDraft(complete: line.picker, rules: rules).picker)
      }
    }
    let (results, _) = try session.store.save(ballots.map(\.1), for: evening.event.id, typing)
    for (result, (row, ballot)) in zip(results, ballots) {
      switch result {
      case .success(let outcome): note(ballot, outcome)
      case .failure(let refusal):
        say(refusal, row: row)
        if case .slip(let refusal) = refusal { try record(refusal, of: ballot.picker) }
      }
    }
    ColumnWords.say(reading.columns)
  }

  private func record(_ refusal: SlipRefusal, of picker: Badge?) throws {
    guard let picker else { return }
    try session.store.record(refusal, of: picker, for: evening.event.id)
  }

  private mutating func note(_ ballot: Ballot, _ outcome: SlipOutcome) {
    rows.append([
      .badge(ballot.picker), .number(ballot.choices.count),
      .word(outcome.rawValue, outcome.phrase),
    ])
    if outcome == .differs { differing.append(ballot.picker) }
  }

  private mutating func say(_ refusal: Refusal, row: Int) {
    wentWrong = true
    Output.refuse(refusal, row: row)
  }

  func finish(_ output: FormatOptions) throws {
    output.print(
      Table(
        [TableColumn(.picker), TableColumn(.choices, side: .right), TableColumn(.status)],
        rows: rows))
    Output.flush()
    if !differing.isEmpty {
      let badges = Phrase.list(differing.map(\.phrase))
      let said =
        Phrase("两次录得不一样，请对照纸票确认：", "typed differently, settle by the paper: ") + badges
        + Phrase("（queqiao ballot compare、settle）", " (queqiao ballot compare, settle)")
      Output.message(said(Invocation.language))
    }
    if wentWrong { throw DoneInPart() }
  }
}
