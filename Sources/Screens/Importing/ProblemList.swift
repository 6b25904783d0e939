import Canvas
import Matchmaking
import Wording

/// What a dry run found wrong, row by row.
struct ProblemList: Dialogue {
  let problems: [ImportProblem]
  private var first = 0

  init(_ problems: [ImportProblem]) { self.problems = problems }

  var contexts: [Context] { [.reading, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    let page = environment.size.rows - 8
    first = move.place(from: first, count: max(1, problems.count), page: page) ?? 0
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("试算发现的问题", "What the dry run found"))
    let inner = sheet.dialogue(title, columns: sheet.readable(area), rows: area.rows, in: area)
    guard !problems.isEmpty else {
      sheet.draw(Line(look(Phrase("没有问题", "No problems")), Theme.done), row: 0, in: inner)
      return
    }
    ProblemLine.draw(problems, from: first, row: 0, on: &sheet, in: inner)
  }
}
