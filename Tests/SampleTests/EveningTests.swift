import Matchmaking
import Sample
import Testing

@Suite struct `The sample evening` {
  let roster = SampleRoster.workers()
  let evening: SampleEvening

  init() { evening = SampleEvening(roster: roster) }

  /// Mutual picks, with the sum of the two ranks.
  func mutual(_ slips: [SampleEvening.Slip]) -> [(man: Badge, woman: Badge, ranks: Int)] {
    var picks: [Badge: [Badge]] = [:]
    for slip in slips { picks[slip.picker] = slip.choices }
    var found: [(man: Badge, woman: Badge, ranks: Int)] = []
    for slip in slips where slip.picker.pool == .men {
      for (rank, woman) in slip.choices.enumerated() {
        guard let back = picks[woman]?.firstIndex(of: slip.picker) else { continue }
        found.append((slip.picker, woman, rank + back))
      }
    }
    return found
  }

  @Test func `sixty men and sixty women have badges in order, a few wait`() {
    let badges = evening.registrations.compactMap(\.badge)
    #expect(badges == (1...60).map { Badge(.men, $0) } + (1...60).map { Badge(.women, $0) })
    #expect(evening.capacity == 120)
    #expect(evening.registrations.count { $0.badge == nil } == 4)
    #expect(Set(evening.registrations.map(\.member)).count == 124)
  }

  @Test func `a badge is of the pool of its member`() {
    let sexes = Dictionary(uniqueKeysWithValues: roster.map { ($0.number, $0.sex) })
    for registration in evening.registrations {
      guard let badge = registration.badge else { continue }
      #expect(sexes[registration.member] == (badge.pool == .men ? .man : .woman))
    }
  }

  @Test func `slips pick at most five, of the other pool, nobody twice`() {
    for slip in evening.slips {
      #expect(slip.choices.count <= 5)
      #expect(Set(slip.choices).count == slip.choices.count)
      #expect(slip.choices.allSatisfy { $0.pool == slip.picker.pool.opposite })
      #expect(slip.choices.allSatisfy { 1...60 ~= $0.number })
    }
  }

  @Test func `several slips are missing and one is blank`() {
    #expect(evening.slips.count == 117)
    #expect(Set(evening.slips.map(\.picker)).count == 117)
    #expect(evening.slips.count { $0.choices.isEmpty } == 1)
  }

  @Test func `as many picks are returned as on a good evening`() {
    let mutual = mutual(evening.slips)
    #expect(20...30 ~= mutual.count)
    var taken: Set<Badge> = []
    var pairs = 0
    for pick in mutual.sorted(by: { $0.ranks < $1.ranks })
    where !taken.contains(pick.man) && !taken.contains(pick.woman) {
      taken.formUnion([pick.man, pick.woman])
      pairs += 1
    }
    #expect(12...20 ~= pairs)
  }

  @Test(arguments: [(0, 0), (1, 1), (1, 0), (3, 2), (10, 25), (300, 300)])
  func `an evening of any size can be made`(men: Int, women: Int) {
    let evening = SampleEvening(roster: roster, men: men, women: women, waiting: 0)
    #expect(evening.registrations.count { $0.badge?.pool == .men } <= men)
    #expect(evening.registrations.count == evening.capacity)
    for slip in evening.slips { #expect(slip.choices.count <= 5) }
  }

  @Test func `an empty roster makes an empty evening`() {
    let evening = SampleEvening(roster: [])
    #expect(evening.registrations.isEmpty && evening.slips.isEmpty)
  }
}
