import Matchmaking
import Sample
import Testing

@Suite struct `Members of the sample` {
  @Test func `are the same for a seed, and a longer register begins like a shorter one`() {
    let members = SampleMembers.members(80, seed: 3)
    #expect(SampleMembers.members(80, seed: 3) == members)
    #expect(Array(SampleMembers.members(200, seed: 3).prefix(80)) == members)
    #expect(SampleMembers.members(80, seed: 4) != members)
  }

  /// What the generator writes is meant to be read; only a feeling may be left over.
  @Test func `hope for what can be understood`() {
    let members = SampleMembers.members(600)
    let readings = members.map { CriteriaReading($0.texts[.criteria] ?? "", of: $0.sex) }
    #expect(readings.flatMap(\.leftOver).allSatisfy { $0 == "愿得一人心" })
    #expect(readings.count { $0.criteria.all.count >= 2 } > 300)
    #expect(readings.allSatisfy { $0.criteria.contradictions.isEmpty })
  }

  @Test func `have gaps, and circles all the same`() {
    let members = SampleMembers.members(600).map(CircleMember.init)
    #expect(members.contains { $0.facts.education == .unsaid })
    let index = CircleIndex(members, rules: CircleRules(day: Day("2026-11-22") ?? .fallback))
    let counts = index.everyone()?.counts ?? []
    #expect(counts.count { $0 > 0 } > 500)
  }
}
