import GRDB
import Matchmaking
import Synchronization

@testable import Store

/// A clock that moves a second at each look, and chance that is the same each time.
final class Chance: Sendable {
  private let time = Mutex<Int64>(1_786_000_000_000)
  private let state: Mutex<UInt64>

  init(seed: UInt64 = 1) { state = Mutex(seed) }

  func now() -> Timestamp {
    time.withLock {
      $0 += 1000
      return Timestamp(milliseconds: $0)
    }
  }

  func random() -> UInt64 {
    state.withLock {
      $0 = $0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return $0
    }
  }
}

extension StoreContext {
  static func fixed(station: String = "A", seed: UInt64 = 1) -> StoreContext {
    let chance = Chance(seed: seed)
    return StoreContext(
      station: station, operatorName: "tester", now: { chance.now() },
      random: { chance.random() })
  }
}

extension Store {
  /// Registers `men` and `women` invented people for an event of the given code.
  func makeEvening(
    _ form: EventForm, men: Int, women: Int
  ) throws -> (EventID, [Guest]) {
    let drafts =
      (0..<men).map { MemberDraft(name: "男甲\($0)", sex: .man) }
      + (0..<women).map { MemberDraft(name: "女乙\($0)", sex: .woman) }
    try importDrafts(drafts)
    let (event, _) = try create(form)
    let ids = try members(0..<(men + women)).map { Enrolment(member: $0.id) }
    let (results, _) = try register(ids, for: event.id)
    return (event.id, try results.map { try $0.get() })
  }

  static func form(
    _ code: String = "QX", pools: Pools = .two, maxPicks: Int? = 5, capacity: Int? = nil,
    verifiedOnly: Bool = false
  ) throws -> EventForm {
    guard let day = Day("2026-08-19") else { throw Refusal.event(.noTitle) }
    return EventForm(
      code: code, title: "七夕", date: day, pools: pools, maxPicks: maxPicks,
      capacity: Capacity(capacity),
      verifiedOnly: verifiedOnly)
  }

  /// The same file as another desk has it open.
  func secondDesk(_ station: String = "B") -> Store {
    Store(
      path: path, context: .fixed(station: station, seed: 77), isReadOnly: isReadOnly,
      queue: queue)
  }

  /// The newest entry of the change log.
  func lastChange() throws -> Int64 { try read { try Change.last(in: $0) } }

  @discardableResult
  func importDrafts(
    _ drafts: [MemberDraft], rehearsing: Bool = false, taking preference: RosterPreference = .none,
    inBatchesOf size: Int = .max
  ) throws -> ImportSummary {
    var rest = drafts[...]
    return try importMembers(rehearsing: rehearsing, taking: preference) {
      if rest.isEmpty { return nil }
      defer { rest = rest.dropFirst(size) }
      return DraftBatch(Array(rest.prefix(size)))
    }.0
  }

  /// Everything in the tables whose changes are logged, by table, each row as text, by key.
  func contents(besides left: Set<String> = []) throws -> [String: [String]] {
    try read { db in
      var contents: [String: [String]] = [:]
      for table in Store.tables where !left.contains(table) {
        contents[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id")
          .map(\.debugDescription)
      }
      return contents
    }
  }

  static let tables = LoggedTable.allCases.map(\.rawValue)
}
