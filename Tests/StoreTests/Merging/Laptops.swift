import Foundation
import GRDB
import Matchmaking
import TestSupport

@testable import Store

/// Several laptops, each with a copy of one file, that exchange bundles.
struct Laptops {
  let folder: Scratch
  private(set) var stores: [Store] = []

  /// - Parameter count: how many, each of which begins with what `prepare` did in the first.
  init(_ count: Int, seed: UInt64 = 1, _ prepare: (Store) throws -> Void) throws {
    folder = try Scratch()
    let first = folder.folder + "/" + "a.sqlite"
    try prepare(try Store.open(first, as: .command, context: .fixed(station: "A", seed: seed)))
    for number in 0..<count {
      let path = folder.folder + "/" + "laptop\(number).sqlite"
      try FileManager.default.copyItem(atPath: first, toPath: path)
      stores.append(
        try Store.open(
          path, as: .command,
          context: .fixed(station: "A", seed: seed &* 1_000 &+ UInt64(number) &+ 17)))
    }
  }

  /// - Returns: what a laptop knows now, as a file.
  func bundle(of store: Store) throws -> String {
    let path = folder.folder + "/" + "\(UUID().uuidString).bundle"
    var text = ""
    _ = try store.exportBundle { text += $0 }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  /// Rows that are in one and not in the other.
  static func differences(_ one: [String: [String]], _ other: [String: [String]]) -> [String] {
    one.keys.sorted().flatMap { table in
      let (left, right) = (Set(one[table] ?? []), Set(other[table] ?? []))
      return left.subtracting(right).map { "+ \(table) \($0)" }.sorted()
        + right.subtracting(left).map { "- \(table) \($0)" }.sorted()
    }
  }

  @discardableResult
  func merge(_ one: Int, into other: Int) throws -> MergeOutcome {
    try stores[other].merge(bundle(of: stores[one]))
  }
}

extension Store {
  /// What is shown, and what waits to be shown or looked at: what must be the same wherever the same acts are
  /// known.
  func wholeContents() throws -> [String: [String]] {
    var all = try contents()
    try read { db in
      for (table, columns) in [
        ("deviation", "row, \"table\", raw, stands"), ("conflict", "*"),
        ("deviation_link", "*"), ("erased_member", "*"),
        (
          "tally",
          "event, pool, registered, waitlisted, declined, checked_in, \"left\", no_show, slips"
        ),
        ("retired_badge", "event, pool, number, registration"),
      ] {
        all[table] = try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table)").map(
          \.debugDescription
        )
        .sorted()
      }
    }
    all["tally"] = all["tally"]?.filter {
      !$0.contains("registered:0 waitlisted:0 declined:0 checked_in:0 left:0 no_show:0 slips:0")
    }
    return all
  }
}
