import Canvas
import Glibc
import Terminal
import TestFrames
import TestSupport

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
      case "size": try saySize()
      case "errors": try sayErrors()
      case "quiet": try playQuiet()
      case "speed": try measure()
      default:
        print(
          "frames SEED COUNT narrow|wide, events [ask] [everyMS], size, errors, crash, quiet, speed"
        )
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

  /// Says every event, until `q` or a hang-up; may look for them every so many milliseconds.
  static func playEvents(_ words: [String]) throws {
    let asks = words.contains("ask")
    let terminal = try Terminal(Terminal.Options(ambiguous: asks ? nil : .narrow))
    if asks { terminal.awaitWidth(.milliseconds(100)) }
    let pause = words.compactMap { $0.hasPrefix("every") ? Int($0.dropFirst(5)) : nil }.first
    terminal.setTitle("ready \(terminal.width.ambiguous)")
    while true {
      for event in terminal.events(timeout: pause.map { .milliseconds($0) }) {
        // Longer titles are not shown.
        terminal.setTitle(String("\(event)".prefix(80)))
        switch event {
        case .hangUp: return
        case .key(.character("q")):
          terminal.end()
          return
        case .key(.control("z")), .stopAsked:
          terminal.suspend(wholeJob: event != .stopAsked)
          terminal.setTitle("back")
        default: break
        }
      }
    }
  }

  /// Shows one frame twice, then waits for a descriptor and for nothing.
  static func playQuiet() throws {
    let terminal = try Terminal(Terminal.Options(ambiguous: .narrow, mouse: false))
    var frame = Frame(size: terminal.size)
    frame.write("鹊桥", at: Point(column: 3, row: 1), Style(.brightBlue, on: .red, .bold))
    frame.cursor = Point(column: 7, row: 1)
    terminal.show(frame)
    terminal.setTitle("first")
    terminal.show(frame)
    terminal.setTitle("second")
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0, write(ends[1], "x", 1) == 1 else { return }
    terminal.setTitle("\(terminal.events(wake: ends[0]))")
    terminal.setTitle("\(terminal.events(timeout: .milliseconds(1)))")
    terminal.end()
  }

  /// Says something on standard error that would drive the terminal.
  static func sayErrors() throws {
    let terminal = try Terminal(Terminal.Options(ambiguous: .narrow))
    let text = "鹊 says \u{1B}[31mred\u{7F} and\tmore\n"
    _ = text.withCString { write(STDERR_FILENO, $0, text.utf8.count) }
    terminal.end()
  }

  static func saySize() throws {
    let terminal = try Terminal(Terminal.Options(ambiguous: .narrow))
    terminal.setTitle("\(terminal.size.columns)x\(terminal.size.rows)")
    terminal.end()
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
