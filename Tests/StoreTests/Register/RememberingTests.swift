import Matchmaking
import Testing

@testable import Store

@Suite struct `What the program is to remember` {
  let store: Store
  init() throws { store = try Store.inMemory(context: .fixed()) }

  @Test func `filters by name, the newer in place of the older`() throws {
    let filter = try Filter.check("性别=女 age=25..32 已核验")
    try store.save(filter, named: " 泰安女 ")
    #expect(try store.save(filter, named: "泰安女") == nil)
    let saved = try #require(try store.savedFilters().first)
    #expect(saved.name == "泰安女")
    #expect(try Filter.check(saved.text) == filter)
    try store.save(Filter.check("height>=165"), named: "泰安女")
    #expect(try store.savedFilters().map(\.text) == ["height>=165"])
    try store.undo()
    #expect(try store.savedFilters().map(\.text) == [saved.text])
    try store.deleteFilter(named: "泰安女")
    #expect(try store.savedFilters().isEmpty)
    #expect(throws: Refusal.register(.noFilter("泰安女"))) { try store.deleteFilter(named: "泰安女") }
    for name in ["", "  ", String(repeating: "长", count: 41)] {
      #expect(throws: Refusal.register(.filterName)) { try store.save(filter, named: name) }
    }
  }

  @Test func `how the columns of a head are read`() throws {
    #expect(try store.rememberedColumns(for: "abc") == nil)
    try store.rememberColumns(["大名": "name", "\"来源\"": ""], for: "abc")
    #expect(try store.rememberedColumns(for: "abc") == ["大名": "name", "\"来源\"": ""])
    #expect(try store.rememberColumns(["大名": "name", "\"来源\"": ""], for: "abc") == nil)
    try store.rememberColumns(["大名": "note"], for: "abc")
    try store.undo()
    #expect(try store.rememberedColumns(for: "abc")?["大名"] == "name")
  }
}
