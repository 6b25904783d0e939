import Screens

/// What was asked for, and answers of a test's own.
extension Hall {
  /// All that was ever asked, sent and wanted of the program.
  var questioned: [Question] { log.compactMap(\.question) }
  var sent: [Change] { log.compactMap(\.change) }
  var programmed: [ProgramRequest] { log.compactMap(\.program) }

  /// Of these what was asked for since the last look.
  mutating func questions() -> [Question] { asked().compactMap(\.question) }
  mutating func changes() -> [Change] { asked().compactMap(\.change) }
  mutating func programs() -> [ProgramRequest] { asked().compactMap(\.program) }

  /// Answers the last question it can be an answer to, maybe once more.
  mutating func answer(_ answer: Answer) {
    guard let id = log.last(where: { $0.isAnswered(by: answer) })?.id else { return }
    send(.answered(id, answer))
  }

  /// Says how far the last thing is that was asked for.
  mutating func progress(_ share: Double) {
    guard let id = log.last(where: { $0.program == nil })?.id else { return }
    send(.progress(id, share))
  }

  /// Says what became of the last change.
  mutating func finish(_ outcome: Outcome) {
    guard let id = log.last(where: { $0.change != nil })?.id else { return }
    send(.done(id, outcome))
  }

  /// Makes the last change, which a slow disk has kept waiting.
  mutating func carryOut() {
    guard let effect = log.last(where: { $0.change != nil }) else { return }
    for answer in answers(to: effect) { send(answer) }
  }
}

extension Effect {
  var question: Question? { if case .ask(let question, _) = self { question } else { nil } }
  var change: Change? { if case .change(let change, _) = self { change } else { nil } }
  var program: ProgramRequest? { if case .program(let request, _) = self { request } else { nil } }

  var id: RequestID {
    switch self {
    case .ask(_, let id), .change(_, let id), .program(_, let id), .withdraw(let id): id
    }
  }

  fileprivate func isAnswered(by answer: Answer) -> Bool {
    switch (answer, self) {
    case (.events, .ask(.loadEvents, _)), (.evening, .ask(.openEvening, _)),
      (.members, .ask(.loadMembers, _)), (.browsed, .ask(.browse, _)),
      (.completed, .ask(.browse, _)), (.readingRegister, .ask(.browse, _)),
      (.circle, .ask(.loadCircle, _)), (.lonely, .ask(.loadLonely, _)),
      (.folder, .ask(.listFolder, _)), (.rosterSeen, .ask(.lookAtRoster, _)),
      (.rehearsed, .ask(.rehearseRoster, _)), (.problemsWritten, .ask(.writeProblems, _)),
      (.history, .ask(.loadHistory, _)), (.refusals, .ask(.loadRefusals, _)),
      (.register, .ask(.read, _)), (.composed, .program(.compose, _)), (.failed, .ask):
      true
    default: false
    }
  }
}
