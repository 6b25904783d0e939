import Exchange
import Foundation
import Matchmaking
import Wording

/// The file of `--problems`: the rows to mend and import again.
struct MendingFile {
  let problems: [ImportProblem]
  /// The roster they are about.
  let of: String
  let choice: ReadingChoice

  init(problems: [ImportProblem], of roster: String, choice: ReadingChoice) {
    self.problems = problems
    of = roster
    self.choice = choice
  }

  /// A list of the problems stands in for the rows where those cannot be had once more: of a pipe, and
  /// of a file whose head was not understood.
  func write(to path: String) throws {
    let source = of == "-" ? nil : try ByteSource(path: of)
    let rows = try source.flatMap {
      try RowsToMend($0, choosing: choice, complaints: complaints)
    }
    let title = RosterHead.complaintTitles[Invocation.language == .chinese ? 0 : 1]
    do {
      if let rows, path.lowercased().hasSuffix(".xlsx") {
        try rows.writeWorkbook(to: path, title: title)
      } else {
        try Self.writeSecretly(rows?.csv(title: title) ?? ProblemTable.csv(problems), to: path)
      }
    } catch {
      throw Stop(
        status: 73,
        phrase: Phrase(
          "建不了 \(path)；名册已导入", "cannot create \(path); the roster itself is in"))
    }
  }

  private var complaints: [Int: RowsToMend.Complaint] {
    var complaints: [Int: RowsToMend.Complaint] = [:]
    for problem in problems where problem.row > 0 && problem.wantsMending {
      let place = problem.column.isEmpty ? "" : problem.column + ": "
      var complaint = complaints[problem.row] ?? RowsToMend.Complaint()
      complaint.columns.insert(problem.column)
      if !complaint.reason.isEmpty { complaint.reason += "; " }
      complaint.reason += place + problem.phrase(Invocation.language)
      complaints[problem.row] = complaint
    }
    return complaints
  }

  /// Rosters hold personal data: nobody else may read what is made of them.
  private static func writeSecretly(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
