import Files
import Foundation
import Matchmaking

extension Holder {
  /// Who has one of these files locked; else who has one of them open.
  ///
  /// The system tells of every process that holds a lock, but of the open files of one's own only.
  static func of(_ paths: [String]) -> Holder? {
    byLock(on: Set(paths.compactMap { FileIdentity($0)?.number })) ?? byOpenFile(paths)
  }

  /// By /proc/locks (proc(5)): number, kind, manner, access, process, device and file, range.
  ///
  /// The devices there are not always those of stat(2), so the file's number decides.
  private static func byLock(on files: Set<UInt64>) -> Holder? {
    guard let text = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return nil }
    var found: [(isWriting: Bool, process: Int32)] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] != "->", let process = Int32(words[4]), process > 0,
        process != getpid(), let file = words[5].split(separator: ":").last.flatMap({ UInt64($0) }),
        files.contains(file)
      else { continue }
      found.append((words[3] == "WRITE", process))
    }
    return (found.first(where: \.isWriting) ?? found.first).flatMap { Holder($0.process) }
  }

  private static func byOpenFile(_ paths: [String]) -> Holder? {
    let wanted = Set(paths.compactMap { RealPath.of($0) })
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for process in processes.compactMap({ Int32($0) }) where process != getpid() {
      let folder = "/proc/\(process)/fd"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for file in files {
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(file)")
        if let path, wanted.contains(path) { return Holder(process) }
      }
    }
    return nil
  }

  /// Nil where it is gone by now.
  private init?(_ process: Int32) {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")")
    else { return nil }
    let state = text[text.index(after: end)...].first { $0 != " " }
    self.init(
      process: process, name: String(text[text.index(after: start)..<end]),
      isStopped: state == "T" || state == "t")
  }
}
