import Matchmaking
import Testing

@Suite struct `Published evenings` {
  private func ballots(_ lists: [[Int]], of pool: Pool) -> [Ballot] {
    lists.enumerated().map { number, list in
      Ballot(
        picker: Badge(pool, number + 1), choices: list.map { Badge(pool.opposite, $0) })
    }
  }

  private func partners(_ pairing: Pairing) -> [[Int]] {
    pairing.picks.map { [$0.a.number, $0.b.number] }
  }

  /// Rosetta Code, "Stable marriage problem": the ten men abe to jon, the ten women abi to jan.
  @Test func `ten men and ten women come together as everybody finds them`() throws {
    let men = [
      [1, 5, 3, 9, 10, 4, 6, 2, 8, 7], [3, 8, 1, 4, 5, 6, 2, 10, 9, 7],
      [8, 5, 1, 4, 2, 6, 9, 7, 3, 10], [9, 6, 4, 7, 8, 5, 10, 2, 3, 1],
      [10, 4, 2, 3, 6, 5, 1, 9, 8, 7], [2, 1, 4, 7, 5, 9, 3, 10, 8, 6],
      [7, 5, 9, 2, 3, 1, 4, 8, 10, 6], [1, 5, 8, 6, 9, 3, 10, 2, 7, 4],
      [8, 3, 4, 7, 2, 1, 6, 9, 10, 5], [1, 6, 10, 7, 5, 2, 4, 3, 9, 8],
    ]
    let women = [
      [2, 6, 10, 7, 9, 1, 4, 5, 3, 8], [2, 1, 3, 6, 7, 4, 9, 5, 10, 8],
      [6, 2, 5, 7, 8, 3, 9, 1, 4, 10], [6, 10, 3, 1, 9, 8, 7, 4, 2, 5],
      [10, 8, 6, 4, 1, 7, 3, 5, 9, 2], [2, 1, 5, 9, 10, 4, 6, 7, 3, 8],
      [10, 7, 8, 6, 2, 1, 3, 5, 4, 9], [7, 10, 2, 1, 9, 4, 8, 5, 3, 6],
      [9, 3, 8, 7, 6, 2, 1, 5, 10, 4], [5, 8, 7, 1, 2, 10, 3, 9, 6, 4],
    ]
    let pairing = try Pairing.make(
      ballots: ballots(men, of: .men) + ballots(women, of: .women), pools: .two, rule: .stable)
    #expect(
      partners(pairing) == [
        [1, 9], [2, 3], [3, 4], [4, 6], [5, 10], [6, 2], [7, 7], [8, 5], [9, 8], [10, 1],
      ])
  }

  /// Irving 1985, "An efficient algorithm for the stable roommates problem".
  @Test func `six room-mates have one stable answer`() throws {
    let lists = [
      [4, 6, 2, 5, 3], [6, 3, 5, 1, 4], [4, 5, 1, 6, 2], [2, 6, 5, 1, 3], [4, 2, 3, 6, 1],
      [5, 1, 4, 2, 3],
    ]
    let pairing = try Pairing.make(
      ballots: ballots(lists, of: .everyone), pools: .one, rule: .stable)
    #expect(pairing.fallback == nil)
    #expect(partners(pairing) == [[1, 6], [2, 3], [4, 5]])
  }

  /// The same paper's other one.
  @Test func `six room-mates have none`() throws {
    let lists = [
      [2, 6, 4, 3, 5], [3, 5, 1, 6, 4], [1, 6, 2, 5, 4], [5, 2, 3, 6, 1], [6, 1, 3, 4, 2],
      [4, 2, 5, 1, 3],
    ]
    let pairing = try Pairing.make(
      ballots: ballots(lists, of: .everyone), pools: .one, rule: .stable)
    #expect(pairing.fallback == .noneExists)
  }

  /// Gusfield and Irving 1989: three stable answers, of which any will do.
  @Test func `eight room-mates have three`() throws {
    let lists = [
      [2, 5, 4, 6, 7, 8, 3], [3, 6, 1, 7, 8, 5, 4], [4, 7, 2, 8, 5, 6, 1], [1, 8, 3, 5, 6, 7, 2],
      [6, 1, 8, 2, 3, 4, 7], [7, 2, 5, 3, 4, 1, 8], [8, 3, 6, 4, 1, 2, 5], [5, 4, 7, 1, 2, 3, 6],
    ]
    let pairing = try Pairing.make(
      ballots: ballots(lists, of: .everyone), pools: .one, rule: .stable)
    let answers = [
      [[1, 2], [3, 4], [5, 8], [6, 7]], [[1, 4], [2, 3], [5, 6], [7, 8]],
      [[1, 5], [2, 6], [3, 7], [4, 8]],
    ]
    #expect(answers.contains(partners(pairing)))
  }
}
