import Desk
import Foundation
import Matchmaking
import Sample
import Store

/// What all sections stand on: the programs, and the folder with the big store.
struct Ground {
  static let members = 103_986
  /// Everybody in the register is registered for this event, nobody has a badge yet.
  static let rush = "RUSH"

  let folder: String
  /// The program that is measured, and this one.
  let program: String
  let own: String
  var store: String { folder + "/store.sqlite" }

  init(folder: String, isFresh: Bool) throws {
    let files = FileManager.default
    own = try files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    program = (own as NSString).deletingLastPathComponent + "/queqiao"
    guard files.isExecutableFile(atPath: program) else {
      throw BenchFailure("no \(program); build it first: make bench")
    }
    if isFresh { try? files.removeItem(atPath: folder) }
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.folder = URL(fileURLWithPath: folder).path
    guard !files.fileExists(atPath: store) else { return }
    print("making a store of \(Self.members) members in \(self.folder)")
    let partial = store + ".making"
    for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: partial + suffix) }
    try Self.fill(partial)
    try files.moveItem(atPath: partial, toPath: store)
  }

  private static func fill(_ path: String) throws {
    let store = try open(path)
    let roster = SampleRoster.workers(members)
    try SampleStore.importRoster(roster, into: store)
    let numbers = try SampleStore.numbers(of: store)
    let day = Day("2026-08-19") ?? Day.fallback
    let form = EventForm(code: rush, title: "全省联谊大会", date: day, maxPicks: 10)
    let (event, _) = try store.create(form)
    let everybody = roster.compactMap { numbers[$0.number].map { Enrolment(member: $0) } }
    _ = try store.register(everybody, for: event.id)
    for (place, people) in [40, 120, 300].enumerated() {
      let sample = SampleEvening(
        roster: Array(roster.prefix(2_000)), men: people / 2, women: people / 2, waiting: 0,
        seed: UInt64(place))
      let form = EventForm(code: "SMALL-\(place + 1)", title: "单身职工联谊 \(place + 1)", date: day)
      _ = try SampleStore.open(form, sample, numbers, in: store)
    }
  }

  static func open(_ path: String) throws -> Store {
    try Store.open(
      path,
      context: StoreContext(
        station: "A", operatorName: "bench",
        now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
        random: { UInt64.random(in: .min ... .max) }))
  }

  /// A copy of the big store under another name, on the same disk.
  func copy(_ name: String) throws -> String {
    let path = "\(folder)/\(name).sqlite"
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    try FileManager.default.copyItem(atPath: store, toPath: path)
    return path
  }
}
