import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `Reading the register in pieces` {
  let store: Store

  init() throws {
    store = try Store.inMemory(context: .fixed())
    for number in ["9", "10", "2", "A1", "100", "男7", "B", "00"] {
      try store.addMember([.number: number, .name: "林若曦"])
    }
  }

  @Test(arguments: [1, 2, 3, 7, 100]) func `in pieces is the same as at once`(limit: Int) throws {
    var whole: [Member] = []
    try store.eachMember { whole.append($0) }
    var pieces: [Member] = []
    while case let piece = try store.members(after: pieces.last?.number, limit: limit),
      !piece.isEmpty
    {
      pieces += piece
    }
    #expect(whole.count == 8)
    #expect(pieces == whole)
  }

  @Test func `a page of the list touches no rows but its own, and the count none`() throws {
    let plans = try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT rowid FROM member WHERE erased_on IS NULL
          ORDER BY length(number), number LIMIT 3 OFFSET 2
          """, adapter: SuffixRowAdapter(fromIndex: 3))
        + String.fetchAll(
          db,
          sql: "EXPLAIN QUERY PLAN SELECT count(*) FROM member WHERE erased_on IS NOT NULL",
          adapter: SuffixRowAdapter(fromIndex: 3))
    }
    #expect(
      plans == [
        "SCAN member USING INDEX member_order",
        "SEARCH member USING COVERING INDEX member_erased (erased_on>?)",
      ])
  }

  @Test func `who was erased counts no more, and is on no page`() throws {
    let store = try Store.inMemory(context: .fixed())
    let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    let before = try store.memberCount()
    _ = try store.erase([guests[0].registration.member])
    #expect(try store.memberCount() == before - 1)
    #expect(try store.members(0..<100).count == before - 1)
  }

  @Test func `who comes between two pieces is met in the order, once`() throws {
    let first = try store.members(after: nil, limit: 3)
    try store.addMember([.number: "1", .name: "赵强"])
    try store.addMember([.number: "99", .name: "赵强"])
    let rest = try store.members(after: first.last?.number, limit: 100)
    #expect(Set((first + rest).map(\.number)).count == first.count + rest.count)
    #expect(rest.contains { $0.number == "99" })
  }
}
