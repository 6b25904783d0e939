import Canvas
import Terminal
import TestFrames

extension FramePlayer {
  /// Times frames of Han that change altogether, composed and shown; says median and 99th percentile.
  static func measure() throws {
    let terminal = try Terminal(Terminal.Options(ambiguous: .narrow))
    let size = terminal.size
    let clock = ContinuousClock()
    var composing: [Duration] = []
    var showing: [Duration] = []
    var same: [Duration] = []
    for round in 0..<400 {
      let begun = clock.now
      var frame = Frame(size: size, width: terminal.width)
      for row in 0..<size.rows {
        frame.write(lines[(round + row) % lines.count], at: Point(column: 0, row: row))
      }
      let composed = clock.now
      terminal.show(frame)
      let shown = clock.now
      terminal.show(frame)
      same.append(clock.now - shown)
      composing.append(composed - begun)
      showing.append(shown - composed)
    }
    terminal.end()
    print("\(size.columns)x\(size.rows)")
    for (name, times) in [("compose", composing), ("show", showing), ("show again", same)] {
      let sorted = times.sorted()
      print("\(name): median \(sorted[sorted.count / 2]), p99 \(sorted[sorted.count * 99 / 100])")
    }
  }

  /// Rows of a hundred Han characters each, all different.
  private static let lines: [String] = (0..<97).map { line in
    (0..<100).reduce(into: "") { text, place in
      let code = UInt32(0x4E00 + (line * 211 + place * 37) % 0x5000)
      text.unicodeScalars.append(Unicode.Scalar(code) ?? "王")
    }
  }
}
