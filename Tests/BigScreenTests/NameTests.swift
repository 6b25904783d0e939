import Canvas
import Matchmaking
import TestSupport
import Testing
import Wording

@testable import BigScreen

@Suite struct `Names on the big screen` {
  private let day = Day("2026-08-19")

  /// What was consented to, and whether the name may stand there on that day.
  static let consents: [(showsNames: Bool, until: String?, revoked: String?, isShown: Bool)] = [
    (true, nil, nil, true), (false, nil, nil, false), (true, "2026-08-19", nil, true),
    (true, "2026-08-18", nil, false), (true, nil, "2026-08-19", false),
    (true, nil, "2026-08-20", true), (false, "2026-08-19", nil, false),
    (false, nil, "2026-08-20", false), (true, "2026-08-20", "2026-08-21", true),
    (true, "2026-08-17", "2026-08-16", false),
  ]

  @Test(arguments: consents) func `stand there only where consent and organizer allow it`(
    showsNames: Bool, until: String?, revoked: String?, isShown: Bool
  ) throws {
    let day = try #require(day)
    let person = guest("王志超", 7)
    let consent = Consent(
      .bigScreen, granted: try #require(Day("2026-08-01")), until: until.flatMap { Day($0) },
      revoked: revoked.flatMap { Day($0) })
    let proof = try? Consents(of: person.registration.member, [consent])
      .proof(of: BigScreenUse.self, on: day)
    let name = try proof.flatMap {
      ShownName(person, at: try event(showsNames: showsNames), proof: $0, on: day)
    }
    #expect((name != nil) == isShown)
  }

  @Test func `a proof of somebody else, or of another day, shows nobody`() throws {
    let day = try #require(day)
    let event = try event(showsNames: true)
    let (one, other) = (guest("王志超", 7), guest("刘娜汝", 12))
    let proof = try Consents(
      of: other.registration.member, [Consent(.bigScreen, granted: day)]
    ).proof(of: BigScreenUse.self, on: day)
    #expect(ShownName(one, at: event, proof: proof, on: day) == nil)
    #expect(ShownName(other, at: event, proof: proof, on: try #require(Day("2026-08-20"))) == nil)
    #expect(ShownName(other, at: event, proof: proof, on: day)?.text == "刘娜汝")
  }

  @Test(
    arguments: [
      Size(columns: 120, rows: 40), Size(columns: 160, rows: 50), Size(columns: 200, rows: 60),
      Size(columns: 240, rows: 70),
    ], [0, 5])
  func `are of dots on a large wall, whatever else stands there`(size: Size, before: Int) throws {
    let stage = Stage()
    var showing = try Scene.pair.showing(stage)
    let earlier = (0..<before).map { place in
      ShownPair(badges: [Badge(.men, 20 + place), Badge(.women, 30 + place)], names: [])
    }
    showing.pairs = earlier + showing.pairs
    var wall = Wall(language: .chinese, width: Width(.narrow), at: stage.time)
    wall.resize(size)
    wall.take(showing, at: stage.time)
    let text = wall.view(size).text
    #expect(!text.contains("王志超") && !text.contains("刘娜汝"), "\(text)")
    #expect(!text.contains("牵手成功"), "\(text)")
    #expect(before == 0 || text.contains("男24"))
  }

  @Test func `a pair is named only where both may be`() throws {
    let size = Size(columns: 40, rows: 12)
    var showing = try Scene.pair.showing(Stage())
    var wall = Wall(language: .chinese, width: Width(.narrow), at: Stage().time)
    wall.resize(size)
    wall.take(showing, at: Stage().time)
    #expect(wall.view(size).text.contains("王志超"))
    showing.pairs[0].names.removeLast()
    wall.take(showing, at: Stage().time)
    #expect(!wall.view(size).text.contains("王志超"))
    #expect(wall.view(size).text.contains("男07"))
  }

  @Test func `pairs nobody announced are nowhere`() throws {
    let stage = Stage()
    for scene in Scene.allCases where scene != .pair {
      #expect(try scene.showing(stage).pairs.isEmpty)
      #expect(try scene.showing(stage).card(at: stage.time) != .pairs)
    }
  }
}
