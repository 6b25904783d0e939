import GRDB
import Matchmaking
import Testing

@testable import Store

@Suite struct `What filters keep of the register` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  func take(_ people: Range<Int>, employer: String? = nil) throws {
    try store.importDrafts(
      people.map {
        MemberDraft(
          number: "T\(10_000 + $0)", name: "王芳\($0)",
          phone: PhoneNumber("1380000\(1_000 + $0)"), height: 150 + $0 % 40,
          texts: employer.map { [.employer: $0] } ?? [:])
      })
  }

  /// Reads the register by what is kept, and what had to be made.
  func read() throws -> (facts: RegisterFacts, fresh: FreshFacts) {
    var facts = RegisterFacts()
    let day = store.context.today
    let fresh = try store.eachFacts(words: true) {
      facts.append(figures: $0.figures, words: $0.words, first: $0.first, on: day)
    }
    facts.close()
    return (facts, fresh)
  }

  /// Reads and keeps, and holds it against the register.
  ///
  /// - Returns: whether anything had to be made.
  @discardableResult
  func readAnew() throws -> Bool {
    let (facts, fresh) = try read()
    try store.keep(fresh)
    var truth: [Member] = []
    try store.eachMember { truth.append($0) }
    #expect(facts.numbers == truth.map(\.number))
    #expect(try store.members(ofRows: facts.rows) == truth)
    var memory = FactMemory()
    for (place, member) in truth.enumerated() {
      let isSame = facts.facts(of: place, memory: &memory) == MemberFacts(member)
      #expect(isSame)
      if !isSame { break }
    }
    return !fresh.isEmpty
  }

  private func stretchCount() throws -> Int {
    try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM fact_stretch") ?? -1 }
  }

  private func change(_ sql: String) throws {
    _ = try store.act(ActSummary(.importMembers)) { writer, _ in try writer.db.execute(sql: sql) }
  }

  @Test func `once kept nothing is made, until somebody comes`() throws {
    #expect(try !readAnew())
    try take(0..<20)
    #expect(try readAnew())
    #expect(try !readAnew())
    try take(20..<21)
    #expect(try readAnew())
    #expect(try !readAnew())
  }

  @Test func `only the stretch that changed is made anew, piece by piece too`() throws {
    try take(0..<5_000)
    #expect(try readAnew())
    #expect(try stretchCount() == 3)
    try change("UPDATE member SET height = 181 WHERE number = 'T12500'")
    #expect(try stretchCount() == 2)
    var (fresh, facts, start) = (FreshFacts(), RegisterFacts(), Int64?(0))
    var pieces = 0
    while let next = start {
      start = try store.nextFacts(from: next, words: false, fresh: &fresh) {
        facts.append(figures: $0.figures, words: $0.words, first: $0.first, on: .fallback)
      }
      pieces += 1
    }
    #expect(facts.count == 5_000 && pieces == 4)
    try store.keep(fresh)
    #expect(try stretchCount() == 3)
    #expect(try !readAnew())
  }

  static let columns =
    ["sex = 'F'", "birth = '1990'", "status = 'seeing'", "phone = NULL"]
    + ["verification = 'verified', verified_until = '2030-01-01'", "number = 'X1'"]
    + MemberText.allCases.filter { $0 != .wechat }.map { "\($0.column) = '1234'" }
    + ["extras = '{\"吸烟\":\"是\"}'", "name = '李雷'", "height = 188"]

  @Test(arguments: columns)
  func `nothing of what changed stays`(change text: String) throws {
    try take(0..<3)
    try readAnew()
    try change("UPDATE member SET \(text) WHERE number = 'T10001'")
    #expect(try stretchCount() == 0)
    #expect(try readAnew())
  }

  @Test func `whoever is corrected, erased, merged or taken back leaves nothing`() throws {
    try take(0..<6, employer: "齐鲁纺织")
    try readAnew()
    let members = try store.members(0..<6)
    try store.edit(members[0].id, [.text(.employer): "岱宗化工"])
    #expect(try stretchCount() == 0)
    try readAnew()
    _ = try store.undo()
    #expect(try stretchCount() == 0)
    try readAnew()
    _ = try store.erase([members[1].id])
    #expect(try stretchCount() == 0)
    try readAnew()
    #expect(try read().facts.count == 5)
    try store.wipe()
    #expect(try stretchCount() == 0)
    try readAnew()
  }

  @Test func `what was made before a change is not kept after it, but after a check-in`() throws {
    try take(0..<3)
    let old = try read().fresh
    try change("UPDATE member SET name = '李雷' WHERE number = 'T10001'")
    try store.keep(old)
    #expect(try stretchCount() == 0)
    let fresh = try read().fresh
    try store.create(Store.form("A"))
    try store.keep(fresh)
    #expect(try stretchCount() == 1)
    #expect(try !readAnew())
  }

  @Test func `what was made before rows were numbered anew is not kept after it`() throws {
    try take(0..<3)
    let fresh = try read().fresh
    try store.wipe()
    try store.keep(fresh)
    #expect(try stretchCount() == 0)
  }

  @Test func `what another version kept, or is damaged, is made anew`() throws {
    try take(0..<3)
    for damage in ["form = form + 1", "figures = x'01'", "words = x''", "words = zeroblob(80)"] {
      try readAnew()
      try store.write { try $0.execute(sql: "UPDATE fact_stretch SET \(damage)") }
      #expect(try readAnew())
      #expect(try !readAnew())
    }
  }
}
