import GRDB
import Matchmaking

/// Adds members to the register out of drafts, as bytes from file to page.
///
/// They are logged in stretches. Whoever logs something else in between ends the stretch before.
struct NewMembers {
  /// What a place of the statement takes.
  private enum Source {
    case key, number, verification, extras
    case text(slot: Int)
    case height(slot: Int)
  }

  let fields: [DraftField]
  private let writer: ActWriter
  private let insertion: Prepared
  private let sources: [Source]
  private let extras: DraftExtras
  private var stretch: OpenStretch?
  /// How many more come in one by one before the rest is made quicker.
  private var patience: Int
  private var aside: SuspendedIndices?

  /// - Parameter standing: how many members there are.
  init(_ batch: DraftBatch, besides standing: Int, writer: ActWriter) throws {
    self.writer = writer
    patience = max(1_000, standing)
    fields = batch.fields
    extras = DraftExtras(batch)
    var columns = ["id", "number", "verification"]
    var sources: [Source] = [.key, .number, .verification]
    for (slot, field) in fields.enumerated() {
      guard let column = field.column, !columns.contains(column) else { continue }
      columns.append(column)
      sources.append(field == .height ? .height(slot: slot) : .text(slot: slot))
    }
    if !extras.isEmpty {
      columns.append("extras")
      sources.append(.extras)
    }
    self.sources = sources
    insertion = try Prepared(
      """
      INSERT INTO member (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """, in: writer.db)
  }

  /// - Parameter number: where the roster brings none, the one that is handed out.
  /// - Returns: the key of the new member.
  @discardableResult
  mutating func add(_ draft: Int, of batch: DraftBatch, number: String?) throws -> String {
    patience -= 1
    if patience == 0 { aside = try SuspendedIndices(of: "member", in: writer.db) }
    var stretch = try self.stretch ?? OpenStretch(of: "member", writer: writer)
    let key = stretch.key(writer)
    self.stretch = stretch
    try batch.bytes.withUnsafeBufferPointer { bytes in
      try insertion.run { places in
        for (index, source) in sources.enumerated() {
          put(source, at: index + 1, draft, of: batch, bytes, key, number, places)
        }
      }
    }
    return key
  }

  private func put(
    _ source: Source, at place: Int, _ draft: Int, of batch: DraftBatch,
    _ bytes: UnsafeBufferPointer<UInt8>, _ key: String, _ number: String?, _ places: Places
  ) {
    let lend = { (slot: Int?) in
      let range = batch.range(draft, slot)
      if !range.isEmpty { places.lend(UnsafeBufferPointer(rebasing: bytes[range]), at: place) }
    }
    switch source {
    case .key: places.put(key, at: place)
    case .number:
      if let number { places.put(number, at: place) } else { lend(batch.slot(.number)) }
    case .verification:
      let slot = batch.slot(.verification)
      if batch.range(draft, slot).isEmpty {
        places.put(Verification.pending.rawValue, at: place)
      } else {
        lend(slot)
      }
    case .text(let slot): lend(slot)
    case .height(let slot):
      if let height = batch.text(draft, slot).flatMap({ Int($0) }) { places.put(height, at: place) }
    case .extras:
      if let json = extras.json(draft, of: batch) { places.put(json, at: place) }
    }
  }

  /// Ends the stretch of the log; the next member begins another.
  mutating func endStretch() throws {
    try stretch?.close(writer)
    stretch = nil
  }

  /// To be called behind the last member.
  mutating func finish() throws {
    try endStretch()
    try aside?.putBack()
    aside = nil
  }
}

extension DraftField {
  /// The column of `member`; nil for what stands in one with others.
  var column: String? {
    switch self {
    case .detail(.text(let text)): text.column
    case .detail(.extra), .consent: nil
    case .detail(let detail): detail.column
    case .verification: "verification"
    }
  }
}

/// What drafts say in columns the program does not know, as the column `extras` has it.
struct DraftExtras {
  private let facts: [(slot: Int, key: String)]

  init(_ batch: DraftBatch) {
    let heads = batch.fields.enumerated().compactMap { slot, field -> (Int, String)? in
      if case .detail(.extra(let head)) = field { (slot, head) } else { nil }
    }
    facts = heads.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
      .map { ($0.0, JSONText.quoted($0.1)) }
  }

  var isEmpty: Bool { facts.isEmpty }

  /// As `Member.json` writes it; nil where nothing is said.
  func json(_ draft: Int, of batch: DraftBatch) -> String? {
    let said = facts.compactMap { fact in
      batch.text(draft, fact.slot).map { "\(fact.key):\(JSONText.quoted($0))" }
    }
    return said.isEmpty ? nil : "{\(said.joined(separator: ","))}"
  }
}
