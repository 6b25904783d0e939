import Matchmaking
import TestStories
import Testing

@Suite struct `The store of these tests answers as the real one does` {
  @Test(arguments: Story.all) func `in every story`(story: Story) {
    let evening = SampleEvening.evening(people: 12, arrived: 0)
    var hall = Hall(evening)
    let scenery = Scenery(evening, outsiders: [SampleEvening.member(30), SampleEvening.member(31)])
    let differences = story.told(in: scenery) { hall.answers(to: $0) }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }
}
