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
    case .loadEvents, .openEvening, .loadRefusals: .changes
    case .createEvent, .editEvent, .removeEvent, .closeEvent, .checkIn, .takeBackCheckIn, .leave,
      .changeBadge, .walkIn, .saveSlip, .register, .unregister, .decline, .registerList,
      .importRoster, .keep, .undo, .redo:
      .changes
    case .loadMembers, .browse, .loadCircle, .loadLonely, .stopCircles, .loadHistory, .read:
      .questions
    case .registerFound: .questionsThenChanges
    case .listFolder, .lookAtRoster, .rehearseRoster, .writeProblems: .rosters
    // The loop does these by itself.
    case .compose, .openSample, .remember, .suspend, .quit: .changes
    }
  }
}
