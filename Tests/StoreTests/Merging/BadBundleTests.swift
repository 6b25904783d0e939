import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite("A bundle that nobody should have written")
struct BadBundleTests {
  /// One way to spoil a good bundle, whose last line is made to fit again.
  struct Edit: CustomTestStringConvertible {
    let testDescription: String
    let from: String
    let to: String
    let refusal: BundleRefusal

    init(_ name: String, _ from: String, _ to: String, _ refusal: BundleRefusal = .altered) {
      testDescription = name
      self.from = from
      self.to = to
      self.refusal = refusal
    }
  }

  static let edits = [
    Edit("a key twice", "\"name\":\"周小满\"", "\"name\":\"吴\",\"name\":\"周小满\""),
    Edit("a fraction", "\"height\":170", "\"height\":170.5"),
    Edit("a number as a power", "\"height\":170", "\"height\":17e1"),
    Edit("a number beyond 64 bits", "\"height\":170", "\"height\":99999999999999999999"),
    Edit("a zero in front", "\"height\":170", "\"height\":0170"),
    Edit("a text for a number", "\"height\":170", "\"height\":\"170\""),
    Edit("a number for a text", "\"name\":\"周小满\"", "\"name\":5"),
    Edit("a truth for a text", "\"name\":\"周小满\"", "\"name\":true"),
    Edit("an object for a text", "\"name\":\"周小满\"", "\"name\":{\"name\":\"周\"}"),
    Edit("half a surrogate", "\"name\":\"周小满\"", "\"name\":\"\\ud800\""),
    Edit("a column unknown", "\"height\":170", "\"heigth\":170"),
    Edit("SQL for a column", "\"height\":170", "\"height\\\" = 1 --\":170"),
    Edit("a table unknown", "\"in\":\"member\"", "\"in\":\"meta\""),
    Edit("a row without a key", "\"in\":\"member\",\"row\":\"", "\"in\":\"member\",\"row\":\"x"),
    Edit("a kind unknown", "\"kind\":\"do\"", "\"kind\":\"don't\""),
    Edit("a merge", "\"kind\":\"do\"", "\"kind\":\"merge\""),
    Edit("an undoing of nothing", "\"kind\":\"do\"", "\"kind\":\"undo\""),
    Edit("a verb unknown", "\"verb\":\"add-member\"", "\"verb\":\"add-members\""),
    Edit("an ordinal of zero", "\",1],\"id\"", "\",0],\"id\""),
    Edit("an ordinal near the last", "\",1],\"id\"", "\",9223372036854775807],\"id\""),
    Edit("an empty line", "\n{\"in\"", "\n\n{\"in\""),
    Edit("lines after the last", "{\"in\"", "{\"end\":[0,0],\"checksum\":\"00000000\"}\n{\"in\""),
    Edit("a control character", "周小满", "周\\u001b[2J", .hostile),
    Edit("a bidi override", "周小满", "周\u{202e}满", .hostile),
    Edit("an impossible height", "\"height\":170", "\"height\":-170", .contradictory),
    Edit("a day that is none", "\"height\":170", "\"erased_on\":\"2026-02-31\"", .contradictory),
    Edit("no name", "\"name\":\"周小满\"", "\"name\":\"\"", .contradictory),
    Edit("a newer version", "\"version\":1", "\"version\":2", .newerVersion),
    Edit("a version that is no number", "\"version\":1", "\"version\":true", .notABundle),
    Edit("another kind of file", "\"bundle\":\"queqiao\"", "\"bundle\":\"other\"", .notABundle),
  ]

  private func good() throws -> (laptops: Laptops, lines: [String]) {
    let laptops = try Laptops(1) { _ in }
    let other = try laptops.folder.open("other.sqlite", as: .command, seed: 99)
    try other.addMember([.name: "周小满", .height: "170"])
    let text = try String(contentsOfFile: laptops.bundle(of: other), encoding: .utf8)
    return (laptops, text.split(separator: "\n").map(String.init))
  }

  private func seal(_ text: String) -> String {
    var checksum = RunningChecksum()
    checksum.add(text)
    let lines = text.split(separator: "\n")
    let acts = lines.count { $0.hasPrefix("{\"act\":") }
    let rows = lines.count { $0.hasPrefix("{\"in\":") }
    return text + "{\"end\":[\(acts),\(rows)],\"checksum\":\"\(checksum.text)\"}\n"
  }

  private func expect(_ refusal: BundleRefusal, of text: String, in laptops: Laptops) throws {
    let path = laptops.folder.folder + "/bad.bundle"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let before = try laptops.stores[0].wholeContents()
    #expect(throws: Refusal.bundle(refusal)) { try laptops.stores[0].merge(path) }
    #expect(Laptops.differences(try laptops.stores[0].wholeContents(), before) == [])
    #expect(try laptops.stores[0].verify() == [])
  }

  @Test("is refused, though its checksum is right, and nothing is changed", arguments: edits)
  func sealed(edit: Edit) throws {
    let (laptops, lines) = try good()
    let text = lines.dropLast().joined(separator: "\n") + "\n"
    let spoilt = text.replacingOccurrences(of: edit.from, with: edit.to)
    #expect(spoilt != text)
    try expect(edit.refusal, of: seal(spoilt), in: laptops)
  }

  @Test("is refused wherever it is cut short, and after every byte that is another")
  func damaged() throws {
    let (laptops, lines) = try good()
    let text = lines.joined(separator: "\n") + "\n"
    let path = laptops.folder.folder + "/bad.bundle"
    let bytes = Array(text.utf8)
    let before = try laptops.stores[0].wholeContents()
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var altered = bytes
      altered[place] ^= 1
      for damaged in [Array(bytes[..<place]), altered] {
        try Data(damaged).write(to: URL(fileURLWithPath: path))
        #expect(throws: Refusal.self, "at \(place)") { try laptops.stores[0].merge(path) }
      }
    }
    #expect(Laptops.differences(try laptops.stores[0].wholeContents(), before) == [])
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try laptops.stores[0].merge(path).acts == 1)
  }

  @Test("of two files that bring the same numbers each keeps its people, in one go")
  func sameNumbers() throws {
    let laptops = try Laptops(1) { store in
      for person in 1...40 { try store.addMember([.name: "甲\(person)"]) }
    }
    let other = try laptops.folder.open("other.sqlite", as: .command, seed: 99)
    for person in 1...40 { try other.addMember([.name: "乙\(person)"]) }
    try laptops.stores[0].merge(laptops.bundle(of: other))
    try other.merge(laptops.bundle(of: laptops.stores[0]))
    #expect(try laptops.stores[0].memberCount() == 80)
    let numbers = try laptops.stores[0].members(0..<100).map(\.number)
    #expect(Set(numbers).count == 80)
    #expect(
      Laptops.differences(try other.wholeContents(), try laptops.stores[0].wholeContents()) == [])
  }

  @Test("that tells of this file's own later acts makes of it another replica")
  func overtaken() throws {
    let folder = try Scratch()
    let open = { (seed: UInt64) in try folder.open("store.sqlite", as: .command, seed: seed) }
    try open(1).addMember([.name: "甲"])
    let first = try open(1).replicaStatus().id
    var text = ""
    _ = try open(1).exportBundle { text += $0 }
    var lines = text.split(separator: "\n").dropLast().map(String.init)
    // The act again under the next ordinal, as whoever lost it would hear of it.
    let act = try #require(lines.first { $0.hasPrefix("{\"act\":") })
    let later = act.replacingOccurrences(of: "\",1],\"id\":\"", with: "\",9],\"id\":\"")
    #expect(later != act)
    lines.append(later)
    let path = folder.folder + "/later.bundle"
    try seal(lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: false, encoding: .utf8)
    #expect(try open(3).merge(path).acts == 1)
    #expect(try open(4).replicaStatus().id != first)
    #expect(try open(4).merge(path) == MergeOutcome())
  }
}
