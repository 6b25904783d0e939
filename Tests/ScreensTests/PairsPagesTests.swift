import Canvas
import Matchmaking
import Testing
import Wording

@testable import Screens

@Suite struct `What is told beside the pairs` {
  private static let size = Size(columns: 120, rows: 40)

  private func names(_ evening: Evening) -> [String] { evening.guests.map(\.name) }

  @Test func `the rules are compared before closing, without names or badges`() throws {
    let hall = Scene.rulesCompared.hall(.chinese, Self.size)
    #expect(hall.evening.event.state == .open)
    let rows = hall.rows(Self.size)
    for preview in try hall.evening.previews() {
      let row = try #require(
        rows.first {
          $0.contains(preview.rule.phrase.chinese) && $0.contains("\(preview.leftOver)")
        })
      #expect(row.contains("\(preview.pairs)") && row.contains("\(preview.totalRank)"))
    }
    let text = rows.joined(separator: "\n")
    #expect(!names(hall.evening).contains { text.contains($0) })
    #expect(!hall.evening.guests.compactMap(\.badge).contains { text.contains($0.phrase.chinese) })
  }

  @Test func `why somebody has no partner is on record before it is told`() throws {
    var hall = Scene.outcome.hall(.chinese, Self.size)
    let woman = Badge(.women, 12)
    let guest = try #require(hall.evening.guest(wearing: woman))
    #expect(hall.changes().contains(.seeOutcome(hall.evening.event.id, guest.id)))
    let outcome = hall.evening.outcome(of: guest, in: try hall.evening.pairing())
    #expect(hall.shows(outcome.phrase(of: woman).chinese))
    #expect(hall.shows("已留记录"))
  }

  @Test func `a badge nobody wears is named, and nothing is recorded`() {
    var hall = Scene.pairs.hall(.chinese, Self.size)
    hall.press(.f3)
    hall.type("F99")
    hall.press(.enter)
    #expect(hall.shows("没有人戴“F99”"))
    #expect(!hall.changes().contains { if case .seeOutcome = $0 { true } else { false } })
  }

  @Test func `nobody is asked about while picking is open, nor is there a picture`() {
    var hall = Scene.pairsOpen.hall(.chinese, Self.size)
    hall.press(.f3)
    #expect(!hall.shows("为什么没有牵手"))
    hall.press(.f4)
    #expect(!hall.shows("互选图 ·"))
  }

  @Test func `the picture has every mutual pick and no other`() throws {
    let hall = Scene.picture.hall(.chinese, Size(columns: 200, rows: 60))
    let pairing = try hall.evening.pairing()
    let text = hall.rows(Size(columns: 200, rows: 60)).joined(separator: "\n")
    for pair in pairing.pairs {
      #expect(text.contains("\(pair.pick.a.phrase.chinese) ═ \(pair.pick.b.phrase.chinese)"))
    }
    let drawn = Set(pairing.mutual.flatMap { [$0.a, $0.b] })
    for badge in hall.evening.guests.compactMap(\.badge) {
      #expect(text.contains(badge.phrase.chinese) == drawn.contains(badge), "\(badge)")
    }
    #expect(!names(hall.evening).contains { text.contains($0) })
  }
}

@Suite struct `A picture of characters` {
  private func lines(
    _ mutual: [(Int, Int)], _ pairs: [(Int, Int)], columns: Int = 80, isPlain: Bool = false
  ) -> [String] {
    let ballots = Dictionary(grouping: mutual.flatMap { [$0, ($0.1, $0.0)] }, by: \.0).map {
      picker, picks in
      // Whom one is to be paired with is put first.
      let sorted = picks.map(\.1).sorted { one, _ in
        pairs.contains { $0 == (picker, one) || $0 == (one, picker) }
      }
      return Ballot(
        picker: Badge(.everyone, picker), choices: sorted.map { Badge(.everyone, $0) })
    }
    guard let pairing = try? Pairing.make(ballots: ballots, pools: .one, rule: .best) else {
      return []
    }
    return PictureLines(isPlain: isPlain, say: \.english, width: \.count)
      .lines(of: MutualPicture(of: pairing), columns: columns)
  }

  @Test func `joins pairs by a solid line, what is left over by a broken one`() {
    #expect(lines([(1, 2)], [(1, 2)]) == ["G01 ═ G02"])
    #expect(
      lines([(1, 2), (2, 3)], [(1, 2)]) == ["G01 ═ G02 ┄ G03", "G03 ┄ G02"])
    #expect(lines([(1, 2), (2, 3)], [(1, 2)], isPlain: true).first == "G01 = G02 - G03")
  }

  @Test func `sets groups apart, the largest first`() {
    let drawn = lines([(1, 2), (5, 6), (6, 7)], [(1, 2), (5, 6)])
    #expect(drawn == ["G05 ═ G06 ┄ G07", "G07 ┄ G06", "", "G01 ═ G02"])
  }

  @Test func `breaks a line that is too long`() {
    let star = (3...20).map { (1, $0) } + [(1, 2)]
    let drawn = lines(star, [(1, 2)], columns: 30)
    #expect(drawn.contains { $0.hasPrefix("G01 ═ ") || $0.hasSuffix(" ═ G01") })
    #expect(drawn.allSatisfy { $0.count <= 30 })
    #expect(drawn.joined(separator: "\n").contains("G20"))
  }

  @Test func `draws nothing of nothing`() {
    #expect(lines([], []).isEmpty)
  }
}
