import Matchmaking
import Testing

@Suite struct `Filters longer than anybody writes` {
  @Test(arguments: [
    String(repeating: "a", count: 4_001), String(repeating: "!", count: 1_000_000),
    String(repeating: "\"", count: 5_000), String(repeating: "城市=", count: 2_000),
    String(repeating: " ", count: 4_001), "employer~" + String(repeating: "银行,", count: 2_000),
    String(repeating: "not ", count: 300_000), String(repeating: "e\u{301}", count: 2_001),
    "name" + String(repeating: "\u{301}", count: 1_000_000), String(repeating: "(", count: 100_000),
  ])
  func `are not read, and one sentence says so`(text: String) throws {
    let draft = FilterDraft(text)
    #expect(draft.faults.count == 1 && draft.filter.terms.isEmpty)
    let fault = try #require(draft.faults.first)
    #expect(fault.kind == .tooLong(most: 4_000))
    #expect(fault.code == "too-long")
    #expect(fault.range.isEmpty)
    #expect(text.unicodeScalars[..<fault.range.lowerBound].count == 4_000)
    #expect(CriteriaDraft(text).faults.map(\.code) == ["too-long"])
  }

  @Test func `of 4,000 characters are`() {
    let longest = "employer~" + String(repeating: "银", count: 3_991)
    #expect(FilterDraft(longest).faults.isEmpty)
    #expect(FilterDraft(longest + "行").faults.map(\.code) == ["too-long"])
  }

  @Test(arguments: ["sex=F", "王", "not 王", "x=1", "单身", "\"a b\"", "height>=160,", "!"])
  func `have 200 terms at most, right ones and wrong ones together`(term: String) {
    let most = Array(repeating: term, count: 200).joined(separator: " ")
    #expect(!FilterDraft(most).faults.contains { $0.code == "too-many" })
    guard term != "!", !term.hasSuffix(",") else { return }
    let draft = FilterDraft(most + " " + term)
    #expect(draft.faults.map(\.kind) == [.tooMany(most: 200)])
    #expect(draft.filter.terms.isEmpty)
    #expect(draft.faults.first.map { String(draft.text[$0.range]) } == term)
  }
}
