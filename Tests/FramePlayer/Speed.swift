import Canvas
import Glibc
import Terminal
import TestFrames

extension FramePlayer {
  /// Times frames of Han that change altogether, composed and shown; says median and 99th percentile.
  static func measure() throws {
    let terminal = try Terminal(Terminal.Options(ambiguous: .narrow))
    let size = terminal.size
    var composing: [Int] = []
    var showing: [Int] = []
    var same: [Int] = []
    for round in 0..<400 {
      let begun = now
      var frame = Frame(size: size, width: terminal.width)
      for row in 0..<size.rows {
        frame.write(lines[(round * 31 + row * 7) % lines.count], at: Point(column: 0, row: row))
      }
      let composed = now
      terminal.show(frame)
      let shown = now
      terminal.show(frame)
      same.append(now - shown)
      composing.append(composed - begun)
      showing.append(shown - composed)
    }
    terminal.end()
    print("\(size.columns)x\(size.rows)")
    for (name, times) in [("compose", composing), ("show", showing), ("show again", same)] {
      let sorted = times.sorted()
      let median = sorted[sorted.count / 2] / 1000
      print("\(name): median \(median) µs, p99 \(sorted[sorted.count * 99 / 100] / 1000) µs")
    }
  }

  /// Nanoseconds of processor time, the kernel's for us included: how fast the other side reads does
  /// not count.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Rows of a hundred Han characters each, all different.
  private static let lines: [String] = (0..<97).map { line in
    (0..<100).reduce(into: "") { text, place in
      let code = UInt32(0x4E00 + (line * 211 + place * 37) % 0x5000)
      text.unicodeScalars.append(Unicode.Scalar(code) ?? "王")
    }
  }
}
