import Canvas
import Matchmaking
import Testing
import Wording

@testable import BigScreen

@Suite struct `Keys at the big screen` {
  private let size = Size(columns: 80, rows: 24)

  private func wall(_ scene: Scene = .opening, _ stage: Stage = Stage()) throws -> Wall {
    try scene.wall(stage, .chinese, size)
  }

  private static let keys: [Key] =
    Key.Named.allCases.map { .named($0) }
    + "abcdefghijklmnopqrstuvwxyzQB0123456789?？ 　:／ｑ".map { .character($0) }
    + "abcdeghklnopqrstuvwxyz".map { .control($0) } + "qcx18".map { .alt($0) }
    + [.paste("q\nF8\n"), .mouse(.press, Point(column: 1, row: 1))]

  @Test func `no key alone ends it, nor any pressed twice`() throws {
    for scene in Scene.allCases where scene != .leaving {
      for key in Self.keys {
        var wall = try wall(scene)
        for _ in 0..<3 {
          let isLeft = wall.press(key, at: Stage().time)
          #expect(!isLeft, "\(scene) \(key)")
        }
      }
    }
  }

  @Test func `no sequence of keys ends it but a question and F8 right after`() throws {
    for first in Self.keys {
      for second in Self.keys where second != .named(.f8) {
        var wall = try wall()
        let isLeft = [first, second].contains { wall.press($0, at: Stage().time) }
        #expect(!isLeft)
      }
    }
  }

  @Test(arguments: [
    Key.character("q"), .character("ｑ"), .control("c"), .control("q"), .named(.f10),
  ])
  func `asks, and F8 ends it`(key: Key) throws {
    var wall = try wall()
    let isLeftAtOnce = wall.press(key, at: Stage().time)
    #expect(!isLeftAtOnce)
    #expect(wall.view(size).text.contains("要结束大屏吗"))
    let isLeft = wall.press(.named(.f8), at: Stage().time)
    #expect(isLeft)
  }

  @Test func `a question that nobody answers goes away, and F8 then does nothing`() throws {
    var stage = Stage()
    var wall = try wall(.welcome, stage)
    _ = wall.press(.control("c"), at: stage.time)
    stage.pass(to: try #require(wall.next))
    wall.pass(to: stage.time)
    #expect(!wall.view(size).text.contains("要结束大屏吗"))
    let isLeft = wall.press(.named(.f8), at: stage.time)
    #expect(!isLeft)
    #expect(wall.next == nil)
  }

  @Test(arguments: [Key.character(" "), .named(.f5), .character("　")])
  func `freezes, whatever happens, and goes on`(key: Key) throws {
    var stage = Stage()
    var wall = try wall(.opening, stage)
    let before = wall.view(size)
    _ = wall.press(key, at: stage.time)
    let frozen = wall.view(size)
    #expect(frozen.text.contains("已定格"))
    #expect(before != frozen && wall.next == nil)
    stage.pass(seconds: 65)
    wall.pass(to: stage.time)
    wall.take(try Scene.picks.showing(stage), at: stage.time)
    #expect(wall.view(size) == frozen)
    _ = wall.press(key, at: stage.time)
    #expect(wall.view(size).text.contains("已收选票"))
  }

  @Test(arguments: [Key.character("b"), .character("B"), .named(.f6)])
  func `blanks all of it, and any of these brings it back`(key: Key) throws {
    for back in [key, .named(.escape), .named(.enter), .character(" ")] {
      var wall = try wall()
      let before = wall.view(size)
      _ = wall.press(key, at: Stage().time)
      #expect(wall.view(size).cells.allSatisfy { $0.content == Cell.blank.content })
      #expect(wall.next == nil)
      _ = wall.press(back, at: Stage().time)
      #expect(wall.view(size) == before, "\(back)")
    }
  }

  @Test func `help lists every key in both languages, and any key closes it`() throws {
    for key in [Key.character("?"), .character("？"), .named(.f1)] {
      var wall = try wall()
      let before = wall.view(size)
      _ = wall.press(key, at: Stage().time)
      for words in ["F5", "F6", "F10", "F12"] { #expect(wall.view(size).text.contains(words)) }
      _ = wall.press(.character("b"), at: Stage().time)
      #expect(wall.view(size) == before)
    }
  }

  @Test func `another language is shown at once`() throws {
    var wall = try wall(.welcome)
    _ = wall.press(.named(.f12), at: Stage().time)
    #expect(wall.language == .english)
    _ = wall.press(.character("l"), at: Stage().time)
    #expect(wall.language == .chinese)
  }

  @Test func `arrows turn pages to and fro, around the end too`() throws {
    var wall = try wall(.rounds)
    let count = wall.pages
    #expect(count > 2)
    let first = wall.view(size)
    _ = wall.press(.named(.left), at: Stage().time)
    #expect(wall.page == count - 1)
    _ = wall.press(.named(.right), at: Stage().time)
    #expect(wall.view(size) == first)
  }
}
