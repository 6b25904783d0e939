import Foundation
import Matchmaking
import Store

/// Taking in what another laptop did, as whole processes, into the register of 103,986.
enum Merging {
  static func run(_ ground: Ground) throws {
    let new = try newcomers(ground)
    let door = try secondDoor(ground)
    let path = try ground.copy("merging")
    let merge = [ground.program, "--store", path, "bundle", "merge"]
    let memory = try Child.memory(of: merge + [new], in: ground.folder)
    var (first, again, checkIns) = (Samples(), Samples(), Samples())
    for _ in 0..<3 {
      _ = try ground.copy("merging")
      first.add(try Child.run(merge + [new]).needed())
      again.add(try Child.run(merge + [new]).needed())
    }
    for _ in 0..<5 {
      _ = try ground.copy("merging")
      checkIns.add(try Child.run(merge + [door]).needed())
    }
    Report.figure(
      "merging 20,000 members and 10,000 check-ins", first.median, under: 5_000, "ms", first.text)
    Report.figure("the same again", again.median, under: 1_000, "ms", again.text)
    Report.figure("memory of it", memory, under: 250, "MB", "")
    Report.figure(
      "merging 200 check-ins of a second door", checkIns.median, under: 300, "ms", checkIns.text)
  }

  /// 20,000 new members and 100 events of 100 check-ins, done in a file of their own.
  private static func newcomers(_ ground: Ground) throws -> String {
    let bundle = ground.folder + "/newcomers.qqb"
    guard !FileManager.default.fileExists(atPath: bundle) else { return bundle }
    let path = ground.folder + "/newcomers.sqlite"
    let roster = ground.folder + "/newcomers.csv"
    for end in ["", "-wal", "-shm", ".seats"] {
      try? FileManager.default.removeItem(atPath: path + end)
    }
    var text = "工号,姓名,性别,出生日期,手机号,单位\n"
    for number in 100_000..<120_000 {
      text +=
        "N\(number),新人\(number),\(number % 2 == 0 ? "男" : "女"),1995-05-05,139000\(number % 100_000 + 10_000),第\(number % 300)厂\n"
    }
    try text.write(toFile: roster, atomically: true, encoding: .utf8)
    _ = try Child.run([ground.program, "--store", path, "member", "import", roster]).needed()
    let store = try Ground.open(path)
    for number in 0..<100 {
      let day = Day("2026-08-19") ?? Day.fallback
      let (event, _) = try store.create(EventForm(code: "NEW-\(number)", title: "联谊", date: day))
      let members = try store.members(number * 100..<number * 100 + 100)
      let (results, _) = try store.register(
        members.map { Enrolment(member: $0.id) }, for: event.id)
      for result in results { try store.checkIn(result.get().id) }
    }
    try write(store, to: bundle)
    return bundle
  }

  /// 200 check-ins in a copy of the file.
  private static func secondDoor(_ ground: Ground) throws -> String {
    let bundle = ground.folder + "/door.qqb"
    guard !FileManager.default.fileExists(atPath: bundle) else { return bundle }
    let store = try Ground.open(try ground.copy("door"))
    guard let event = try store.events().first(where: { $0.event.code == Ground.rush })?.event
    else {
      throw BenchFailure("no event \(Ground.rush)")
    }
    for guest in try store.evening(event.id).guests.prefix(200) { try store.checkIn(guest.id) }
    try write(store, to: bundle)
    return bundle
  }

  private static func write(_ store: Store, to path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let handle = FileHandle(forWritingAtPath: path) else { throw BenchFailure("no \(path)") }
    _ = try store.exportBundle { try handle.write(contentsOf: Data($0.utf8)) }
    try handle.close()
  }
}
