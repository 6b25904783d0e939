import Files
import Foundation
import GRDB
public import Matchmaking

/// A copy of the store with what is known of it.
public struct StoreCopyReport: Sendable {
  public let copy: StoreCopy
  /// When the last thing was done that it holds; nil where that cannot be read.
  public let last: Timestamp?
  /// Whether it holds somebody who was erased since; nil where it cannot be read.
  public let holdsErased: Bool?
}

extension Store {
  /// Every file this program made beside the store that holds what the store held once: backups, files set
  /// aside and rescued, logs of other files.
  public func copies() throws -> [StoreCopyReport] {
    guard isFile else { return [] }
    return reports(TraceScan(try erasings()))
  }

  func reports(_ scan: TraceScan) -> [StoreCopyReport] {
    StoreCopy.all(of: path).map { copy in
      StoreCopyReport(copy: copy, last: copy.last, holdsErased: scan.holds(copy.paths))
    }
  }

  /// Takes away those copies that hold somebody who was erased, once a new backup is on the disk.
  ///
  /// One that cannot be read is left: nobody knows what it is.
  ///
  /// - Returns: those that are gone, and those that could not be taken away.
  public func forget(
    _ reports: [StoreCopyReport]
  ) throws -> (gone: [StoreCopy], left: [StoreCopy]) {
    let copies = reports.filter { $0.holdsErased == true }.map(\.copy)
    guard !copies.isEmpty else { return ([], []) }
    let made = try backUp()
    var (gone, left): ([StoreCopy], [StoreCopy]) = ([], [])
    try FolderLock.holding(Backups(of: path).folder, for: path) {
      for copy in copies where copy.path != made {
        // The companions first: a log whose file is gone would be taken for one of another.
        let isGone = copy.paths.reversed().allSatisfy { unlink($0) == 0 || errno == ENOENT }
        if isGone { gone.append(copy) } else { left.append(copy) }
      }
    }
    for folder in Set(gone.map { PathParts($0.path).folder }) { Folders.synchronize(folder) }
    return (gone, left)
  }

  /// Whom each erasing was about, by the keys the log has of it.
  private func erasings() throws -> [TraceScan.Erasing] {
    try read { db in
      let acts = try Prepared(
        """
        SELECT sequence, id FROM act WHERE summary ->> '$.verb' = 'erase-members' ORDER BY sequence
        """, in: db
      ).all([]) { (sequence: $0.number(0) ?? 0, key: $0.text(1)) }
      return try acts.compactMap { act in
        guard let key = RawKey(act.key) else { return nil }
        let first = try Change.first(from: act.sequence, in: db)
        let rows = try Prepared(
          """
          SELECT row FROM change WHERE id >= ?1 AND id < ?2 AND act = ?3 AND "table" = 'member'
          """, in: db
        ).all([first, try Change.first(from: act.sequence + 1, in: db), act.sequence]) {
          RawKey($0.text(0))
        }
        return TraceScan.Erasing(act: key, members: Set(rows.compactMap(\.self)))
      } + TraceScan.Erasing.purges(in: db)
    }
  }
}
