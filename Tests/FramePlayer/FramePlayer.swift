import Canvas
import Terminal
import TestFrames

/// Plays one part on a terminal for the tests: they read its bytes, and type.
///
/// What it has to say besides frames it says in window titles, which `say` writes in order with the
/// frames: `\e]2;…\a`.
@main
struct FramePlayer {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch words.first {
      case "frames": try playFrames(words)
      case "events": try playEvents(words)
      case "crash": try crash()
      case "speed": try measure()
      default: print("frames SEED COUNT narrow|wide, events [ask], crash, speed")
      }
    } catch {
      print("refused: \((error as? TerminalRefusal)?.rawValue ?? "\(error)")")
    }
  }

  /// Random frames, each shown over the one before.
  static func playFrames(_ words: [String]) throws {
    let width = words.dropFirst(3).first.flatMap(Width.Ambiguous.init(rawValue:)) ?? .narrow
    let terminal = try Terminal(Terminal.Options(ambiguous: width))
    var dice = Dice(seed: words.count > 1 ? UInt64(words[1]) ?? 0 : 0)
    let count = words.count > 2 ? Int(words[2]) ?? 1 : 1
    for frame in Frame.sequence(count, terminal.size, width: terminal.width, dice: &dice) {
      terminal.show(frame)
    }
    terminal.setTitle("done")
    terminal.end()
  }

  /// Says every event, until `q` or a hang-up.
  static func playEvents(_ words: [String]) throws {
    let asks = words.contains("ask")
    let terminal = try Terminal(Terminal.Options(ambiguous: asks ? nil : .narrow))
    terminal.setTitle("ready \(terminal.width.ambiguous)")
    while true {
      for event in terminal.events() {
        terminal.setTitle("\(event)")
        switch event {
        case .hangUp: return
        case .key(.character("q")):
          terminal.end()
          return
        case .key(.control("z")), .stopAsked:
          terminal.suspend()
          terminal.setTitle("back")
        default: break
        }
      }
    }
  }

  /// Dies with the terminal in its hands, of what Swift makes of a programmer's error.
  static func crash() throws {
    let terminal = try Terminal(Terminal.Options(ambiguous: .narrow))
    terminal.show(Frame(size: terminal.size))
    terminal.setTitle("ready")
    while true {
      if terminal.events().contains(.key(.character("x"))) {
        let empty: [Int] = []
        terminal.setTitle("\(empty[terminal.size.columns])")
      }
    }
  }
}
