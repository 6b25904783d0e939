import Canvas
import Matchmaking
import Screens
import Terminal
import Testing
import Wording

@testable import Desk

/// Shows what was typed and what came to it; `!` asks its work, `z` stops, Enter leaves.
private struct Notebook: Program {
  var text = ""
  var size = Size(columns: 0, rows: 0)
  var wish: Moment?
  /// What it wishes for once a wish was fulfilled.
  var next: [Moment] = []
  var hangUp: String { "hung up" }

  mutating func update(_ event: ProgramEvent<String>) -> [ProgramStep<String, String>] {
    switch event {
    case .begun(let size), .resized(let size): self.size = size
    case .key(.character("!")): return [.run(text)]
    case .key(.character("z")): return [.suspend]
    case .key(.named(.enter)): return [.run("last"), .leave(text), .run("never")]
    case .key(.character(let character)): text.append(character)
    case .key, .composed: break
    case .widened: text += "宽"
    case .answered(let answer): text += "<\(answer)>"
    case .due:
      text += "⏰"
      if !next.isEmpty { wish = next.removeFirst() }
    }
    return []
  }

  func view(_ size: Size) -> Frame {
    var frame = Frame(size: size, width: Width(.narrow))
    frame.write("\(size.columns) \(text)", at: Point(column: 0, row: 0))
    return frame
  }
}

/// Answers at once with what it was asked, in the next turn.
private final class Echo: ProgramWork {
  var asked: [String] = []
  var answers: [String] = []
  var idles: [Bool] = []
  var begun = 0
  var finished = 0
  var wake: Int32? { nil }
  var pause: Duration?
  var isBusy: Bool { !answers.isEmpty }

  func begin() { begun += 1 }
  func run(_ effect: String) {
    asked.append(effect)
    answers.append(effect)
  }
  func takeAnswers() -> [String] {
    defer { answers = [] }
    return answers
  }
  func look(at now: ContinuousClock.Instant, isIdle: Bool) { idles.append(isIdle) }
  func finish() { finished += 1 }
}

@MainActor @Suite struct `The loop of a program` {
  private let work = Echo()

  private func keys(_ text: String) -> ScriptedTerminal.Step {
    .events(text.map { .key($0 == "\n" ? .named(.enter) : .character($0)) })
  }

  /// Runs a notebook through a script.
  private func run(
    _ script: [ScriptedTerminal.Step], _ notebook: Notebook = Notebook()
  ) -> (outcome: String, terminal: ScriptedTerminal) {
    let terminal = ScriptedTerminal(script)
    let loop = ProgramLoop(notebook, terminal: terminal, work: work, clock: terminal.clock)
    return (loop.run(), terminal)
  }

  private func lines(_ terminal: ScriptedTerminal) -> [String] {
    terminal.shown.map { frame in
      String(frame.row(0).compactMap(\.character)).trimmingSuffix(of: " ")
    }
  }

  @Test func `takes keys in and gives frames out, one for a burst`() {
    let (outcome, terminal) = run([keys("a"), keys("bcd"), keys("e\n")])
    #expect(lines(terminal) == ["80", "80 a", "80 abcd"])
    #expect(outcome == "abcde")
  }

  @Test func `shows what is known before the first frame in it`() {
    let terminal = ScriptedTerminal([])
    let loop = ProgramLoop(Notebook(), terminal: terminal, work: work, clock: terminal.clock)
    _ = loop.run(first: ["x", "y"])
    #expect(lines(terminal) == ["80 <x><y>"])
  }

  @Test func `draws for the size it has now, and tells it`() {
    let (_, terminal) = run([.events([.resized(Size(columns: 120, rows: 40))]), keys("a")])
    #expect(lines(terminal) == ["80", "120", "120 a"])
    #expect(terminal.shown.last?.size == Size(columns: 120, rows: 40))
  }

  @Test func `draws anew where the terminal turns out to be wide`() {
    #expect(lines(run([.events([.widened])]).terminal).last == "80 宽")
  }

  @Test func `leaves at once where the terminal is gone, and waits for nobody`() {
    let (outcome, terminal) = run([.events([.key(.character("a")), .hangUp, .key(.named(.enter))])])
    #expect(outcome == "hung up")
    #expect(work.finished == 0 && terminal.shown.count == 1)
  }

  @Test func `waits for its work when it is left, and takes nothing after that`() {
    let (outcome, terminal) = run([keys("a\nb"), keys("c")])
    #expect(outcome == "a")
    #expect(work.asked == ["last"] && work.finished == 1)
    #expect(lines(terminal) == ["80"], "who left sees no more")
  }

  @Test func `begins its work when the first frame is up`() {
    var seen: [Int] = []
    let work = work
    _ = run([.then { seen = [$0.shown.count, work.begun] }])
    #expect(seen == [1, 1])
  }

  @Test func `brings answers to the program and draws them`() {
    let (_, terminal) = run([keys("a!"), keys("b")])
    #expect(work.asked == ["a"])
    #expect(lines(terminal) == ["80", "80 a<a>", "80 a<a>b"])
  }

  @Test func `draws nothing where nothing came, and waits for ever`() {
    let (_, terminal) = run([.events([.woken]), .events([]), .events([.woken]), .timeOut])
    #expect(terminal.shown.count == 1)
    #expect(terminal.patience.allSatisfy { $0 == nil })
  }

  @Test func `looks about as often as its work wants, without drawing`() {
    work.pause = .milliseconds(250)
    let (_, terminal) = run([.timeOut, .timeOut, keys("a"), .timeOut])
    #expect(terminal.patience.allSatisfy { $0 == .milliseconds(250) })
    #expect(terminal.shown.count == 2)
  }

  @Test func `is idle a second after the last key`() {
    let second = ScriptedTerminal.Step.then { $0.pass(.milliseconds(1100)) }
    _ = run([keys("a"), .events([]), second, .events([]), keys("b"), second, .events([.woken])])
    #expect(work.idles == [false, false, true, false, true])
  }

  @Test func `stops with the whole job where a key asks, alone where a signal does`() {
    let smaller = ScriptedTerminal.Step.then { $0.size = Size(columns: 40, rows: 12) }
    let (_, terminal) = run([keys("z"), smaller, .events([.stopAsked])])
    #expect(terminal.suspensions == [true, false])
    // It was drawn for the size of then.
    #expect(lines(terminal) == ["80", "80", "40"])
  }
}

extension Cell {
  fileprivate var character: Character? {
    if case .lead(let character, _) = content { character } else { nil }
  }
}

extension String {
  fileprivate func trimmingSuffix(of character: Character) -> String {
    String(reversed().drop { $0 == character }.reversed())
  }
}

@MainActor @Suite struct `A program that wishes to be woken` {
  private let start = ContinuousClock.now
  private let noon = Timestamp(milliseconds: 1_790_000_000_000)

  /// - Returns: what it shows in the end, and how long the loop was ready to wait each time.
  private func run(
    _ wishes: [Moment], _ script: [ScriptedTerminal.Step]
  ) -> (text: [String], terminal: ScriptedTerminal) {
    let terminal = ScriptedTerminal(script)
    (terminal.now, terminal.wall) = (start, noon)
    var notebook = Notebook()
    notebook.wish = wishes.first
    notebook.next = Array(wishes.dropFirst())
    let loop = ProgramLoop(notebook, terminal: terminal, work: Echo(), clock: terminal.clock)
    _ = loop.run()
    let texts = terminal.shown.map { frame in
      String(frame.row(0).compactMap(\.character).filter { $0 == "⏰" || $0 == "a" })
    }
    return (texts, terminal)
  }

  private func wall(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: noon.milliseconds + milliseconds)
  }

  @Test func `is told when the time is up, not before, and once`() {
    let (texts, terminal) = run(
      [.after(start + .milliseconds(2500))],
      [.timeOut, .timeOut, .timeOut, .timeOut, .timeOut])
    #expect(texts == ["", "⏰"])
    let waits: [Duration?] = [.seconds(1), .seconds(1), .milliseconds(500)]
    #expect(terminal.patience == waits + [nil, nil, nil])
  }

  @Test func `is told at once of a moment that has passed already`() {
    #expect(run([.after(start - .seconds(5))], [.timeOut]).text == ["", "⏰"])
    #expect(run([.onTheWall(wall(-5))], [.timeOut]).text == ["", "⏰"])
  }

  @Test func `may wish again, as a clock on a screen does`() {
    let wishes = (1...3).map { Moment.onTheWall(wall(Int64($0) * 700)) }
    let (texts, terminal) = run(wishes, [.timeOut, .timeOut, .timeOut, .timeOut])
    #expect(texts == ["", "⏰", "⏰⏰", "⏰⏰⏰"])
    #expect(terminal.patience.prefix(3).allSatisfy { $0 == .milliseconds(700) })
  }

  @Test func `is told later by the wall where its clock is set back`() {
    let back = ScriptedTerminal.Step.then {
      $0.wall = Timestamp(milliseconds: $0.wall.milliseconds - 3_600_000)
    }
    let texts = run([.onTheWall(wall(900))], [back, .timeOut, .timeOut, .timeOut]).text
    #expect(texts == [""], "an hour is still to go")
  }

  @Test func `is told sooner by the wall where its clock is set forward`() {
    let forward = ScriptedTerminal.Step.then {
      $0.wall = Timestamp(milliseconds: $0.wall.milliseconds + 3_600_000)
    }
    let (texts, terminal) = run([.onTheWall(wall(3_000_000))], [.timeOut, forward, .timeOut])
    #expect(texts == ["", "⏰"])
    #expect(terminal.patience.allSatisfy { $0.map { $0 <= .seconds(1) } ?? true })
  }

  @Test(arguments: [-3_600_000, 3_600_000])
  func `counts a span by itself, however the clock is set`(shift: Int64) {
    let set = ScriptedTerminal.Step.then {
      $0.wall = Timestamp(milliseconds: $0.wall.milliseconds + shift)
    }
    let script: [ScriptedTerminal.Step] = [.timeOut, set, .timeOut, .timeOut]
    let (texts, terminal) = run([.after(start + .milliseconds(1500))], script)
    #expect(texts == ["", "⏰"])
    #expect(terminal.patience.prefix(3) == [.seconds(1), .milliseconds(500), nil])
  }

  @Test func `is woken in the middle of typing too`() {
    let key = TerminalEvent.key(.character("a"))
    let late = ScriptedTerminal.Step.then { $0.pass(.seconds(2)) }
    let texts = run([.after(start + .seconds(1))], [.events([key]), late, .events([key])]).text
    #expect(texts == ["", "a", "aa⏰"])
  }
}

@MainActor @Suite struct `What to do about a missing file, on the loop` {
  private let setting = Setting(
    language: .english, station: "–", today: .fallback)

  private func way(_ script: [ScriptedTerminal.Step]) -> (MissingFile.Way, ScriptedTerminal) {
    let terminal = ScriptedTerminal(script)
    let question = MissingFile(
      setting, path: "/tmp/x.sqlite", isEmptied: false,
      backup: .init(path: "/tmp/b.sqlite", members: 3, events: 1, last: "2026-08-18"))
    return (MissingFileLoop(terminal: terminal, question: question).run(), terminal)
  }

  @Test(arguments: [
    ([Key.named(.enter)], MissingFile.Way.restore), ([.named(.down), .named(.enter)], .begin),
    ([.character("2")], .begin), ([.control("c")], .leave), ([.character("x")], .leave),
  ])
  func `is answered by keys, and by leaving where the terminal goes`(
    keys: [Key], answer: MissingFile.Way
  ) {
    #expect(way([.events(keys.map { .key($0) })]).0 == answer)
  }

  @Test func `waits for ever, and is drawn anew for another size`() {
    let (_, terminal) = way([.timeOut, .events([.resized(Size(columns: 60, rows: 20))])])
    #expect(terminal.shown.map(\.size.columns) == [80, 60])
    #expect(terminal.patience.allSatisfy { $0 == nil })
  }
}
