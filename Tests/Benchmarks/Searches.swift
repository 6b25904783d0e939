import Foundation
import Pinyin
import Sample

/// Searches as whole processes beside fzf, and key by key over far more names than a province has.
enum Searches {
  private static let names = 1_200_000

  static func run(_ ground: Ground) throws {
    try processes(ground)
    keys()
  }

  private static func processes(_ ground: Ground) throws {
    let list = ground.folder + "/names.txt"
    try lines(SampleRoster.workers(Ground.members)).write(
      toFile: list, atomically: true, encoding: .utf8)
    let search = [ground.program, "--store", ground.store, "search"]
    // The first makes what the store keeps.
    let first = try Child.run(search + ["wzc"]).needed()
    let fzf = "/usr/bin/fzf"
    let hasPeer = FileManager.default.isExecutableFile(atPath: fzf)
    var (ours, theirs) = (Samples(), Samples())
    for _ in 0..<8 {
      for query in ["wzc", "wangwei", "zhangw", "王伟", "李", "000123"] {
        ours.add(try Child.run(search + [query]).needed())
        if hasPeer { theirs.add(try Child.run([fzf, "--filter", query], input: list).needed()) }
      }
    }
    Report.note("the first search on a store, which keeps", "\(Report.number(first)) ms")
    guard hasPeer else { return Report.note("queqiao search, whole process", ours.text) }
    Report.figure(
      "queqiao search, of fzf's time", ours.median / theirs.median, under: 0.5, "×", ours.text)
    Report.peer("fzf --filter over names with pinyin", theirs.text)
  }

  /// Number, name and pinyin, as somebody would prepare them for fzf.
  private static func lines(_ workers: [SampleWorker]) -> String {
    workers.map { worker in
      "\(worker.number) \(worker.name) \(Reading.ofName(worker.name).joined()) \(worker.lastFour)\n"
    }.joined()
  }

  private static func keys() {
    var index = SearchIndex(capacity: names)
    var text: [CChar] = []
    let batch = 50_000
    for start in stride(from: 0, to: names, by: batch) {
      let workers = SampleRoster.workers(batch, seed: SampleRoster.seed + UInt64(start))
      for worker in workers {
        index.append(name: worker.name, number: worker.number, lastFour: worker.lastFour)
      }
      text += lines(workers).utf8.map { CChar(bitPattern: $0) }
    }
    text.append(0)
    var (ours, theirs) = (Samples(), Samples())
    for query in Keystrokes.queries(of: 84) {
      for count in 1...query.count {
        let typed = String(query.prefix(count))
        ours.add(spent { index.search(typed, limit: 200) }.0)
        if count == query.count { theirs.add(spent { occurrences(of: typed, in: text) }.0) }
      }
    }
    Report.figure("a key over 1,200,000 names, p99", ours.p99, under: 16, "ms", ours.text)
    Report.peer("strstr over the same names with pinyin", theirs.text)
    Report.note("memory of the index", "\(index.byteCount / 1_000_000) MB")
  }

  private static func occurrences(of typed: String, in text: [CChar]) -> Int {
    text.withUnsafeBufferPointer { text in
      var found = 0
      var rest = text.baseAddress
      while let start = rest, let place = strstr(start, typed) {
        found += 1
        rest = UnsafePointer(place) + typed.utf8.count
      }
      return found
    }
  }

  /// The life of a process, in milliseconds.
}
