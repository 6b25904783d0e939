import CTerm
import Canvas

extension Terminal {
  /// How long the terminal may take to say where its cursor is.
  private static let patience = Duration.milliseconds(100)

  /// Writes two ambiguous characters and asks where the cursor stands after them.
  ///
  /// Asked on the second row: a report from the first looks like F3 with a modifier. A terminal that
  /// does not answer in time is taken as narrow; an answer that comes later is no key to the
  /// decoder. What was typed meanwhile is returned.
  static func askWidth() -> (ambiguous: Width.Ambiguous, typed: [UInt8], gone: Bool) {
    let question = "\u{1B}[2;1H·─\u{1B}[6n"
    question.withCString { cterm_write_raw($0, question.utf8.count) }
    let clock = ContinuousClock()
    let end = clock.now + patience
    var read: [UInt8] = []
    var gone = false
    var answer: (column: Int, place: Range<Int>)?
    while answer == nil {
      let left = (end - clock.now).milliseconds
      guard left > 0 else { break }
      let seen = Int(cterm_wait(-1, Int32(left)))
      if seen & CTERM_INPUT != 0 {
        let bytes = Self.read()
        gone = bytes == nil
        read += bytes ?? []
        answer = report(in: read)
      }
      gone = gone || seen & CTERM_HANG_UP != 0
      if gone { break }
    }
    let erase = "\u{1B}[2;1H\u{1B}[2K\u{1B}[1;1H"
    erase.withCString { cterm_write_raw($0, erase.utf8.count) }
    cterm_resize()
    cterm_redraw_all()
    if let answer { read.removeSubrange(answer.place) }
    // Two columns each give column 5; one of them wide is enough to make lines break.
    return (answer.map { $0.column > 3 } == true ? .wide : .narrow, read, gone)
  }

  /// Finds `ESC [ 2 ; column R`.
  nonisolated static func report(in bytes: [UInt8]) -> (column: Int, place: Range<Int>)? {
    let opening = Array("\u{1B}[2;".utf8)
    for start in bytes.indices where bytes[start...].starts(with: opening) {
      let digits = bytes[(start + opening.count)...].prefix { (0x30...0x39).contains($0) }
      guard bytes[digits.endIndex...].first == UInt8(ascii: "R"),
        let column = Int(String(decoding: digits, as: UTF8.self))
      else { continue }
      return (column, start..<digits.endIndex + 1)
    }
    return nil
  }

  /// Makes curses count ambiguous characters as two columns.
  static func widen() {
    let ranges = Width.ambiguousRanges
    // Never freed: curses may ask as long as the process lives, and it is done once.
    let lasting = UnsafeMutablePointer<UInt32>.allocate(capacity: ranges.count)
    lasting.initialize(from: ranges, count: ranges.count)
    cterm_widen(lasting, ranges.count)
  }
}
