import Files
import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite struct `Copies beside the file that hold somebody who was erased` {
  let scratch: Scratch
  let store: Store
  let member: Member

  init() throws {
    scratch = try Scratch()
    store = try scratch.open()
    member = try store.enter("尉迟恭敬", [.phone: "13812340007"])
  }

  private func kinds() throws -> [String: Bool?] {
    Dictionary(
      try store.copies().map { ($0.copy.kind.rawValue, $0.holdsErased) },
      uniquingKeysWith: { one, _ in one })
  }

  @Test func `go once there is a new backup, and what cannot be read stays`() throws {
    let old = try store.backUp()
    let strange =
      URL(fileURLWithPath: old).deletingLastPathComponent().path
      + "/store-20250101-000000.sqlite"
    try FileManager.default.createSymbolicLink(
      atPath: strange, withDestinationPath: "/nonexistent/x")
    _ = try store.erase([member.id])
    let reports = try store.copies()
    #expect(reports.first { $0.copy.path == old }?.holdsErased == true)
    #expect(reports.contains { $0.copy.path == strange && $0.holdsErased == nil })
    let (gone, left) = try store.forget(reports)
    #expect(gone.map(\.path) == [old] && left.isEmpty)
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: strange)) != nil)
    let now = try store.copies().filter { $0.copy.path != strange }
    #expect(now.count == 1 && now.first?.holdsErased == false)
    #expect(Backups(of: scratch.path).best() == now.first?.copy.path)
  }

  @Test func `half of one that a killed process was making, and a log beside one set aside`() throws
  {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.backUp()))
    let part = "backups/.queqiao-" + String(repeating: "a1", count: 16) + ".part"
    try scratch.write(bytes, to: part)
    let aside = name(of: scratch.path) + ".before-17"
    try scratch.write(Data("scrap".utf8), to: aside)
    try scratch.write(Data(member.id.description.utf8), to: aside + "-wal")
    _ = try store.erase([member.id])
    #expect(try kinds()["leaving"] == true)
    #expect(try kinds()["set-aside"] == true)
    let (gone, left) = try store.forget(store.copies())
    #expect(gone.count == 3 && left.isEmpty)
    let names = scratch.names() + scratch.names(in: "backups").map { "backups/" + $0 }
    #expect(!names.contains(part) && !names.contains { $0.hasPrefix(aside) }, "\(names)")
  }

  @Test func `also of whom the log alone told, and nothing in the register`() throws {
    let old = try store.backUp()
    try store.undo()
    let since = try store.backUp()
    try scratch.write(Data("无关".utf8), to: "other")
    _ = try store.erase([], ErasingScope(words: ["尉迟恭敬"]))
    let made = try store.backUp()
    let holding = try store.copies().filter { $0.holdsErased == true }.map(\.copy.path)
    #expect(Set(holding) == [old, since], "the newer has them in its log")
    #expect(try store.forget(store.copies()).left.isEmpty)
    #expect(Backups(of: scratch.path).all().contains(made))
    #expect(try store.copies().allSatisfy { $0.holdsErased == false })
  }

  private func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// Writes a file that is looked through, and tells its path.
  ///
  /// A disk gives the number of a file that is gone to a new one, which may pass for one that another test
  /// of this process holds; what stands under such a number keeps it, and the next file has another.
  private func write(_ bytes: Data) throws -> String {
    var path: String
    repeat {
      path = "\(scratch.folder)/some\(scratch.names().count)"
      try scratch.write(bytes, to: name(of: path))
    } while FilesInUse.contains(path)
    return path
  }

  @Test(arguments: [-40, -36, -20, -1, 0, 1, 17])
  func `are known by a key wherever it stands among the bytes`(offset: Int) throws {
    let key = try #require(RawKey(member.id.description))
    var bytes = Data(repeating: 0x2d, count: (1 << 20) + offset)
    bytes += Data(member.id.description.utf8) + Data(repeating: 0x41, count: 100)
    let path = try write(bytes)
    let scan = TraceScan([.init(act: nil, members: [key])])
    #expect(scan.holds([path]) == true)
    #expect(TraceScan([.init(act: nil, members: [])]).holds([path]) == false)
    #expect(TraceScan([.init(act: key, members: [key])]).holds([path]) == false, "made afterwards")
  }

  @Test(arguments: [-20, -3, 0, 9])
  func `and by a name where the key is another`(offset: Int) throws {
    var bytes = Data(repeating: 0x20, count: (1 << 20) + offset)
    bytes += Data("尉迟恭敬".utf8)
    let path = try write(bytes)
    #expect(TraceScan([.init(act: nil, members: [])], texts: ["尉迟恭敬"]).holds([path]) == true)
    #expect(TraceScan([.init(act: nil, members: [])], texts: ["尉迟恭谨"]).holds([path]) == false)
  }
}
