import Foundation

/// Measures what DESIGN promises, each figure beside its limit and a peer measured in the same run.
///
/// `queqiao-bench [--fresh] [--folder FOLDER] [SECTION…]`. The store of 103,986 members is made once
/// in the folder; its disk is the one that is measured.
@main
enum Benchmarks {
  static let sections: [(name: String, run: @Sendable (Ground) throws -> Void)] = [
    ("start", FirstFrame.run), ("door", Keystrokes.run), ("checkin", CheckIns.run),
    ("import", Imports.run), ("search", Searches.run), ("filters", Filters.run),
    ("slips", Slips.run), ("pairs", Pairings.run), ("rounds", RoundsOfTables.run),
    ("circle", FateCircles.run), ("printing", Printings.run),
    ("idle", Idleness.run), ("commands", Commands.run), ("merging", Merging.run),
    ("bigscreen", BigScreens.run),
  ]

  static func main() throws {
    setlocale(LC_ALL, "")
    var words = Array(CommandLine.arguments.dropFirst())
    if words == [BareScreen.word] { return BareScreen.run() }
    if words.first == Child.word { return try Child.runApart(Array(words.dropFirst())) }
    let isFresh = words.contains("--fresh")
    words.removeAll { $0 == "--fresh" }
    var folder = ".build/bench"
    if let option = words.firstIndex(of: "--folder"), option + 1 < words.count {
      folder = words[option + 1]
      words.removeSubrange(option...option + 1)
    }
    let unknown = words.filter { word in !sections.contains { $0.name == word } }
    guard unknown.isEmpty else {
      print(
        "no section \(unknown.joined(separator: " ")); there are: "
          + sections.map(\.name).joined(separator: " "))
      exit(64)
    }
    let ground = try Ground(folder: folder, isFresh: isFresh)
    for section in sections where words.isEmpty || words.contains(section.name) {
      print("\n\(section.name)")
      try section.run(ground)
    }
    print(Report.summary)
    exit(Report.shortfalls.isEmpty ? 0 : 1)
  }
}
