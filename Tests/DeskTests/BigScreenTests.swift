import BigScreen
import Canvas
import Foundation
import Matchmaking
import Store
import TestSupport
import Testing
import Wording

@testable import Desk

/// The real work of a big screen beside a real file, and a script at its terminal.
@MainActor @Suite struct `A big screen on the loop` {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/store.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func desk() throws -> Store { try Store.open(path, as: .desk, context: .desk()) }

  /// Runs it through a script, in a window whose counts are in the terminal's own letters.
  private func run(_ script: [ScriptedTerminal.Step]) throws -> [String] {
    let evening = try ShownEvening("QX", in: path, context: .desk("–"))
    let showing = try #require(try evening.showing())
    let terminal = ScriptedTerminal(script, size: Size(columns: 40, rows: 12))
    let loop = BigScreenLoop(
      terminal: terminal, evening: evening, language: .english, width: Width(.narrow), idle: nil)
    #expect(loop.run(first: showing) == .hangUp)
    return terminal.shown.map(\.transcript)
  }

  /// Turns of the loop enough for it to look again, by its own real clock.
  private func turns(_ count: Int = 16) -> [ScriptedTerminal.Step] {
    (0..<count).flatMap { _ -> [ScriptedTerminal.Step] in [.then { _ in usleep(60_000) }, .timeOut]
    }
  }

  @Test func `follows who comes in`() throws {
    let desk = try desk()
    let (_, guests) = try desk.evening(men: 12)
    let frames = try run(
      turns(2) + [.then { _ in _ = try? desk.checkIn(guests[0].id) }] + turns())
    #expect(frames.first?.contains("0/12") == true)
    #expect(frames.last?.contains("1/12") == true)
  }

  @Test func `draws nothing while nothing is done`() throws {
    let desk = try desk()
    _ = try desk.evening(men: 12)
    // The first frame, and what was read when it was up.
    #expect(try run(turns(40)).count <= 2)
  }

  @Test func `tells that the file is gone, shows what it knows, and goes on when it is back`()
    throws
  {
    var desk: Store? = try desk()
    let (_, guests) = try #require(try desk?.evening(men: 12))
    _ = try desk?.checkIn(guests[0].id)
    desk = nil
    let (path, aside) = (path, folder.path + "/aside.sqlite")
    let frames = try run(
      turns(2)
        + [
          .then { _ in
            for end in ["", "-wal", "-shm"] { rename(path + end, aside + end) }
          }
        ] + turns()
        + [
          .then { _ in
            for end in ["", "-wal", "-shm"] { rename(aside + end, path + end) }
          }
        ] + turns(24))
    let lost = try #require(frames.firstIndex { $0.contains("the data file is away") })
    #expect(frames[lost].contains("1/12"))
    #expect(frames.last?.contains("1/12") == true && frames.last?.contains("is away") == false)
  }

  @Test func `takes another file in the place of the one it had`() throws {
    var desk: Store? = try desk()
    let (_, guests) = try #require(try desk?.evening(men: 12))
    desk = nil
    let (path, copy) = (path, folder.path + "/copy.sqlite")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let other = try Store.open(copy, as: .command, context: .desk("B"))
    _ = try other.checkIn(guests[0].id)
    _ = try other.checkIn(guests[1].id)
    let frames = try run(
      turns(2)
        + [
          .then { _ in
            for end in ["-wal", "-shm", ""] { rename(copy + end, path + end) }
          }
        ] + turns(24))
    #expect(frames.last?.contains("2/12") == true)
  }

  @Test func `an event that was taken back is told`() throws {
    let desk = try desk()
    let (id, _) = try desk.evening(men: 0)
    let frames = try run(turns(2) + [.then { _ in _ = try? desk.remove(id) }] + turns())
    #expect(frames.last?.contains("QX is not in") == true)
  }

  @Test func `ticks while a segment runs, and not while it is paused`() throws {
    let desk = try desk()
    let (id, _) = try desk.evening(men: 0)
    try desk.setProgramme([SegmentPlan(.opening, minutes: 10)], of: id)
    try desk.run(.next, of: id)
    let running = try run(turns(40))
    #expect(running.count > 2)
    try desk.run(.pause, of: id)
    #expect(try run(turns(40)).count <= 2)
  }

  @Test func `nothing at its keyboard ends it but the answer to its question`() throws {
    let desk = try desk()
    _ = try desk.evening(men: 1)
    let evening = try ShownEvening("QX", in: path, context: .desk("–"))
    let showing = try #require(try evening.showing())
    func outcome(_ keys: [Key]) -> BigScreenLoop.Outcome {
      BigScreenLoop(
        terminal: ScriptedTerminal(keys: keys), evening: evening, language: .english,
        width: Width(.narrow), idle: nil
      ).run(first: showing)
    }
    #expect(outcome([.control("c"), .control("c"), .control("z"), .character("q")]) == .hangUp)
    #expect(outcome([.control("c"), .named(.f8)]) == .quit)
  }
}
