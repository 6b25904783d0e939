import Foundation
import Matchmaking
import Screens
import Store
import TestStories
import Testing

@testable import Desk

@Suite struct `The effect runner answers as the screens expect` {
  let store: Store
  let mailbox = Mailbox()

  init() throws {
    store = try Store.inMemory(
      context: StoreContext(
        station: "A", operatorName: "tester", now: { Timestamp(milliseconds: 1_787_142_000_000) },
        random: { UInt64.random(in: .min ... .max) }))
  }

  private func scenery() throws -> Scenery {
    let day = try #require(Day("2026-08-19"))
    let (event, _) = try store.create(EventForm(code: "qixi", title: "七夕联谊·金沙湾", date: day))
    let members = try (0..<14).map { place in
      try store.addMember([.name: "王\(place)", .sex: place.isMultiple(of: 2) ? "M" : "F"]).0.id
    }
    try store.register(members.prefix(12).map { Enrolment(member: $0) }, for: event.id)
    return Scenery(try store.evening(event.id), outsiders: Array(members.suffix(2)))
  }

  @Test(arguments: Story.all) func `in every story`(story: Story) throws {
    let scenery = try scenery()
    let runner = EffectRunner(store: store, mailbox: mailbox)
    runner.run(.ask(.openEvening(scenery.evening.event.id), RequestID(1)))
    runner.finish()
    _ = mailbox.empty()
    let differences = story.told(in: scenery) { effect in
      runner.run(effect)
      runner.finish()
      return mailbox.empty().messages
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }
}
