import Characters
public import Matchmaking

/// A badge of a list, as written.
public struct BadgeLine: Hashable, Sendable {
  /// Counted from 1; a head is row 1.
  public let row: Int
  public let text: String

  /// Reads the column `badge`; a file without a head is badges alone, one a line.
  public static func read(_ source: ByteSource) throws -> [BadgeLine] {
    var table = try RowReader(source) { _ in false }
    if let problem = table.problems.first(where: \.isRefusal) {
      throw Refusal.game(.badFile(problem.evidence))
    }
    var lines: [BadgeLine] = []
    var column: Int?
    while let row = try table.next() {
      let cells = row.cells.map {
        ListReading.withoutArtefacts(PlainText($0, lines: .joined).text.trimmed)
      }
      if cells.allSatisfy(\.isEmpty) { continue }
      if column == nil {
        column = cells.firstIndex { HeadText.isOne(of: GuestColumns.badgeWords, $0) }
        if column != nil { continue }
        column = 0
      }
      let text = column.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      lines.append(BadgeLine(row: row.number, text: text))
    }
    return lines
  }
}

/// Questions of a list, with what may be answered.
public enum QuestionLines {
  /// Reads columns `question,a,b,c…`: the first is the question, the others what may be answered, as many as
  /// are filled in.
  ///
  /// - Throws: `Refusal.game` for the first row that is no question: half of them are none.
  public static func read(_ source: ByteSource) throws -> [HeartsQuestion] {
    var table = try RowReader(source) { isHead($0.cells) }
    if let problem = table.problems.first(where: \.isRefusal) {
      throw Refusal.game(.badFile(problem.evidence))
    }
    var questions: [HeartsQuestion] = []
    while let row = try table.next() {
      let cells = row.cells.map { PlainText($0, lines: .joined).text.trimmed }
      if cells.allSatisfy(\.isEmpty) || questions.isEmpty && isHead(cells) { continue }
      questions.append(try question(cells, row.number))
      guard questions.count <= HeartsQuestion.mostQuestions else {
        throw Refusal.game(.tooManyQuestions(most: HeartsQuestion.mostQuestions))
      }
    }
    guard !questions.isEmpty else { throw Refusal.game(.noQuestions) }
    return questions
  }

  private static func question(_ cells: [String], _ row: Int) throws -> HeartsQuestion {
    let text = cells.first ?? ""
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    let options = Array(cells.prefix(last + 1).dropFirst())
    let counts = HeartsQuestion.fewestOptions...HeartsQuestion.mostOptions
    guard !text.isEmpty, counts.contains(options.count), !options.contains(""),
      Set(options).count == options.count
    else {
      let shown = String(cells.joined(separator: ",").prefix(40))
      throw Refusal.game(.badQuestion(row: row, text: shown))
    }
    guard text.count <= HeartsQuestion.longestText else {
      throw Refusal.game(.longQuestion(row: row, most: HeartsQuestion.longestText))
    }
    guard options.allSatisfy({ $0.count <= HeartsQuestion.longestOption }) else {
      throw Refusal.game(.longQuestion(row: row, most: HeartsQuestion.longestOption))
    }
    return HeartsQuestion(text, options)
  }

  private static func isHead(_ cells: [String]) -> Bool {
    guard let first = cells.first.map({ PlainText($0, lines: .joined).text.trimmed.lowercased() })
    else { return false }
    return heads.contains(first)
  }

  private static let heads: Set<String> = ["question", "questions", "题目", "问题", "题"]
}
