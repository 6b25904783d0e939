import Foundation
import Matchmaking
import Sample

/// From ballots to pairs with their reasons: 5,000 + 5,000 people, and one pool of 5,000, with ten picks
/// each; `most` in one pool beside networkx.
enum Pairings {
  private static let runs = 25
  private static let people = 5_000

  static func run(_ ground: Ground) throws {
    for rule in PairingRule.allCases {
      try measure("5,000 + 5,000 people, \(rule.rawValue)", ballots(.two), .two, rule, under: 100)
    }
    for rule in PairingRule.allCases {
      try measure(
        "one pool of 5,000, \(rule.rawValue)", ballots(.one), .one, rule,
        under: rule == .most ? 1_000 : 100)
    }
    for share in [5, 20, 60] {
      for rule in [PairingRule.stable, .most] {
        try measure(
          "one pool of 5,000, \(share) % of slips without order, \(rule.rawValue)",
          ballots(.one, unranked: share), .one, rule, under: rule == .most ? 1_000 : 100)
      }
    }
    try compare(in: ground.folder)
  }

  @discardableResult
  private static func measure(
    _ name: String, _ ballots: [Ballot], _ pools: Pools, _ rule: PairingRule, under limit: Double
  ) throws -> Samples {
    var samples = Samples()
    var pairs = 0
    for _ in 0..<runs {
      let (time, pairing) = try spent {
        try Pairing.make(ballots: ballots, pools: pools, rule: rule)
      }
      samples.add(time)
      pairs = pairing.pairs.count
    }
    Report.figure(name, samples.median, under: limit, "ms", samples.text + ", \(pairs) pairs")
    return samples
  }

  /// Some are picked far more often than others, as it is.
  private static func ballots(
    _ pools: Pools, people: Int = Pairings.people, picks: Int = 10, unranked share: Int = 0,
    seed: UInt64 = 7
  ) -> [Ballot] {
    var dice = Dice(seed: seed)
    let badges: [Badge] =
      pools == .two
      ? (1...people).map { Badge(.men, $0) } + (1...people).map { Badge(.women, $0) }
      : (1...people).map { Badge(.everyone, $0) }
    return badges.map { picker in
      var choices: [Badge] = []
      while choices.count < picks {
        let number =
          pools == .two ? 1 + dice.below(1 + dice.below(people)) : 1 + dice.below(people)
        let near = (picker.number + dice.below(12) - 6 + people) % people + 1
        // Half of the picks fall on people near one's own number, so that many are mutual.
        let badge = Badge(picker.pool.opposite, number % 2 == 0 ? number : near)
        if badge != picker, !choices.contains(badge) { choices.append(badge) }
      }
      let isUnranked = share > 0 && dice.below(100) < share
      return Ballot(picker: picker, choices: choices, ranks: isUnranked ? .unranked : .strict)
    }
  }
}

// MARK: - Beside networkx

extension Pairings {
  /// Many small evenings and the large one: the same number and the same sum of ranks in each.
  private static func compare(in folder: String) throws {
    var evenings = (1...300).map { seed in
      ballots(
        .one, people: 8 + seed % 60, picks: 2 + seed % 6, unranked: seed % 3 * 40,
        seed: UInt64(seed))
    }
    evenings.append(ballots(.one))
    var own: [(pairs: Int, total: Int)] = []
    var last = 0.0
    for evening in evenings {
      let (time, pairing) = try spent {
        try Pairing.make(ballots: evening, pools: .one, rule: .most)
      }
      last = time
      own.append((pairing.pairs.count, RulePreview(of: pairing).totalRank))
    }
    guard let peer = try networkx(evenings, in: folder) else {
      return Report.peer("networkx: peer missing", "pip install networkx")
    }
    for (place, (own, other)) in zip(own, peer.answers).enumerated() where own != other {
      throw BenchFailure("evening \(place): \(own), networkx has \(other)")
    }
    guard own.count == peer.answers.count else { throw BenchFailure("networkx answered in part") }
    Report.figure(
      "one pool of 5,000, most, of networkx's time", last / peer.time, under: 0.05, "×",
      "the same number and sum in \(own.count) evenings")
    Report.peer("networkx, the large evening alone", "\(Report.number(peer.time)) ms")
  }

  private static func networkx(
    _ evenings: [[Ballot]], in folder: String
  ) throws -> (answers: [(Int, Int)], time: Double)? {
    let (input, output) = (folder + "/mutual", folder + "/networkx")
    let text = try evenings.map { ballots in
      let mutual = try Pairing.make(ballots: ballots, pools: .one, rule: .all).mutual
      return mutual.map { "\($0.a.number),\($0.b.number),\($0.aRank + $0.bRank)" }
        .joined(separator: " ")
    }.joined(separator: "\n")
    try text.write(toFile: input, atomically: true, encoding: .utf8)
    try? FileManager.default.removeItem(atPath: output)
    let child = try Child.run(["/usr/bin/env", "python3", "-c", programme, input, output])
    guard child.status == 0 else { return nil }
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    let answers = lines.dropLast().map { $0.split(separator: " ").compactMap { Int($0) } }
    guard let time = lines.last.flatMap({ Double($0) }) else { return nil }
    return (answers.map { ($0[0], $0[1]) }, time)
  }

  private static let programme = """
    import sys, time, networkx
    answers, spent = [], 0
    with open(sys.argv[1]) as file:
        evenings = file.read().split("\\n")
    for evening in evenings:
        graph = networkx.Graph()
        edges = [tuple(map(int, edge.split(","))) for edge in evening.split()]
        most = max((cost for _, _, cost in edges), default=0)
        for one, other, cost in edges:
            graph.add_edge(one, other, weight=most + 1 - cost)
        begun = time.perf_counter()
        pairs = networkx.max_weight_matching(graph, maxcardinality=True)
        spent = time.perf_counter() - begun
        total = sum(most + 1 - graph[one][other]["weight"] for one, other in pairs)
        answers.append(f"{len(pairs)} {total}")
    with open(sys.argv[2], "w") as file:
        file.write("\\n".join(answers) + f"\\n{spent * 1000}\\n")
    """
}
