import CTerm
import Canvas

extension Terminal {
  /// Writes two ambiguous characters, asks where the cursor stands after them, and takes them away.
  ///
  /// Asked on the second row: a report from the first looks like F3 with a modifier. Nobody waits for
  /// the answer unless with `awaitWidth`; one over a slow line comes as an event like any other.
  static func askWidth() {
    let question = "\u{1B}[2;1H·─\u{1B}[6n\u{1B}[2;1H\u{1B}[2K\u{1B}[1;1H"
    question.withCString { cterm_write_raw($0, question.utf8.count) }
    cterm_redraw_all()
  }

  /// Waits a moment for the terminal to say how wide it draws, so that the first frame is right.
  ///
  /// Terminals on the same machine answer within a few milliseconds. Others count as narrow until
  /// they say `widened`. What is typed meanwhile comes with the next events.
  public func awaitWidth(_ patience: Duration = .milliseconds(10)) {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while isAsking, early.last != .hangUp {
      let left = (end - clock.now).milliseconds
      guard left > 0 else { return }
      early += tell(cterm_wait(-1, Int32(left)))
    }
    early.removeAll { $0 == .widened }
  }

  /// Takes the answer, once it is there.
  ///
  /// - Returns: whether the terminal turned out to draw ambiguous characters wide.
  func takesWidth() -> Bool {
    guard isAsking, let column = decoder.reportedColumn else { return false }
    isAsking = false
    // Two columns each give column 5; one of them wide is enough to make lines break.
    guard column > 3 else { return false }
    becomeWide()
    return true
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
