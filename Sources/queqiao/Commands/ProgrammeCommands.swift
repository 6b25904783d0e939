import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct ProgrammeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "programme", Phrase("编排活动流程，按环节进行。", "Set the evening's programme and run it."),
    subcommands: [
      Set.self, Show.self, Next.self, Pause.self, Resume.self, Stop.self, Extend.self,
    ])
}

extension ProgrammeCommand {
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      "set",
      Phrase("从文件编排流程，换掉原来的。", "Set the programme from a file, in the place of the one before."),
      discussion: Phrase(
        """
        列是 kind,minutes,title（类型、分钟、名称），一行一个环节。类型：arrival 入场，opening 开场，icebreaker 破冰，rounds 轮换，topics \
        话题交流，hearts 心心相映，picks 心动互选，thread 红线，announcement 牵手公布，closing 结束，free 自由交流；中文的也认。分钟为 0 或空着：不计时。流程开始以后不能整个换掉。
        """,
        """
        Columns kind,minutes,title, a segment a row. Kinds: arrival, opening, icebreaker, \
        rounds, topics, hearts, picks, thread, announcement, closing, free, or their Chinese \
        names. 0 minutes, or none: it ends when you say so. A programme that has begun is not \
        replaced.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(
      name: .customLong("from"),
      help: .both(
        "CSV 或 .xlsx 文件；- 是标准输入。", "A CSV or .xlsx file; - is standard input.", value: .file))
    var file: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let lines = try ProgrammeLine.read(ByteSource(path: file))
      let (programme, _) = try session.store.setProgramme(lines.map(\.plan), of: event.id)
      ProgrammeTable.print(programme, at: session.store.clockReading, output)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看流程和剩余时间。", "Show the programme and what is left of the time."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let programme = try session.store.programme(of: event.id)
      ProgrammeTable.print(programme, at: session.store.clockReading, output)
    }
  }

  struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(
      "next", Phrase("结束当前环节，开始下一个。", "End the segment that runs and begin the next."))
    @OptionGroup var step: StepOptions
    func run() throws { try step.run(.next) }
  }

  struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(
      "pause", Phrase("暂停当前环节。", "Pause the segment that runs."))
    @OptionGroup var step: StepOptions
    func run() throws { try step.run(.pause) }
  }

  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      "resume", Phrase("继续暂停的环节。", "Go on with the segment that is paused."))
    @OptionGroup var step: StepOptions
    func run() throws { try step.run(.resume) }
  }

  struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
      "stop", Phrase("结束当前环节，不开始下一个。", "End the segment that runs; the next does not begin."))
    @OptionGroup var step: StepOptions
    func run() throws { try step.run(.stop) }
  }

  struct Extend: ParsableCommand {
    static let configuration = CommandConfiguration(
      "extend", Phrase("给当前环节加几分钟，负数为减。", "Give the segment more minutes; negative for fewer."))
    @OptionGroup var step: StepOptions
    @Argument(
      parsing: .allUnrecognized, help: .both("分钟。", "Minutes.", value: .count))
    var minutes: [String]

    func run() throws {
      guard minutes.count == 1, let number = Int(minutes[0]) else {
        throw ValidationError("请写几分钟，如 5 或 -3", "give the minutes, such as 5 or -3")
      }
      try step.run(.extend(minutes: number))
    }
  }
}

/// What every step of a programme takes.
struct StepOptions: ParsableArguments {
  @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
  @OptionGroup var output: FormatOptions

  func run(_ step: ProgrammeStep) throws {
    let session = try Session.open()
    let event = try session.event(code)
    let (programme, _) = try session.store.run(step, of: event.id)
    ProgrammeTable.print(programme, at: session.store.clockReading, output)
  }
}

/// What `programme show` and every step print.
enum ProgrammeTable {
  static func print(_ programme: Programme, at now: ClockReading, _ output: FormatOptions) {
    output.print(table(programme, at: now))
    Output.flush()
  }

  private static func table(_ programme: Programme, at now: ClockReading) -> Table {
    Table(
      [
        TableColumn(.order, side: .right), TableColumn(.kind), TableColumn(.title),
        TableColumn(.minutes, side: .right), TableColumn(.segmentState), TableColumn(.started),
        TableColumn(.ends), TableColumn(.remaining, side: .right),
      ],
      rows: programme.segments.enumerated().map { place, segment in
        [
          .number(place + 1), .word(segment.kind.rawValue, segment.kind.phrase),
          .text(segment.title), .number(segment.minutes),
          .word(segment.phase.state.rawValue, segment.phase.state.phrase),
          .text(segment.phase.since.map(ISO.time)),
          .text(segment.phase.ends(from: now).map(ISO.time)),
          segment.phase.left(at: now).map { .number(Int($0.seconds)) } ?? .none,
        ]
      })
  }
}

extension Phase {
  /// When it ends or ended, by the clock on the wall as it goes now.
  func ends(from now: ClockReading) -> Timestamp? {
    switch self {
    case .waiting, .paused: nil
    case .done(_, let at): at
    case .running: left(at: now).map { now.advanced(by: $0).wall }
    }
  }
}

extension Int64 {
  /// Milliseconds as whole seconds, rounded up: a countdown shows 0 only when it is over.
  var seconds: Int64 { self > 0 ? (self + 999) / 1000 : self / 1000 }
}
