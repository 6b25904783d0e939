import ArgumentParser
import Canvas
import Desk
import Foundation
import Matchmaking
import Screens
import Store
import Terminal
import Wording

struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "desk", Phrase("打开操作台（需要终端）。", "Open the organizer's desk (needs a terminal)."))

  @Option(help: .both("要打开的活动代号。", "The code of the event to open.", value: .code)) var event:
    String?
  @Option(
    help: .both(
      "从哪一页开始：members 名册，events 活动，door 签到，picks 互选，pairs 牵手。", "The screen to begin at.",
      value: .screen)) var screen: Tab?
  @Flag(
    help: .both(
      "只留签到，其余锁起来，组织者输入密码才打开；要写 --event。",
      "The door alone, the rest locked until the organizer's PIN is typed; goes with --event."))
  var lock = false
  @Flag(
    help: .both(
      "打开主持人卡：下一对牵手和姓名读法；可在第二台上开。",
      "Open the host's card: the next pair and how to say their names; on a second desk, say."))
  var host = false
  @Option(
    help: .both(
      "本台是第几张签到桌，见 event tables；要写 --event。",
      "Which of the tables at the door this is, see event tables; goes with --event.", value: .count
    ))
  var table: Int?
  @Option(
    help: .both(
      "终端把宽度不定的字符画成一格（narrow）还是两格（wide）。",
      "Whether the terminal draws ambiguous characters narrow or wide.", value: .width))
  var ambiguous: Width.Ambiguous?

  func validate() throws {
    guard !host || (!lock && (screen == nil || screen == .pairs)) else {
      throw ValidationError(
        "--host 打开牵手页，不能和 --lock 或别的页一起用",
        "--host opens the pairs; not with --lock or another screen")
    }
    if table != nil, event == nil {
      throw ValidationError("--table 要写明 --event 哪一场", "--table goes with --event")
    }
    guard lock else { return }
    guard event != nil else {
      throw ValidationError("--lock 要写明 --event 哪一场", "--lock goes with --event")
    }
    guard screen == nil || screen == .door else {
      throw ValidationError("--lock 只留签到：--screen door", "--lock shows the door: --screen door")
    }
  }

  func run() throws {
    // Arguments are parsed and commands run on the main thread only.
    try MainActor.assumeIsolated { try DeskSession(self).run() }
  }
}

/// One sitting at the desk: the terminal, and one file after the other.
@MainActor
private struct DeskSession {
  fileprivate let command: DeskCommand
  /// One for all files of the sitting, so that it never counts back.
  private let idle = Invocation.environment("QUEQIAO_IDLE_FILE").flatMap {
    IdleCounter(path: $0)
  }

  init(_ command: DeskCommand) { self.command = command }

  func run() throws {
    // Before anything is made on the disk.
    guard isatty(0) == 1, isatty(1) == 1 else { throw TerminalRefusal.notATerminal }
    let path = Invocation.storePath
    Waiting.whenever { Output.message($0.phrase(Invocation.language)) }
    let opened = Result { try OpenFile(path) }
    if !isMissing(opened) { try knowsEvent(opened.get()) }
    if command.lock, try !opened.get().store.hasPIN { throw Refusal.pin(.none) }
    let terminal = try Terminal(Terminal.Options(ambiguous: command.ambiguous))
    defer { terminal.end() }
    guard terminal.showsHan else {
      terminal.end()
      throw Stop(
        status: 64,
        phrase: Phrase(
          "这个控制台没有汉字字形，姓名显示不出来；请用图形终端或 ssh 登录，也可用子命令",
          "this console has no Chinese characters, so names cannot be shown; use a graphical "
            + "terminal or ssh, or the commands"))
    }
    terminal.setTitle("鹊桥 Queqiao")
    var file = try isMissing(opened) ? openAnyway(path, opened, terminal) : opened.get()
    try knowsEvent(file)
    while true {
      let outcome = try sit(at: terminal, with: file)
      if let rescued = file.store.rescued {
        terminal.end()
        for line in Fault.store(.lost(path: path, .replaced, rescued: rescued)).story {
          ProcessExit.say(line(Invocation.language))
        }
      }
      switch outcome {
      case .quit: return
      case .hangUp:
        terminal.end()
        // As the shell counts who was ended by a signal.
        Foundation.exit(128 + terminal.leavingSignal)
      case .openSample: file = try OpenFile.sample()
      }
    }
  }

  private func sit(at terminal: Terminal, with file: OpenFile) throws -> DeskOutcome {
    // Read while the terminal makes up its mind about its width.
    let events = try file.store.events()
    terminal.awaitWidth()
    let setting = Setting(
      language: Invocation.language, station: file.letter, isSample: file.isSample,
      isReadOnly: file.store.isReadOnly, isPlain: terminal.width.ambiguous == .wide,
      today: Today.day, operatorName: file.store.context.operatorName,
      minutesFromUTC: Invocation.clock.minutesFromUTC, event: command.event,
      tab: command.lock ? .door : command.screen, table: command.table,
      isLocked: command.lock, isForHost: command.host)
    let loop = DeskLoop(
      terminal: terminal, store: file.store, setting: setting,
      idle: idle, remember: Invocation.remember)
    return loop.run(
      first: [.events(events)]
        + file.store.notes.map {
          .noticed(Fault($0, isShort: true))
        })
  }
}

extension DeskSession {
  private func knowsEvent(_ file: OpenFile) throws {
    guard let code = command.event else { return }
    guard let event = try file.store.event(code: code) else {
      throw NothingFound(
        Phrase("没有代号为 \(code) 的活动", "there is no event \(code); see queqiao event list"))
    }
    let tables = event.details.doorTables
    guard let table = command.table, tables?.numbers.contains(table) != true else { return }
    throw NothingFound(.noDoorTable(tables, of: code))
  }

  private func isMissing(_ opened: Result<OpenFile, any Error>) -> Bool {
    if case .failure(StoreFault.missing) = opened { true } else { false }
  }

  /// Asks what to do where the file is missing although there was one, and opens what then stands there.
  private func openAnyway(
    _ path: String, _ opened: Result<OpenFile, any Error>, _ terminal: Terminal
  ) throws -> OpenFile {
    guard case .failure(let fault) = opened,
      case StoreFault.missing(_, let isEmptied, let backup) = fault
    else { return try opened.get() }
    terminal.awaitWidth()
    let setting = Setting(
      language: Invocation.language, station: "–", isPlain: terminal.width.ambiguous == .wide,
      today: Today.day)
    let loop = MissingFileLoop(
      terminal: terminal,
      question: MissingFile(
        setting, path: path, isEmptied: isEmptied, backup: glance(backup)))
    let context = Invocation.context(station: "–")
    switch loop.run() {
    case .leave: throw fault
    case .restore: _ = try Store.restore(path, from: backup, now: context.now())
    case .begin: try Store.begin(path, context: context)
    }
    return try OpenFile(path)
  }

  private func glance(_ backup: String?) -> MissingFile.Backup? {
    guard let backup, let found = Backups.glance(at: backup) else { return nil }
    return MissingFile.Backup(
      path: backup, members: found.members, events: found.events,
      last: found.last.map {
        "\(Invocation.context(station: "–").day(of: $0)) \(Invocation.clock.time($0))"
      } ?? "–")
  }
}

/// A store the desk has open.
private struct OpenFile {
  let store: Store
  let isSample: Bool
  /// A file that cannot be changed has no seats; it may still be looked at.
  var letter: String { store.seat?.letter ?? "–" }

  init(_ path: String) throws {
    store = try Store.open(
      path, as: .desk, context: Invocation.context(station: "–"))
    isSample = try store.mark(SampleStore.mark) != nil
  }

  /// The sample evening in a file of its own, made when it is first looked at.
  static func sample() throws -> OpenFile {
    let path = Invocation.dataFolder + "/sample.sqlite"
    if access(path, F_OK) != 0 { try makeSample(path) }
    return try OpenFile(path)
  }

  /// Made beside its place, so that it is there whole or not at all, also where two desks look at
  /// it for the first time at once.
  private static func makeSample(_ path: String) throws {
    try Store.makeBeside(path) { making in
      let store = try Store.open(making, context: Invocation.context(station: "S"))
      try SampleStore.fill(store, on: Today.day)
    }
  }
}

enum Today {
  static var day: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    // A clock before 1900 or past 2199 is wrong anyway.
    return day ?? Day.fallback
  }
}
