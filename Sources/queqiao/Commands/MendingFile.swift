import Exchange
import Files
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

  /// Where it is to be written; nil for standard output.
  ///
  /// Asked for before anything is imported: what cannot be written is refused first.
  static func place(
    _ path: String, roster: String, store: String
  ) throws(OutputRefusal) -> OutputPlace? {
    guard path != "-" else { return nil }
    return try OutputPlace(
      path, over: .replaced, sparing: SparedFiles(store: store, input: roster))
  }

  /// A list of the problems stands in for the rows where those cannot be had once more: of a pipe, and
  /// of a file whose head was not understood.
  func write(to place: OutputPlace?) throws {
    let source = of == "-" ? nil : try ByteSource(path: of)
    let rows = try source.flatMap {
      try RowsToMend($0, choosing: choice, complaints: complaints)
    }
    let title = RosterHead.complaintTitles[Invocation.language == .chinese ? 0 : 1]
    guard let place else {
      if let rows {
        rows.writeCSV(title: title) { Output.write($0) }
      } else {
        ProblemTable.writeCSV(problems) { Output.write($0) }
      }
      return
    }
    do {
      if let rows {
        try rows.write(to: place, title: title)
      } else {
        let file = try OutputFile(at: place)
        try ProblemTable.writeCSV(problems) { try file.write($0) }
        try file.finish()
      }
    } catch {
      let refusal = error as? OutputRefusal
      let reason =
        refusal?.phrase ?? (error as? NoWorkbooks)?.phrase
        ?? Phrase("建不了 \(place.path)", "cannot create \(place.path)")
      throw Stop(
        status: refusal?.status ?? 73,
        phrase: reason + Phrase("；名册已导入", "; the roster itself is in"))
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
}

extension NoWorkbooks {
  fileprivate var phrase: Phrase {
    Phrase(
      "这台电脑缺少 \(library)，写不了 xlsx；请把文件名改成 .csv",
      "\(library) is missing here, so no xlsx can be written; name a .csv file")
  }
}
