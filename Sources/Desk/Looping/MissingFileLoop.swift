import Canvas
public import Screens
public import Terminal

/// Asks what to do where the file is missing; nothing is open yet.
@MainActor
public struct MissingFileLoop {
  private let loop: ProgramLoop<MissingFileProgram, NoWork>

  public init(terminal: any TerminalPort, question: MissingFile) {
    loop = ProgramLoop(
      MissingFileProgram(question: question), terminal: terminal, work: NoWork())
  }

  public func run() -> MissingFile.Way { loop.run() }
}

struct MissingFileProgram: Program {
  var question: MissingFile
  var hangUp: MissingFile.Way { .leave }

  mutating func update(_ event: ProgramEvent<Never>) -> [ProgramStep<Never, MissingFile.Way>] {
    guard case .key(let key) = event, let way = question.press(key) else { return [] }
    return [.leave(way)]
  }

  func view(_ size: Size) -> Frame { question.view(size) }
}
