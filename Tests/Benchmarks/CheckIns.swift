import Foundation
import Matchmaking
import Store

/// A check-in that is on the disk, beside the barest insert that is.
enum CheckIns {
  private static let count = 3_000

  static func run(_ ground: Ground) throws {
    let store = try Ground.open(try ground.copy("checkin"))
    // As the desk does when its first screen is up.
    store.preallocateLog()
    let bare = try BareTable(ground.folder + "/bare.sqlite")
    guard let event = try store.event(code: Ground.rush) else { throw BenchFailure("no event") }
    let guests = try store.evening(event.id).guests.map(\.id).shuffled()
    var ours = Samples()
    var theirs = Samples()
    // Both files have found their size before anything counts. Whoever comes first pays for what
    // the other left to the disk, so they take turns.
    for (place, guest) in guests.prefix(count + 200).enumerated() {
      let name = "单身职工 \(place)"
      let isFirst = place % 2 == 0
      let before = isFirst ? try spent { try store.checkIn(guest) }.0 : nil
      let peer = try spent { try bare.insert(name) }.0
      let own = try before ?? spent { try store.checkIn(guest) }.0
      guard place >= 200 else { continue }
      theirs.add(peer)
      ours.add(own)
    }
    let limit = 1.5 * theirs.p99
    Report.figure("durable check-in, p99", ours.p99, under: limit, "ms", ours.text)
    Report.peer("bare insert and commit, WAL, FULL", theirs.text)
    Report.note(
      "ratio of p99, of medians",
      "\(Report.number(ours.p99 / theirs.p99)), \(Report.number(ours.median / theirs.median))")
  }
}
