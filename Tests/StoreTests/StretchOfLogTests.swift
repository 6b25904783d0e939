import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `One entry of the log for many new members` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func drafts(_ rows: Range<Int>) -> [MemberDraft] {
    rows.map {
      MemberDraft(
        row: $0, number: "N\($0)", name: "王\($0)", sex: .man,
        extras: $0 % 2 == 0 ? ["血型": "O"] : [:])
    }
  }

  @Test func `is written however many there are`() throws {
    let last = try store.lastChange()
    try store.importDrafts(drafts(0..<300))
    #expect(try store.lastChange() == last + 1)
    #expect(try store.verify().isEmpty)
  }

  @Test func `is undone and redone whole, as often as one likes`() throws {
    try store.importDrafts(drafts(0..<3))
    let before = try store.contents()
    try store.importDrafts(drafts(0..<40))
    let after = try store.contents()
    let order = try store.rowOrder()
    for _ in 0..<3 {
      try store.undo()
      #expect(try store.contents() == before)
      try store.redo()
      #expect(try store.contents() == after)
      #expect(try store.rowOrder() == order)
      #expect(try store.verify().isEmpty)
    }
  }

  @Test func `cannot be undone once one of its rows was edited, until the edit is undone`() throws {
    try store.importDrafts(drafts(0..<5))
    let imported = try store.contents()
    var edited = drafts(3..<4)
    edited[0].height = 180
    try store.importDrafts(edited)
    let sequence = try #require(try store.acts(limit: 2).last?.sequence)
    #expect(throws: Refusal.history(.changedSince(ActSummary(.importMembers, count: 1)))) {
      _ = try store.act(.undo, target: sequence, ActSummary(.importMembers)) { writer, _ in
        try Reversal(of: sequence, writer: writer).run()
      }
    }
    try store.undo()
    #expect(try store.contents() == imported)
    try store.undo()
    #expect(try store.memberCount() == 0)
  }

  @Test func `cannot be undone once somebody of it is registered`() throws {
    try store.importDrafts(drafts(0..<5))
    let (event, _) = try store.secondDesk().create(Store.form())
    let guest = Enrolment(member: try store.members(2..<3)[0].id)
    let act = try #require(try store.secondDesk().register([guest], for: event.id).1)
    #expect(throws: Refusal.history(.changedSince(act.summary))) { try store.undo(station: "A") }
    #expect(try store.memberCount() == 5)
  }

  @Test func `ends where a member is changed in between, and begins again`() throws {
    try store.importDrafts(drafts(4..<5))
    let before = try store.contents()
    var longer = drafts(0..<9)
    longer[4].height = 170
    let last = try store.lastChange()
    try store.importDrafts(longer)
    #expect(try store.lastChange() == last + 3)
    #expect(try store.verify().isEmpty)
    try store.undo()
    #expect(try store.contents() == before)
  }

  @Test func `hides no row that is added otherwise`() throws {
    let ids = try Set(
      (0..<2).map { _ in
        try store.act(ActSummary(.importMembers)) { writer, _ in
          var stretch = try OpenStretch(of: "member", writer: writer)
          let member = Member(id: writer.identifier(), number: "\(writer.now)", name: "旁")
          _ = stretch.key(writer)
          try writer.insert(member)
          return member.id.description
        }.0
      })
    let logged = try store.read {
      try Set(String.fetchAll($0, sql: "SELECT row FROM change WHERE count IS NULL"))
    }
    #expect(logged == ids)
  }

  @Test func `outside of an act covers nothing`() throws {
    try store.importDrafts(drafts(0..<2))
    #expect(throws: (any Error).self) {
      try store.queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO member (id, number, name, verification)
            SELECT last, 'x', 'x', 'pending' FROM change WHERE false
            UNION SELECT substr(last, 1, 18) || '-ffff' || substr(last, 24), 'x', 'x', 'pending'
              FROM change
            """)
      }
    }
    #expect(try store.memberCount() == 2)
  }

  @Test func `is checked with the file`() throws {
    try store.importDrafts(drafts(0..<4))
    try store.queue.write { try $0.execute(sql: "UPDATE change SET count = 7") }
    #expect(try store.verify() == [.brokenStretch(act: 1, said: 7, real: 4)])
  }

  @Test func `two imports in one moment keep their rows apart`() throws {
    let still = StoreContext(
      station: "A", operatorName: "t", now: { Timestamp(milliseconds: 1_786_000_000_000) },
      random: StoreContext.fixed(seed: 9).random)
    let store = try Store.inMemory(context: still)
    try store.importDrafts(drafts(0..<5))
    let before = try store.contents()
    try store.importDrafts(drafts(0..<9))
    try store.undo()
    #expect(try store.contents() == before)
    try store.redo()
    #expect(try store.memberCount() == 9)
  }
}

extension Store {
  fileprivate func rowOrder() throws -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT number FROM member ORDER BY rowid") }
  }
}
