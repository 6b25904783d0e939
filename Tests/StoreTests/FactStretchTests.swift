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
    let fresh = try store.eachFacts(Set(FactPart.all)) { facts.append($0) }
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
    #expect(truth.indices.map { facts.text(.number, of: $0) } == truth.map(\.number))
    #expect(try store.members(ofRows: facts.rows) == truth)
    var memory = FactMemory()
    for (place, member) in truth.enumerated() {
      let (known, hopes) = (MemberFacts(member), CircleMember(member).criteria)
      let isSame =
        facts.facts(of: place, on: store.context.today, memory: &memory) == known
        && facts.criteria(of: place) == hopes
      #expect(isSame)
      if !isSame { break }
    }
    return !fresh.isEmpty
  }

  private func stretchCount() throws -> Int {
    try store.read {
      try Int.fetchOne($0, sql: "SELECT count(DISTINCT number) FROM fact_stretch") ?? -1
    }
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
      start = try store.nextFacts(from: next, Set(FactPart.all), fresh: &fresh) {
        facts.append($0)
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
    let damages =
      [
        "form = form + 1", "last = last + 1", "bytes = x'01'", "bytes = x''",
        "bytes = zeroblob(80)",
      ]
      + FactPart.all.map { "bytes = x'00' WHERE part = \($0.keptNumber)" }
    for damage in damages {
      try readAnew()
      try store.write { try $0.execute(sql: "UPDATE fact_stretch SET \(damage)") }
      #expect(try readAnew())
      #expect(try !readAnew())
    }
  }

  /// Who asks for little is not to pay for what takes long, and finds what is there.
  @Test func `hopes are made only for whoever asks for them`() throws {
    try store.importDrafts(
      (0..<9).map {
        MemberDraft(number: "T\($0)", name: "王芳", texts: [.criteria: "身高\(160 + $0)以上"])
      })
    func read(_ parts: Set<FactPart>) throws -> (made: Bool, kept: [Int]) {
      let fresh = try store.eachFacts(parts) { stretch in
        #expect(stretch.count == 9)
        #expect(parts.isSubset(of: stretch.parts.keys))
      }
      try store.keep(fresh)
      let kept = try store.read {
        try Int.fetchAll($0, sql: "SELECT part FROM fact_stretch ORDER BY part")
      }
      return (!fresh.isEmpty, kept)
    }
    let all = FactPart.all.map(\.keptNumber)
    let some = all.filter { $0 != FactPart.hopes.keptNumber }
    #expect(try read([.figures]) == (true, some))
    #expect(try read([.figures, .name]) == (false, some))
    #expect(try read([.figures, .hopes]) == (true, all))
    #expect(try read([.figures, .hopes, .keys]) == (false, all))
    #expect(try !readAnew())
  }
}
