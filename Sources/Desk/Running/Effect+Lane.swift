import Screens

/// Where an effect is done; each lane does one after the other.
enum Lane {
  /// What changes the file, and what is short and goes with it.
  case changes
  /// What is asked of the register and of the log.
  case questions
  /// Files that are looked at and tried.
  case rosters
  /// A question first, then a change by its answer.
  case questionsThenChanges
}

extension Effect {
  var lane: Lane {
    switch self {
    case .ask(let question, _): question.lane
    case .change(.registerFound, _): .questionsThenChanges
    case .change: .changes
    case .withdraw: .questions
    // The loop does these by itself.
    case .program: .changes
    }
  }

  var isChange: Bool { if case .change = self { true } else { false } }
}

extension Question {
  fileprivate var lane: Lane {
    switch self {
    case .loadEvents, .openEvening, .loadRefusals, .loadProgramme, .loadGames, .loadWaiting,
      .unlock, .lock:
      .changes
    case .loadMembers, .browse, .loadCircle, .loadLonely, .loadHistory, .read, .loadConflicts,
      .loadPrintings:
      .questions
    case .listFolder, .listBundles, .lookAtRoster, .rehearseRoster, .rehearseBundle, .writeProblems,
      .writeBundle:
      .rosters
    }
  }
}
