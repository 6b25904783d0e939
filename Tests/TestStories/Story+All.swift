import Matchmaking
import Screens

extension Story {
  public static let all: [Story] = [
    Story("whoever is checked in is told, and once only") {
      Step.change(saved: "checkIn") { $0.checkIn($0.man(0)) }
      Step.change(refused: "already-in") { $0.checkIn($0.man(0)) }
      Step.change(saved: "takeBackCheckIn") { $0.man(0).map { .takeBackCheckIn($0.id) } }
      Step.change(saved: "checkIn") { $0.checkIn($0.man(0)) }
    },
    Story("whoever left comes back") {
      Step.change(saved: "checkIn") { $0.checkIn($0.woman(0)) }
      Step.change(saved: "leave") { $0.woman(0).map { .leave($0.id) } }
      Step.change(saved: "comeBack") { $0.checkIn($0.woman(0)) }
    },
    Story("a badge is one person's") {
      Step.change(saved: "checkIn") { $0.checkIn($0.man(0)) }
      Step.change(saved: "checkIn") { $0.checkIn($0.man(1)) }
      Step.change(refused: "badge-taken") { scenery in
        guard let one = scenery.man(0), let number = scenery.man(1)?.badge?.number else {
          return nil
        }
        return .changeBadge(one.id, number)
      }
      Step.change(saved: "changeBadge") { $0.man(0).map { .changeBadge($0.id, 77) } }
    },
    Story("a slip is entered once, and corrected where it is as it was seen") {
      Step.change(saved: "checkIn") { $0.checkIn($0.man(0)) }
      Step.change(saved: "checkIn") { $0.checkIn($0.woman(0)) }
      Step.change(saved: "saveSlip") { $0.slip(replacing: nil, picks: 1) }
      Step.change(refused: "already-in") { $0.slip(replacing: nil, picks: 1) }
      Step.change(saved: "correctSlip") { $0.slip(replacing: $0.standingSlip, picks: 0) }
      Step.change(refused: "changed-meanwhile") {
        $0.slip(replacing: SlipRecord(choices: [], at: Timestamp(milliseconds: 1)), picks: 1)
      }
    },
    Story("a closed event takes nobody any more") {
      Step.change(saved: "closeEvent") { .closeEvent($0.event) }
      Step.change(refused: "event-closed", hasNews: false) { $0.checkIn($0.man(0)) }
      Step.change(saved: "seeOutcome", hasNews: false) { scenery in
        scenery.man(0).map { .seeOutcome(scenery.event, $0.id) }
      }
    },
    Story("what was done is taken back, and done again") {
      Step.change(saved: "checkIn") { $0.checkIn($0.man(0)) }
      Step.change(saved: "undo") { _ in .undo }
      Step.change(saved: "redo") { _ in .redo }
      Step.change(refused: "already-in") { $0.checkIn($0.man(0)) }
    },
    Story("whoever is of the register is registered, and declined or taken off") {
      Step.change(saved: "register") { .register($0.event, $0.outsiders[0]) }
      Step.change(saved: "decline") { $0.lastRegistered.map { .decline($0.event, $0.id) } }
      Step.change(saved: "unregister") { $0.lastRegistered.map { .unregister($0.event, $0.id) } }
    },
    Story("an event that is changed is told changed") {
      Step.change(saved: "editEvent") { scenery in
        var form = scenery.form
        form.title = "另一个名称"
        return .editEvent(scenery.event, form)
      }
    },
    Story("every question has its own answer") {
      Step.ask("events") { _ in .loadEvents }
      Step.ask("evening") { .openEvening($0.event) }
      Step.ask("members") { _ in .loadMembers(query: "", rows: 0..<3) }
      Step.ask("browsed") { scenery in
        .browse(RegisterQuestion(filter: "", rows: 0..<3, today: scenery.evening.event.date))
      }
      Step.ask("history") { _ in .loadHistory(limit: 9) }
      Step.ask("refusals") { .loadRefusals($0.event) }
      Step.ask("printings") { .loadPrintings($0.evening.event.code) }
      Step.ask("folder") { _ in .listFolder("/nowhere at all/") }
      Step.ask("register verificationQueue") { _ in .read(.verificationQueue) }
      Step.ask("register duplicates") { _ in .read(.duplicates) }
      Step.ask("register savedFilters") { _ in .read(.savedFilters) }
      Step.ask("register consents") { .read(.consents($0.outsiders[0])) }
    },
    Story("the register is kept") {
      Step.change(saved: "giveConsent", hasNews: false) {
        .keep(.giveConsent(.broadcast, $0.outsiders[0]))
      }
      Step.change(saved: "revokeConsent", hasNews: false) {
        .keep(.revokeConsent(.broadcast, $0.outsiders[0]))
      }
      Step.change(saved: "saveFilter", hasNews: false) { _ in
        .keep(.saveFilter(FilterDraft("sex=F").filter, named: "女"))
      }
      Step.change(saved: "deleteFilter", hasNews: false) { _ in .keep(.deleteFilter(named: "女")) }
    },
  ]

  private init(_ description: String, @Steps _ steps: () -> [Step]) {
    self.init(description: description, steps: steps())
  }

  @resultBuilder enum Steps {
    static func buildBlock(_ steps: Step...) -> [Step] { steps }
  }
}

extension Story.Step {
  fileprivate static func ask(
    _ answer: String, _ question: @escaping @Sendable (Scenery) -> Question
  ) -> Self {
    Self(request: { .ask(question($0)) }, answers: ["answer \(answer)"])
  }

  /// - Parameter hasNews: whether the evening is another afterwards.
  fileprivate static func change(
    saved verb: String, hasNews: Bool = true, _ change: @escaping @Sendable (Scenery) -> Change?
  ) -> Self {
    Self(
      request: { change($0).map { .change($0) } },
      answers: (hasNews ? ["news of the evening"] : []) + ["saved \(verb)"])
  }

  fileprivate static func change(
    refused code: String, hasNews: Bool = false,
    _ change: @escaping @Sendable (Scenery) -> Change?
  ) -> Self {
    Self(request: { change($0).map { .change($0) } }, answers: ["refused \(code)"])
  }
}

extension Scenery {
  fileprivate func checkIn(_ guest: Guest?) -> Change? {
    guest.map { .checkIn($0.id, overriding: false) }
  }

  /// The first man's slip, with the first woman on it or nobody.
  fileprivate func slip(replacing record: SlipRecord?, picks: Int) -> Change? {
    guard let picker = man(0)?.badge, let chosen = woman(0)?.badge else { return nil }
    let ballot = Ballot(picker: picker, choices: Array([chosen].prefix(picks)))
    return .saveSlip(
      event, ballot, SlipTyping(replacing: record.map { .exactly($0) } ?? .nothing))
  }

  fileprivate var standingSlip: SlipRecord? { man(0).flatMap { evening.slips[$0.id] } }

  fileprivate var lastRegistered: Registration? {
    evening.guests.first { $0.registration.member == outsiders[0] }?.registration
  }
}
