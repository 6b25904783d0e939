import Foundation
import Matchmaking
import Sample

/// Fate circles over a register of 20,000 with criteria as people write them.
enum FateCircles {
  private static let people = 20_000
  private static let day = Day("2026-11-22") ?? .fallback

  static func run(_ ground: Ground) throws {
    try processes(ground)
    let members = SampleMembers.members(people)
    let (reading, read) = spent {
      var memory = FactMemory()
      return members.map { CircleMember($0, memory: &memory) }
    }
    Report.note("texts and criteria of 20,000 read", "\(Report.number(reading)) ms")
    let (packing, index) = spent { CircleIndex(read, rules: CircleRules(day: day)) }
    Report.note("packed into an index", "\(Report.number(packing)) ms")
    one(index)
    everyone(index)
    try peer(read, in: ground.folder)
  }

  /// The circle of one among everybody as a whole process, beside fzf over their names.
  private static func processes(_ ground: Ground) throws {
    let list = ground.folder + "/only-names.txt"
    try SampleRoster.workers(Ground.members).map { $0.name + "\n" }.joined()
      .write(toFile: list, atomically: true, encoding: .utf8)
    let circle = [ground.program, "--store", ground.store, "circle"]
    let first = try Child.run(circle + ["YL000001"])
    Report.note(
      "the first circle on a store, which keeps", "\(Report.number(first.milliseconds)) ms")
    let fzf = "/usr/bin/fzf"
    let hasPeer = FileManager.default.isExecutableFile(atPath: fzf)
    var (ours, theirs) = (Samples(), Samples())
    for place in 0..<24 {
      let child = try Child.run(circle + ["YL" + String(format: "%06d", 1 + place * 4001)])
      // Whom nobody fits is told why, which is an answer as well.
      guard [0, 1].contains(child.status) else { _ = try child.needed(); continue }
      ours.add(child.milliseconds)
      if hasPeer { theirs.add(try Child.run([fzf, "--filter", "王伟"], input: list).needed()) }
    }
    guard hasPeer else { return Report.note("circle of one, whole process", ours.text) }
    Report.figure(
      "circle of one of 103,986, of fzf's time", ours.median / theirs.median, under: 2, "×",
      ours.text)
    Report.peer("fzf --filter over the names", theirs.text)
  }

  private static func one(_ index: CircleIndex) {
    var samples = Samples()
    var found = 0
    for place in stride(from: 0, to: people, by: 97) {
      let (time, circle) = spent { index.circle(of: place) }
      samples.add(time)
      found += circle.count
    }
    Report.figure(
      "circle of one against 20,000, worst", samples.worst, under: 20, "ms",
      samples.text + ", \(found / samples.values.count) fit")
  }

  private static func everyone(_ index: CircleIndex) {
    let (time, circles) = spent { index.everyone() }
    guard let circles else { return }
    let fits = circles.counts.reduce(0) { $0 + Int($1) }
    let lonely = circles.counts.indices.filter { circles.counts[$0] == 0 }
    Report.figure(
      "circles of all 20,000, one thread", time / 1000, under: 60, "s",
      "\(fits / 2) pairs fit, \(lonely.count) members have nobody")
    let (why, _) = spent { lonely.prefix(200).map { index.obstacles(of: $0) } }
    if !lonely.isEmpty {
      Report.note(
        "why somebody has nobody, each",
        "\(Report.number(why / Double(min(200, lonely.count)))) ms")
    }
  }

  /// The pairs that meet each other's bounds of age, height and education, joined by SQLite: a part
  /// of the limits, without scores or order.
  private static func peer(_ members: [CircleMember], in folder: String) throws {
    let (database, table) = (folder + "/circle.sqlite", folder + "/circle.csv")
    try? FileManager.default.removeItem(atPath: database)
    try PeerTable(members, day: day).csv.write(toFile: table, atomically: true, encoding: .utf8)
    let load =
      "CREATE TABLE m (sex TEXT, age INT, height INT, level INT, age0 INT, age1 INT,"
      + " height0 INT, height1 INT, level0 INT, level1 INT);"
    try sqlite(database, [load, ".mode csv", ".import \(table) m"])
    let join =
      "SELECT count(*) FROM m a JOIN m b ON a.sex = 'M' AND b.sex = 'F'"
      + " AND b.age BETWEEN a.age0 AND a.age1 AND a.age BETWEEN b.age0 AND b.age1"
      + " AND b.height BETWEEN a.height0 AND a.height1"
      + " AND a.height BETWEEN b.height0 AND b.height1"
      + " AND b.level BETWEEN a.level0 AND a.level1 AND a.level BETWEEN b.level0 AND b.level1"
    let one = try spent { try sqlite(database, [join + " WHERE a.rowid = 2"]) }.0
    let all = try spent { try sqlite(database, [join]) }.0
    Report.peer("sqlite3, three limits, one member", "\(Report.number(one)) ms, process included")
    Report.peer("sqlite3, three limits, a self-join of all", "\(Report.number(all / 1000)) s")
  }

  private static func sqlite(_ database: String, _ commands: [String]) throws {
    _ = try Child.run(["/usr/bin/sqlite3", database] + commands).needed()
  }
}

/// Bounds of age, height and education as columns; what is unknown or unsaid is everything.
private struct PeerTable {
  var csv = ""

  init(_ members: [CircleMember], day: Day) {
    for member in members {
      let facts = member.facts
      var (age, height, level) = (0...999, 0...999, 0...999)
      for demand in member.criteria.limits where !demand.isNegated {
        switch demand.condition {
        case .measure(.age, let bounds): age = PeerTable.range(bounds)
        case .measure(.height, let bounds): height = PeerTable.range(bounds)
        case .education(let bounds):
          level = (bounds.low?.rawValue ?? 0)...(bounds.high?.rawValue ?? 999)
        default: break
        }
      }
      let cells = [
        facts.birth?.ages(on: day).upperBound ?? 30, facts.height ?? 170,
        facts.education.value?.rawValue ?? 5, age.lowerBound, age.upperBound, height.lowerBound,
        height.upperBound, level.lowerBound, level.upperBound,
      ]
      csv +=
        (facts.sex?.rawValue ?? "") + "," + cells.map(String.init).joined(separator: ",") + "\n"
    }
  }

  private static func range(_ bounds: Bounds<Int>) -> ClosedRange<Int> {
    let low = bounds.low ?? 0
    return low...max(low, bounds.high ?? 999)
  }
}
