import Exchange
import Files
import Foundation
public import Store

/// Files beside a store that are none of its copies and still name somebody who was erased: the roster
/// they came with, rows to mend, an export. They are told and left alone.
public struct NamingFiles {
  private let store: Store
  private let texts: [String]

  private static let most = 1_000
  private static let largest = 64 << 20

  /// - Parameter texts: names, numbers and phones.
  public init(_ texts: [String], beside store: Store) {
    self.store = store
    self.texts = texts.filter { !$0.isEmpty }
  }

  /// The paths of those in the store's folder, in order; none in the folders within.
  public func all() -> [String] {
    guard !texts.isEmpty, store.path != ":memory:" else { return [] }
    let folder = PathParts(RealPath.of(store.path) ?? store.path).folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = (try? store.copies().map(\.copy.path)) ?? []
    return names.sorted().prefix(Self.most).map { folder + "/" + $0 }.filter { path in
      !own.contains { path.hasPrefix($0) }
        && !path.hasPrefix(folder + "/" + PathParts(store.path).name)
        && isPlain(path) && isTelling(path)
    }
  }

  private func isPlain(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && (1...Self.largest).contains(Int(status.st_size)) && !FilesInUse.contains(path)
  }

  /// As its bytes stand, or as a table in whatever encoding.
  private func isTelling(_ path: String) -> Bool {
    guard let bytes = FileManager.default.contents(atPath: path) else { return false }
    if texts.contains(where: { bytes.range(of: Data($0.utf8)) != nil }) { return true }
    guard var rows = try? RowReader(ByteSource(Array(bytes))) else { return false }
    while let row = try? rows.next() {
      let line = row.cells.joined(separator: "\n")
      if texts.contains(where: line.contains) { return true }
    }
    return false
  }
}
