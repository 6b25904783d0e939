/// Unpacks on a thread of its own, so that the scanner on the other core never waits for long.
///
/// At most `lookahead` pieces wait; a pump that is let go stops at the next piece.
final class InflatingPump: Sendable {
  private let conveyor: BoundedChannel<Inflater.Piece, WorkbookFault>

  init(
    _ part: ZipArchive.Part, of archive: ZipArchive, limits: Inflater.Limits = .init(),
    lookahead: Int = 64
  ) throws(WorkbookFault) {
    // What can be known at once is told at once.
    _ = try Inflater(part, of: archive, limits: limits)
    conveyor = BoundedChannel("queqiao.inflating", room: lookahead) { line throws(WorkbookFault) in
      let inflater = try Inflater(part, of: archive, limits: limits)
      while true {
        let piece = try inflater.next()
        guard line.put(piece), !piece.bytes.isEmpty else { return }
      }
    }
  }

  /// The next piece; empty at the end.
  func next() throws(WorkbookFault) -> Inflater.Piece { try conveyor.next() ?? Inflater.Piece() }
}
