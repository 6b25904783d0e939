import Characters
import Matchmaking

/// The topics of a list, one a line; blank lines and a head are passed over.
public enum TopicLines {
  public static func read(_ source: ByteSource) throws -> [String] {
    var table = try RowReader(source) { _ in false }
    if let problem = table.problems.first(where: \.isRefusal) {
      throw Refusal.programme(.badFile(problem))
    }
    var topics: [String] = []
    while let row = try table.next() {
      // A comma within a topic is no border of cells.
      let topic = row.cells.map { PlainText($0, lines: .joined).text.trimmed }
        .filter { !$0.isEmpty }.joined(separator: ", ")
      if topic.isEmpty || topics.isEmpty && heads.contains(topic.lowercased()) { continue }
      topics.append(topic)
    }
    return topics
  }

  private static let heads: Set<String> = ["topic", "topics", "话题", "题目"]
}
