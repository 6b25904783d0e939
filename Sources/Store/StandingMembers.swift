import GRDB
import Matchmaking

/// Compares drafts with what stands in the register already, as bytes.
struct StandingMembers {
  private let slots: [Int]
  private let extras: DraftExtras
  private let selection: Prepared

  init(_ batch: DraftBatch, in db: Database) throws {
    extras = DraftExtras(batch)
    slots = batch.fields.indices.filter { batch.fields[$0].column != nil }
    let columns = slots.compactMap { batch.fields[$0].column } + ["extras"]
    selection = try Prepared(
      "SELECT \(columns.joined(separator: ", ")) FROM member WHERE rowid = ?", in: db)
  }

  /// Whether all that the draft says stands there; false also where a closer look is needed.
  func says(_ row: Int64, everythingOf draft: Int, _ batch: DraftBatch) throws -> Bool {
    try selection.first([row]) { columns in
      let bytes = batch.bytes.span
      for (place, slot) in slots.enumerated() {
        let range = batch.range(draft, slot)
        if range.isEmpty { continue }
        guard columns.holds(bytes.extracting(range), at: place) else { return false }
      }
      guard let json = extras.isEmpty ? nil : extras.json(draft, of: batch) else { return true }
      return columns.text(slots.count) == json
    } ?? false
  }
}

extension Columns {
  fileprivate func holds(_ text: Span<UInt8>, at place: Int) -> Bool {
    let stored = bytes(place).bytes
    guard stored.byteCount == text.count else { return false }
    for index in 0..<text.count
    where stored.unsafeLoad(fromByteOffset: index, as: UInt8.self) != text[index] {
      return false
    }
    return true
  }
}
