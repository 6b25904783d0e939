import BigScreen
public import Canvas
public import Matchmaking
public import Store
public import Terminal
public import Wording

/// The evening a big screen shows, and the file it stands in, open for looking alone.
public struct ShownEvening: Sendable {
  let path: String
  let code: String
  let context: StoreContext
  /// Nil where there is none so far.
  let store: Store?

  /// - Throws: `StoreFault`.
  public init(_ code: String, in path: String, context: StoreContext) throws {
    self.path = path
    self.code = code
    self.context = context
    store = try Store.look(at: path, context: context)
  }

  /// As it is now; nil where there is no event of that code.
  public func showing() throws -> Showing? { try store?.showing(of: code) }

  func look() throws -> Store? { try Store.look(at: path, context: context) }

  var time: WallTime {
    WallTime(
      ClockReading(wall: context.now(), steady: context.steady()), ContinuousClock.now)
  }
}

/// The big screen at a terminal of its own.
@MainActor
public struct BigScreenLoop {
  public enum Outcome: Sendable { case quit, hangUp }

  private let loop: ProgramLoop<BigScreenProgram, BigScreenWork>

  /// - Parameter width: how the terminal counts columns.
  public init(
    terminal: any TerminalPort, evening: ShownEvening, language: Language, width: Width,
    idle: IdleCounter?
  ) {
    let wall = Wall(language: language, width: width, at: evening.time)
    loop = ProgramLoop(
      BigScreenProgram(wall: wall) { evening.time }, terminal: terminal,
      work: BigScreenWork(evening), idle: idle)
  }

  /// Runs until it is left.
  ///
  /// - Parameter first: what is known already, so that the first frame shows it.
  public func run(first: Showing) -> Outcome { loop.run(first: [.showing(first)]) }
}

/// The wall as a program.
struct BigScreenProgram: Program {
  var wall: Wall
  let time: () -> WallTime
  var hangUp: BigScreenLoop.Outcome { .hangUp }

  var wish: Moment? { wall.next.map { .after($0) } }

  mutating func update(
    _ event: ProgramEvent<BigScreenNews>
  ) -> [ProgramStep<Never, BigScreenLoop.Outcome>] {
    switch event {
    case .begun(let size), .resized(let size):
      wall.resize(size)
      wall.pass(to: time())
    case .key(let key): return wall.press(key, at: time()) ? [.leave(.quit)] : []
    case .widened: wall.widen()
    case .answered(.showing(let showing)): wall.take(showing, at: time())
    case .answered(.trouble(let trouble)): wall.lose(trouble, at: time())
    case .due: wall.pass(to: time())
    case .composed: break
    }
    return []
  }

  func view(_ size: Size) -> Frame { wall.view(size) }
}
