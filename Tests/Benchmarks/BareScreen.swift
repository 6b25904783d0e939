import Canvas
import Foundation
import Terminal

/// A program that does nothing but start curses and show one frame of Han, to compare with.
enum BareScreen {
  static let word = "bare-screen"

  static func run() {
    MainActor.assumeIsolated {
      guard let terminal = try? Terminal(.init(ambiguous: .narrow)) else { return }
      var frame = Frame(size: terminal.size, width: terminal.width)
      for row in 0..<frame.size.rows - 1 {
        frame.write(
          String(repeating: "单身职工联谊", count: 10), at: Point(column: 0, row: row))
      }
      frame.write(FirstFrame.footer, at: Point(column: 0, row: frame.size.rows - 1))
      terminal.show(frame)
      while !terminal.events().contains(.hangUp) {}
      terminal.end()
    }
  }
}
