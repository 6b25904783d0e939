import Desk
import Foundation
import Matchmaking
import Sample
import Store

/// From Enter on a slip until the line is empty again and everything is drawn, with 600 people in the hall and
/// another clerk who types the other half of the pile meanwhile.
enum Slips {
  private static let people = 600
  /// A quick clerk takes longer over a slip; the other desk is never idle for so long.
  private static let pause: UInt32 = 40_000

  static func run(_ ground: Ground) throws {
    // In a folder of its own: what an earlier run left beside the file would be looked for.
    let folder = ground.folder + "/slips"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/store.sqlite"
    let event = try fill(path)
    let other = try Store.open(
      path,
      context: StoreContext(
        station: "Z", operatorName: "bench",
        now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
        random: { UInt64.random(in: .min ... .max) }))
    let keys = try TimedKeys(
      ground, ["--event", "PICKS", "--screen", "picks"], store: path, until: "F12 3 7 21")
    defer { keys.end() }
    let clerk = Thread { type(into: other, event) }
    clerk.start()
    var (enter, later) = (Samples(), Samples())
    for man in 1...people / 2 {
      for character in line(of: man) {
        if let time = keys.type(Array(String(character).utf8)) { later.add(time.last) }
      }
      if let time = keys.type([0x0d]) { enter.add(time.last) }
      usleep(2_000)
    }
    let evening = try other.evening(event)
    let typed = evening.slips.keys.count { evening.guest($0)?.registration.pool == .men }
    guard typed == people / 2 else { throw BenchFailure("\(typed) slips of \(people / 2) are in") }
    Report.figure(
      "Enter to the next empty line, 600 people, two clerks, p99", enter.p99, under: 5, "ms",
      enter.text)
    Report.note("other keys of a slip", later.text)
    Report.note("slips of the other clerk meanwhile", "\(evening.slips.count - typed)")
  }

  private static func line(of man: Int) -> String {
    let picks = (0..<5).map { "\((man * 7 + $0 * 31) % (people / 2) + 1)" }
    return "M\(man) " + Set(picks).sorted().joined(separator: " ")
  }

  private static func type(into store: Store, _ event: EventID) {
    for woman in 1...people / 2 {
      let picks = Set((0..<5).map { (woman * 11 + $0 * 29) % (people / 2) + 1 })
      let ballot = Ballot(
        picker: Badge(.women, woman), choices: picks.sorted().map { Badge(.men, $0) })
      guard (try? store.save(ballot, for: event, SlipTyping(isShared: true))) != nil else { return }
      usleep(pause)
    }
  }

  private static func fill(_ path: String) throws -> EventID {
    let store = try Ground.open(path)
    let roster = SampleRoster.workers(2_000)
    try SampleStore.importRoster(roster, into: store)
    let sample = SampleEvening(
      roster: roster, men: people / 2, women: people / 2, waiting: 0, seed: 3)
    let form = EventForm(
      code: "PICKS", title: "七夕联谊", date: Day("2026-08-19") ?? Day.fallback, maxPicks: 5)
    let (event, guests) = try SampleStore.open(
      form, sample, SampleStore.numbers(of: store), in: store)
    _ = try store.checkIn(guests.map(\.id), to: event.id)
    return event.id
  }
}
