import Canvas
import Foundation
import Testing

/// Frames as they should be, kept beside the tests; `QUEQIAO_RECORD=1` writes them anew and fails.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens")

  static func expect(_ frame: Frame, _ name: String, _ location: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["QUEQIAO_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(frame.transcript.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: location)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(frame.transcript == golden, "\(name)", sourceLocation: location)
  }
}

extension Frame {
  /// What stands on it in the terminal's own letters.
  var text: String {
    (0..<size.rows).map { row in
      String(
        self.row(row).compactMap { cell in
          if case .lead(let character, _) = cell.content { character } else { nil }
        })
    }.joined(separator: "\n")
  }
}

/// What holds for every frame: rows are full, and tails follow leads.
func expectSound(_ frame: Frame, _ location: SourceLocation = #_sourceLocation) {
  for row in 0..<frame.size.rows {
    let cells = Array(frame.row(row))
    for (column, cell) in cells.enumerated() {
      let isSound =
        switch cell.content {
        case .lead(_, let width):
          width == 1 || column + 1 < cells.count && cells[column + 1].content == .tail
        case .tail: column > 0 && cells[column - 1].content != .tail
        }
      if !isSound { Issue.record("\(column),\(row)", sourceLocation: location) }
    }
  }
}
