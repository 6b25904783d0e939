import GRDB
import Matchmaking

/// Compares drafts with what stands in the register already, as bytes.
struct StandingMembers {
  private let slots: [Int]
  private let extras: DraftExtras
  /// Columns that are read as a field now, as the extras would have them, with the slot of the field.
  private let settled: [(key: [UInt8], slot: Int)]
  private let selection: Prepared

  init(_ batch: DraftBatch, in db: Database) throws {
    extras = DraftExtras(batch)
    settled = batch.settled.compactMap { head, field in
      batch.slot(field).map { (Array((JSONText.quoted(head) + ":").utf8), $0) }
    }
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
      let json = extras.isEmpty ? nil : extras.json(draft, of: batch)
      let stored = columns.bytes(slots.count)
      if json == nil, stored.isEmpty { return true }
      if let json { return columns.text(slots.count) == json }
      return !settled.contains { own in
        !batch.range(draft, own.slot).isEmpty && stored.holds(own.key)
      }
    } ?? false
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes stand somewhere in these.
  func holds(_ part: [UInt8]) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { start in
      part.indices.allSatisfy { self[start + $0] == part[$0] }
    }
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
