/// Problems of a file, of which so many are kept one by one. The others are counted: a file may have
/// millions, and nobody reads them.
public struct ProblemLog: Sendable {
  /// More than a roster of a whole province has where every row has one.
  public static let most = 200_000

  private var listed: [ImportProblem] = []
  private let limit: Int
  private var unlisted = 0
  private var hasUnlistedRefusals = false

  public init(limit: Int = ProblemLog.most) { self.limit = limit }

  public mutating func append(_ problem: ImportProblem) {
    if listed.count < limit { return listed.append(problem) }
    unlisted += 1
    if problem.isRefusal { hasUnlistedRefusals = true }
  }

  public mutating func append(_ problems: [ImportProblem]) {
    for problem in problems { append(problem) }
  }

  public mutating func removeAll(where isMeant: (ImportProblem) -> Bool) {
    listed.removeAll(where: isMeant)
  }

  /// Those that are kept, in order; where others were counted one about the whole file says so.
  public var problems: [ImportProblem] {
    guard unlisted > 0 else { return listed }
    return listed + [
      ImportProblem(
        row: 0, column: "", code: .moreProblems, evidence: String(unlisted),
        isRefusal: hasUnlistedRefusals)
    ]
  }
}
