import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `What the search keeps of the register` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  /// Reads the register by what is kept; how many members had to be read anew, and what to keep.
  func read(form: Int = 1) throws -> (keys: [String], anew: Int, fresh: FreshStretches) {
    var keys: [String] = []
    var anew = 0
    let fresh = try store.eachStretch(form: form) { _ in
    } kept: { bytes in
      keys += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      return true
    } made: { members in
      anew += members.count
      let lines = members.map { "\($0.id)|\($0.number)|\($0.name)|\($0.lastFour)" }
      keys += lines
      return Array(lines.joined(separator: "\n").utf8)
    }
    return (keys, anew, fresh)
  }

  /// Reads and keeps, and holds it against the register.
  @discardableResult
  func readAnew() throws -> Int {
    let (keys, anew, fresh) = try read()
    try store.keep(fresh)
    let truth = try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT id || '|' || number || '|' || name || '|' || coalesce(substr(phone, -4), '')
          FROM member ORDER BY rowid
          """)
    }
    #expect(keys == truth)
    return anew
  }

  func take(_ people: Range<Int>, name: String = "王芳", employer: String? = nil) throws {
    try store.importDrafts(
      people.map {
        MemberDraft(
          number: "T\(10_000 + $0)", name: "\(name)\($0)",
          phone: PhoneNumber("1380000\(1_000 + $0)"),
          texts: employer.map { [.employer: $0] } ?? [:])
      })
  }

  @Test func `once kept nothing is read anew, until somebody comes`() throws {
    try take(0..<20)
    #expect(try readAnew() == 20)
    #expect(try readAnew() == 0)
    try take(20..<21)
    #expect(try readAnew() == 21)
    #expect(try readAnew() == 0)
  }

  @Test func `only the stretch that changed is read anew`() throws {
    try take(0..<5_000)
    #expect(try readAnew() == 5_000)
    let size = 1 << Int(Schema.stretchBits)
    try change("UPDATE member SET name = '李雷' WHERE number = 'T12500'")
    #expect(try readAnew() == size)
    try take(5_000..<5_001)
    #expect(try readAnew() < size)
    try change("DELETE FROM member WHERE number = 'T10007'")
    #expect(try readAnew() < size)
    #expect(try readAnew() == 0)
  }

  @Test(arguments: ["name = '李雷'", "number = 'X1'", "phone = '13900001111'", "phone = NULL"])
  func `nothing of what changed stays`(change text: String) throws {
    try take(0..<3)
    try readAnew()
    try change("UPDATE member SET \(text) WHERE number = 'T10001'")
    #expect(try stretchCount() == 0)
    #expect(try readAnew() == 3)
  }

  @Test func `a change that the search does not see takes nothing away`() throws {
    try take(0..<3)
    try readAnew()
    try take(0..<3, employer: "齐鲁纺织")
    #expect(try readAnew() == 0)
  }

  @Test func `undo and redo are followed, and an undone member leaves nothing`() throws {
    try take(0..<3)
    try readAnew()
    try take(3..<6)
    try readAnew()
    _ = try store.undo()
    #expect(try readAnew() == 3)
    _ = try store.undo()
    #expect(try stretchCount() == 0)
    #expect(try read().keys.isEmpty)
    // The row numbers of those who are gone are given to others.
    try take(6..<9, name: "李雷")
    #expect(try readAnew() == 3)
  }

  @Test func `what was made before a change is not kept after it`() throws {
    try take(0..<3)
    let fresh = try read().fresh
    try change("UPDATE member SET name = '李雷' WHERE number = 'T10001'")
    try store.keep(fresh)
    #expect(try stretchCount() == 0)
    #expect(try readAnew() == 3)
  }

  @Test func `what another version kept, or cannot be read, is made anew`() throws {
    try take(0..<3)
    try readAnew()
    #expect(try read(form: 2).anew == 3)
    var anew = 0
    _ = try store.eachStretch(form: 1, expecting: { _ in }, kept: { _ in false }) { members in
      anew += members.count
      return []
    }
    #expect(anew == 3)
  }

  private func stretchCount() throws -> Int {
    try store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM search_stretch") ?? -1
    }
  }

  private func change(_ sql: String) throws {
    _ = try store.act(ActSummary(.importMembers)) { writer, _ in try writer.db.execute(sql: sql) }
  }
}
