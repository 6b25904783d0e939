import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

struct HeartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "hearts",
    Phrase("心心相映：同样的题目，看谁答得一样。", "Hearts in step: the same questions, equal answers count."),
    subcommands: [Questions.self, Ask.self, Answer.self, Scores.self, Waiting.self])
}

extension HeartsCommand {
  struct Questions: ParsableCommand {
    static let configuration = CommandConfiguration(
      "questions", Phrase("从文件读入题目；不写文件就列出。", "Take the questions of a file, or list them."),
      discussion: Phrase(
        "列是 question,a,b,c,…：题目，然后是各选项。有人答过以后不能再换。",
        "Columns question,a,b,c,…: the question, then what may be answered. Once somebody has answered they stay."
      ))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(
      name: .customLong("from"),
      help: .both(
        "CSV 或 .xlsx 文件；- 是标准输入。", "A CSV or .xlsx file; - is standard input.", value: .file))
    var file: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      if let file {
        do {
          try session.store.setQuestions(
            QuestionLines.read(ByteSource(path: file)), of: event.id)
        } catch Refusal.game(let refusal) where refusal.row > 0 {
          Output.refuse(.game(refusal), row: refusal.row)
          throw Stop(
            status: 65,
            phrase: Phrase("没有读入；请改好文件再试", "nothing was taken in; mend the file and try again"))
        }
      }
      let questions = try session.store.questions(of: event.id)
      output.print(
        Table(
          [
            TableColumn(.question, side: .right), TableColumn(.text), TableColumn(.options),
          ],
          rows: questions.enumerated().map { place, question in
            [
              .number(place + 1), .text(question.text),
              .text(
                question.options.enumerated().map { "\(HeartsQuestion.letter($0)) \($1)" }
                  .joined(separator: "; ")),
            ]
          }))
      Output.flush()
    }
  }

  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      "answer", Phrase("录入答案，如 'F12 A C B'。", "Take answers in as they are typed: 'F12 A C B'."),
      discussion: Phrase(
        "先写本人的号牌，再按题目的先后写字母；没有答的写 -。一次写几人，一人算一步。",
        "The badge first, then a letter for each question, in their order; - for none. Of several people each is a step of its own for undo."
      ))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(
      help: .both(
        "一人的答案，写在引号里：'F12 A C B'。", "One person's answers, in quotes: 'F12 A C B'.", value: .slip))
    var lines: [String]
    @Flag(help: .both("更正已经录过的答案。", "Correct answers that are in already.")) var replace = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let evening = try session.store.evening(event.id)
      let questions = try session.store.questions(of: event.id)
      var rules = SlipRules(
        pools: event.pools, maxPicks: nil, presence: evening.presence(of:))
      rules.successor = evening.successor(of:)
      var rows: [[TableCell]] = []
      var isWrong = false
      for line in lines {
        do {
          let sheet = try HeartsLine.read(line, questions, rules)
          let act = try session.store.answer(sheet, at: event.id, replacing: replace)
          rows.append([
            .badge(sheet.badge), .text(sheet.letters),
            act == nil
              ? .word("unchanged", Phrase("未变", "unchanged"))
              : .word("saved", Phrase("已录", "saved")),
          ])
        } catch let refusal as Refusal {
          isWrong = true
          Output.refuse(refusal)
        }
      }
      output.print(
        Table([TableColumn(.badge), TableColumn(.answers), TableColumn(.status)], rows: rows))
      Output.flush()
      if isWrong { throw DoneInPart() }
    }
  }

  struct Scores: ParsableCommand {
    static let configuration = CommandConfiguration(
      "scores",
      Phrase("列出每一对答得一样的题数，多的在前。", "List how often the two of each pair gave the same answer."),
      discussion: Phrase(
        "看的是已公布的、按规则牵手的和红线的各对；没有答的不算一样。",
        "Of pairs that were announced, that the rule makes, and of the red thread; no answer equals nothing."
      ))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let scores = try session.store.heartsScores(of: event.id)
      output.print(
        Table(
          [
            TableColumn(.aBadge), TableColumn(.bBadge), TableColumn(.score, side: .right),
            TableColumn(.of, side: .right),
          ],
          rows: scores.map {
            [.badge($0.meeting.a), .badge($0.meeting.b), .number($0.score), .number($0.of)]
          }))
      Output.flush()
    }
  }

  struct Waiting: ParsableCommand {
    static let configuration = CommandConfiguration(
      "waiting",
      Phrase(
        "列出在场而还没有互选的人，和他们当中谁合适；记录在案。",
        "List who is here without a mutual pick, and who of them fit; that goes on record."),
      discussion: Phrase(
        "只看互选：单方面选了谁，不在其中，也看不出来。",
        "By mutual picks alone: whom anybody picked in vain is not in it and cannot be told from it."
      ))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let waiting = try WaitingDesk.look(at: event.id, in: session.store)
      output.print(
        Table(
          [TableColumn(.badge), TableColumn(.number), TableColumn(.name), TableColumn(.fits)],
          rows: waiting.map { person in
            [
              .badge(person.guest.badge), .text(person.guest.number), .text(person.guest.name),
              .text(
                person.fits.map(written).joined(separator: " ")),
            ]
          }))
      Output.flush()
    }

    /// In a table as people say it, for scripts as everywhere.
    private func written(_ badge: Badge) -> String {
      output.format == .table ? badge.phrase(Invocation.language) : badge.description
    }
  }
}

extension HeartsCommand {
  struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
      "ask", Phrase("大屏出第几题；0 收起。", "Put a question on the big screen; 0 takes it away."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("第几题。", "Which question, from 1.", value: .count)) var number: Int
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let act = try session.store.ask(number, at: event.id)
      output.print(ActTable.table(act.map { [$0] } ?? []))
      Output.flush()
    }
  }
}
