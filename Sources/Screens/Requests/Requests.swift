/// What was asked and by whom, so that every answer finds its asker and none comes too late.
struct Requests: Sendable {
  struct Request: Sendable {
    let asker: Asker
    let subject: String
    /// Nil for what the program is to do.
    let question: Question?
    fileprivate(set) var isAnswered = false
  }

  private var last = 0
  private var known: [RequestID: Request] = [:]

  mutating func next() -> RequestID {
    last += 1
    return RequestID(last)
  }

  /// Notes who waits for the answer.
  ///
  /// - Returns: its number, and what was asked before about the same and is still being worked on: it needs
  ///   no answer any more.
  mutating func note(
    _ question: Question?, about subject: String, for asker: Asker
  ) -> (id: RequestID, needless: [RequestID]) {
    let needless = drop { earlier in
      earlier.asker == asker && earlier.subject == subject
        && (!subject.isEmpty || earlier.question?.kind == question?.kind)
    }
    let id = next()
    known[id] = Request(asker: asker, subject: subject, question: question)
    return (id, needless)
  }

  /// Whose an answer is; nil where nobody waits for it.
  mutating func answered(_ id: RequestID) -> Request? {
    known[id]?.isAnswered = true
    return known[id]
  }

  func asker(of id: RequestID) -> Asker? { known[id]?.asker }

  /// Forgets what somebody asked who is gone.
  ///
  /// - Returns: what is still being worked on for them.
  mutating func drop(of asker: Asker) -> [RequestID] { drop { $0.asker == asker } }

  private mutating func drop(where isNeedless: (Request) -> Bool) -> [RequestID] {
    let dropped = known.filter { isNeedless($0.value) }
    for id in dropped.keys { known[id] = nil }
    return dropped.filter { !$0.value.isAnswered && $0.value.question?.isLong == true }
      .keys.sorted()
  }
}

/// A change on its way to the disk.
struct PendingChange: Sendable {
  let id: RequestID
  let change: Change
  let asker: Asker
}

extension Question {
  /// What kind of answer is waited for.
  enum Kind: Hashable {
    case events, evening, members, list, circle, lonely, folder, sketch, rehearsal, problems,
      history,
      refusals, reading(RegisterReading), conflicts, bundle, programme, games,
      waiting, printings, lock
  }

  var kind: Kind {
    switch self {
    case .loadEvents: .events
    case .openEvening: .evening
    case .loadMembers: .members
    case .browse: .list
    case .loadCircle: .circle
    case .loadLonely: .lonely
    case .listFolder, .listBundles: .folder
    case .lookAtRoster: .sketch
    case .rehearseRoster: .rehearsal
    case .writeProblems: .problems
    case .loadHistory: .history
    case .loadRefusals: .refusals
    case .read(let reading): .reading(reading)
    case .loadConflicts: .conflicts
    case .rehearseBundle, .writeBundle: .bundle
    case .loadProgramme: .programme
    case .loadGames: .games
    case .loadWaiting: .waiting
    case .loadPrintings: .printings
    case .unlock, .lock: .lock
    }
  }
}
