import Matchmaking

/// Tells which rows of a roster are about somebody married: no single worker.
///
/// Nearly all rows say 未婚, which is told by its bytes; the few other texts are read once each.
struct MarriageWatch {
  private static let usual = Array("未婚".utf8)
  private var known: [String: Bool] = [:]

  /// - Parameter slot: where the batch has the marital status.
  /// - Returns: what the row says, where that is married; nil otherwise.
  mutating func married(
    _ draft: Int, of batch: DraftBatch, at slot: Int?, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let range = batch.range(draft, slot)
    guard !range.isEmpty, !bytes[range].elementsEqual(Self.usual),
      let text = batch.text(draft, slot)
    else { return nil }
    return isMarried(text) ? text.count > 40 ? text.prefix(39) + "…" : text : nil
  }

  private mutating func isMarried(_ text: String) -> Bool {
    if let known = known[text] { return known }
    let isMarried = MaritalStatus.isMarried(text)
    if known.count < 1_000 { known[text] = isMarried }
    return isMarried
  }
}
