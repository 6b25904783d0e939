import Testing

@testable import Matchmaking

@Suite struct `Problems of a file with more than anybody reads` {
  private func problem(_ row: Int, isRefusal: Bool = false) -> ImportProblem {
    ImportProblem(
      row: row, column: "手机", code: .unknownPhone, evidence: "x", isRefusal: isRefusal)
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 0), (3, 0), (4, 1), (9, 6)])
  func `are listed up to a limit, and the others counted`(count: Int, unlisted: Int) {
    var log = ProblemLog(limit: 3)
    for row in 0..<count { log.append(problem(row + 2)) }
    let listed = log.problems.filter { $0.code == .unknownPhone }
    #expect(listed.map(\.row) == (0..<min(3, count)).map { $0 + 2 })
    let rest = log.problems.filter { $0.code == .moreProblems }
    #expect(rest.map(\.evidence) == (unlisted == 0 ? [] : ["\(unlisted)"]))
    #expect(rest.allSatisfy { $0.row == 0 && $0.isLoss && !$0.isRefusal })
  }

  @Test func `tell of a refusal among those that are counted`() {
    var log = ProblemLog(limit: 1)
    log.append([problem(2), problem(3, isRefusal: true), problem(4)])
    #expect(log.problems.last?.code == .moreProblems && log.problems.last?.isRefusal == true)
  }

  @Test func `as a summary keeps them`() {
    var summary = ImportSummary()
    for row in 0..<ProblemLog.most + 5 { summary.note(problem(row)) }
    #expect(summary.problems.count == ProblemLog.most && summary.unlisted == 5)
  }
}
