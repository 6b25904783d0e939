import CZlib
import Foundation
import GRDB
public import Matchmaking

// What one file knows, for another: a text of lines, each a JSON object.
//
//   {"bundle":"queqiao","version":1,"replica":"…"}
//   {"erased":["…","2026-08-19"]}                              for each member who was erased
//   {"retired":["event","M",7,"registration"]}                 for each badge that is worn no longer
//   {"act":["replica",ordinal],"id":"…","clock":…,"station":"…","operator":"…","kind":"do",
//    "target":["replica",ordinal],"summary":{…}}               in the order in which the file learnt of them
//   {"in":"member","row":"…","before":{…},"after":{…}}         what the act before it did, row by row
//   {"end":[acts,rows],"checksum":"…"}                         CRC-32 of all bytes before this line
//
// A row that came has its whole image in `after`; one that went has it in `before`. Merges are no part of it:
// they are about the file in which they were done.

/// How far a bundle is understood.
enum BundleFormat {
  static let version = 1
  /// No honest line is longer.
  static let longestLine = 8 << 20
}

/// A checksum over all bytes that went by.
struct RunningChecksum {
  private var sum = crc32(0, nil, 0)

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    sum = crc32(sum, start.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count))
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  var text: String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}

extension Store {
  /// Writes everything this file knows, for another file of ours.
  ///
  /// - Parameter write: takes the text piece by piece.
  public func exportBundle(_ write: @escaping (String) throws -> Void) throws -> BundleContents {
    try read { db in
      var writer = BundleWriter(write)
      try writer.run(db)
      return writer.contents
    }
  }
}

/// Writes a bundle; all of it as the file is at one moment.
private struct BundleWriter {
  private let write: (String) throws -> Void
  private var checksum = RunningChecksum()
  private var piece = ""
  private(set) var contents = BundleContents()

  init(_ write: @escaping (String) throws -> Void) { self.write = write }

  mutating func run(_ db: Database) throws {
    let replica = try Noted(in: db)?.replica(in: db)?.id.description ?? ""
    try line(
      "{\"bundle\":\"queqiao\",\"version\":\(BundleFormat.version),\"replica\":\"\(replica)\"}")
    let erased = try Prepared("SELECT id, erased_on FROM erased_member ORDER BY id", in: db)
      .all([]) { (id: $0.text(0), day: $0.text(1)) }
    for member in erased { try line("{\"erased\":[\"\(member.id)\",\"\(member.day)\"]}") }
    let retired = try Prepared(
      "SELECT event, pool, number, registration FROM retired_badge ORDER BY 1, 2, 3", in: db
    ).all([]) { "\"\($0.text(0))\",\"\($0.text(1))\",\($0.number(2) ?? 0),\"\($0.text(3))\"" }
    for badge in retired { try line("{\"retired\":[\(badge)]}") }
    let images = try InsertImages(in: db)
    let acts = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.*, r.id AS replica_id, t.ordinal AS target_ordinal, tr.id AS target_replica
        FROM act a JOIN replica r ON r.number = a.replica
          LEFT JOIN act t ON t.sequence = a.target LEFT JOIN replica tr ON tr.number = t.replica
        WHERE NOT a.aside AND a.kind <> 'merge' AND ifnull(t.kind, 'do') <> 'merge'
          AND a.changes IS NOT NULL
        ORDER BY a.sequence
        """)
    var next = try Change.first(from: 0, in: db)
    while let act = try acts.next() {
      try write(act)
      contents.acts += 1
      next = try writeChanges(of: act.needed("sequence"), from: next, images, db)
    }
    let end = checksum.text
    try line("{\"end\":[\(contents.acts),\(contents.rows)],\"checksum\":\"\(end)\"}")
    try flush()
  }

  private mutating func write(_ act: Row) throws {
    var target = ""
    if let ordinal = try act.value("target_ordinal") as Int64? {
      target = try ",\"target\":[\"\(act.needed("target_replica") as String)\",\(ordinal)]"
    }
    try line(
      """
      {"act":["\(act.needed("replica_id") as String)",\(act.needed("ordinal") as Int64)],\
      "id":"\(act.needed("id") as String)","clock":\(act.needed("clock") as Int64),\
      "station":\(JSONText.quoted(act.needed("station"))),\
      "operator":\(JSONText.quoted(act.needed("operator"))),\
      "kind":"\(act.needed("kind") as String)"\(target),"summary":\(act.needed("summary") as String)}
      """)
  }

  /// - Returns: the first entry of the next act.
  private mutating func writeChanges(
    of act: Int64, from start: Int64, _ images: InsertImages, _ db: Database
  ) throws -> Int64 {
    let first = max(start, try Change.first(from: act, in: db))
    let end = try Change.first(from: act + 1, in: db)
    guard first < end else { return start }
    let changes = try Row.fetchCursor(
      db,
      sql: "SELECT * FROM change WHERE id >= ? AND id < ? ORDER BY id", arguments: [first, end])
    while let change = try changes.next() {
      guard let table = LoggedTable(rawValue: try change.needed("table")) else { continue }
      if let stretch = try Stretch(change) {
        try images.each(of: stretch) { row, image in
          try writeRow(table.rawValue, row, before: nil, after: image)
        }
        continue
      }
      let (row, before): (String, String?) = (
        try change.needed("row"), try change.value("before")
      )
      var after: String? = try change.value("after")
      if before == nil, after == nil {
        after = try images.image(of: row, table, at: change.needed("id")).json
      }
      try writeRow(table.rawValue, row, before: before, after: after)
    }
    return end
  }

  private mutating func writeRow(
    _ table: String, _ row: String, before: String?, after: String?
  ) throws {
    contents.rows += 1
    try line(
      "{\"in\":\"\(table)\",\"row\":\"\(row)\""
        + (before.map { ",\"before\":\($0)" } ?? "") + (after.map { ",\"after\":\($0)" } ?? "")
        + "}")
  }

  private mutating func line(_ text: String) throws {
    let line = text + "\n"
    checksum.add(line)
    contents.bytes += line.utf8.count
    piece += line
    if piece.utf8.count > 1 << 16 { try flush() }
  }

  private mutating func flush() throws {
    if !piece.isEmpty { try write(piece) }
    piece = ""
  }
}
