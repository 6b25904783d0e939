import Foundation
import Sample
import Store
import Pinyin
import Desk

/// Whole commands on the big store; for information.
enum Commands {
  static func run(_ ground: Ground) throws {
    try index(ground)
    try roster(ground)
  }

  private static func index(_ ground: Ground) throws {
    let store = try Ground.open(ground.store)
    var register = Samples()
    var backup = Samples()
    for _ in 0..<5 { register.add(try spent { try RegisterIndex(store) }.0) }
    for _ in 0..<3 {
      backup.add(try spent { try store.backUp(to: ground.folder + "/backup.sqlite") }.0)
    }
    let workers = SampleRoster.workers(Ground.members)
    var index = Samples()
    for _ in 0..<5 {
      index.add(
        spent {
          var index = SearchIndex(capacity: workers.count)
          for worker in workers {
            index.append(name: worker.name, number: worker.number, lastFour: worker.lastFour)
          }
          return index
        }.0)
    }
    Report.note("pinyin index of 103,986 names", index.text)
    Report.note("the same, read from the store", register.text)
    Report.note("backup of the store", backup.text)
  }

  private static func roster(_ ground: Ground) throws {
    let file = ground.folder + "/roster.csv"
    let kept = SampleWorker.columns.indices.filter { ![5, 7, 11, 14, 15, 16, 19, 20].contains($0) }
    var text = kept.map { SampleWorker.columns[$0] }.joined(separator: ",") + "\r\n"
    for worker in SampleRoster.workers(Ground.members) {
      let cells = worker.cells
      text += kept.map { cells[$0] }.joined(separator: ",") + "\r\n"
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let store = ground.folder + "/import.sqlite"
    let peer = ground.folder + "/peer.sqlite"
    var ours = Samples()
    var theirs = Samples()
    var undo = Samples()
    for _ in 0..<3 {
      for path in [store, peer] {
        for suffix in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: path + suffix)
        }
      }
      theirs.add(
        try time([
          "/usr/bin/sqlite3", peer, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
          ".import --csv \(file) roster",
        ]))
      ours.add(try time([ground.program, "--store", store, "member", "import", file]))
      undo.add(try time([ground.program, "--store", store, "undo"]))
    }
    Report.note("import of 103,986 rows × \(kept.count)", ours.text)
    Report.peer("sqlite3 .import of the same file", theirs.text)
    Report.note("ratio of medians", Report.number(ours.median / theirs.median))
    Report.note("undo of the import", undo.text)
  }

  /// The life of a process without a terminal, in milliseconds.
  private static func time(_ words: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try spent {
      try process.run()
      process.waitUntilExit()
    }.0
  }
}
