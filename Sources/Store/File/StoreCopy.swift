import Files
import Foundation
import GRDB
import Matchmaking

/// A file that this program made beside a store and that holds what the store held once.
public struct StoreCopy: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case backup
    /// The one a desk makes anew whenever it is opened.
    case latest
    /// What stood in the place of the store before something was restored or begun anew.
    case replaced = "set-aside"
    /// A log that belonged to another file.
    case log
    /// What was rescued from a file that was cut or taken away while it was open.
    case rescued
    /// Half of a file that a killed process was making.
    case leaving
  }

  public let path: String
  public let kind: Kind
  /// What belongs to it, by the ends of the names.
  let companions: [String]

  var paths: [String] { [path] + companions.map { path + $0 } }

  /// All that lie beside a store, or at home where nothing could be written beside it.
  static func all(of path: String) -> [StoreCopy] {
    let real = RealPath.of(path) ?? path
    var copies: [StoreCopy] = []
    for backups in Set([Backups(of: path).folder, Backups(of: real).folder]).sorted() {
      copies += inBackups(backups, of: path)
    }
    var folders: [String] = []
    for folder in [Store.folder(of: real), Store.folder(of: path), Store.home]
    where !folders.contains(where: { FileIdentity($0) == FileIdentity(folder) }) {
      folders.append(folder)
    }
    for folder in folders { copies += beside(folder, real) + beside(folder, path) }
    var seen: Set<String> = []
    return copies.filter { seen.insert($0.path).inserted }
  }

  private static func inBackups(_ folder: String, of path: String) -> [StoreCopy] {
    let backups = Backups(of: path)
    return names(in: folder).compactMap { name in
      let kind: Kind? =
        if backups.isBackup(name) {
          folder + "/" + name == backups.latestPath ? .latest : .backup
        } else if backups.isHalf(name) || PrivateFile.isLeft(folder + "/" + name) {
          .leaving
        } else {
          nil
        }
      return kind.map { StoreCopy(folder, name, $0) }
    }
  }

  private static func beside(_ folder: String, _ path: String) -> [StoreCopy] {
    let parts = PathParts(path)
    let (aside, rescued) = (parts.name + ".before-", parts.stem + Backups.rescue)
    let names = names(in: folder)
    return names.compactMap { name in
      if PrivateFile.isLeft(folder + "/" + name) { return StoreCopy(folder, name, .leaving) }
      if name.hasPrefix(rescued), name.hasSuffix(parts.ending) {
        return StoreCopy(folder, name, .rescued)
      }
      guard name.hasPrefix(aside) else { return nil }
      guard let end = SparedFiles.companions.first(where: { name.hasSuffix($0) }) else {
        return StoreCopy(folder, name, .replaced)
      }
      // What belongs to a file goes with it; a log alone was put aside by itself.
      let owner = String(name.dropLast(end.count))
      return names.contains(owner) || end == ".seats" || end == "-shm"
        ? nil : StoreCopy(folder, name, .log)
    }
  }

  private init(_ folder: String, _ name: String, _ kind: Kind) {
    path = folder == "/" ? "/" + name : folder + "/" + name
    self.kind = kind
    var status = stat()
    let path = path
    companions = SparedFiles.companions.filter { lstat(path + $0, &status) == 0 }
  }

  /// When the last thing was done that it holds; looked up without making anything beside it.
  var last: Timestamp? {
    guard let queue = try? Store.connectUnchanging(path) else { return nil }
    defer { try? queue.close() }
    let last = try? queue.read { try BackupRank.last(in: $0) }
    return last.flatMap { $0.sequence > 0 ? Act.moment(of: $0.id, clock: $0.clock) : nil }
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}

extension Store {
  static var home: String { getenv("HOME").map { String(cString: $0) } ?? "." }
}
