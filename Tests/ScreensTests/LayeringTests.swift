import Foundation
import Testing

/// What the workspace knows of the screens and dialogues it stacks.
@Suite struct `The workspace and what lies on it` {
  private static let screens = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Screens")

  private func texts(_ folder: String) throws -> [String: String] {
    let files = try #require(
      FileManager.default.enumerator(
        at: Self.screens.appending(path: folder), includingPropertiesForKeys: nil))
    var texts: [String: String] = [:]
    for case let file as URL in files where file.pathExtension == "swift" {
      texts[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }

  private func dialogues() throws -> Set<String> {
    var names: Set<String> = []
    for text in try texts("").values {
      for match in text.matches(of: /struct (\w+): Dialogue/) { names.insert(String(match.1)) }
    }
    return names
  }

  /// Those it opens itself: what is offered on every tab, and what it has to say unasked.
  private static let known: Set<String> = [
    "FirstRun", "HelpPage", "Palette", "Confirmation", "ImportWizard",
  ]

  @Test func `are there at all`() throws { #expect(try dialogues().count > 20) }

  @Test(arguments: ["Workspace", "Components", "Requests", "Drawing"])
  func `a new dialogue needs no change there`(folder: String) throws {
    let others = try dialogues().subtracting(Self.known)
    for (file, text) in try texts(folder) {
      let named = Set(text.matches(of: /\b[A-Z]\w+\b/).map { String($0.0) }).intersection(others)
      #expect(named.isEmpty, "\(file) names \(named.sorted())")
    }
  }

  /// The one line that a new dialogue with commands of its own needs elsewhere.
  @Test func `every one with commands of its own is in the list of all`() throws {
    let list = try #require(try texts("Commands")["Command+All.swift"])
    let all = try texts("").values
    for name in try dialogues() {
      let declares = /static let commands/
      let hasOwn = all.contains {
        $0.contains("extension \(name) {\n") && $0.contains(declares)
      }
      #expect(!hasOwn || list.contains("\(name).self"), "\(name)")
    }
  }

  @Test func `the shared commands name no dialogue`() throws {
    let others = try dialogues()
    for (file, text) in try texts("Commands") where file != "Command+All.swift" {
      let named = Set(text.matches(of: /\b[A-Z]\w+\b/).map { String($0.0) }).intersection(others)
      #expect(named.isEmpty, "\(file) names \(named.sorted())")
    }
  }
}
