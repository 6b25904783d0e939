import Canvas
import Matchmaking
public import Screens
public import Terminal

/// Asks what to do where the file is missing; nothing is open yet.
@MainActor
public struct MissingFileLoop {
  private let terminal: Terminal
  private var question: MissingFile

  public init(terminal: Terminal, question: MissingFile) {
    self.terminal = terminal
    self.question = question
  }

  public mutating func run() -> MissingFile.Way {
    var size = terminal.size
    while true {
      terminal.show(question.view(size))
      for event in terminal.events() {
        switch event {
        case .key(let key):
          if let way = question.press(key) { return way }
        case .resized(let new): size = new
        case .stopAsked: size = terminal.suspend()
        case .hangUp: return .leave
        case .widened, .woken: break
        }
      }
    }
  }
}
