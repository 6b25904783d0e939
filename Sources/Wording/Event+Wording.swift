public import Matchmaking

extension EventKind {
  public var phrase: Phrase {
    switch self {
    case .mixer: Phrase("联谊会", "mixer")
    case .special: Phrase("专场", "special session")
    case .broadcast: Phrase("直播相亲", "broadcast")
    case .wedding: Phrase("集体婚礼", "collective wedding")
    case .talk: Phrase("讲座", "talk")
    }
  }
}

extension EventState {
  public var phrase: Phrase {
    switch self {
    case .open: Phrase("进行中", "open")
    case .closed: Phrase("已结束", "over")
    case .archived: Phrase("已归档", "archived")
    }
  }
}

extension Event {
  /// Where it stands on a day, in a word: it is over when it was closed, whatever the calendar says.
  public func stage(on today: Day) -> Phrase {
    switch state {
    case .open where date > today: Phrase("未开始", "upcoming")
    case .open where date == today: Phrase("进行中", "today")
    case .open: Phrase("未结束", "not closed")
    case .closed, .archived: state.phrase
    }
  }

  /// The same in a sentence's length, with what it means.
  public func stageInFull(on today: Day) -> Phrase {
    switch state {
    case .open where date > today: Phrase("未开始，可以登记报名", "upcoming; registration is open")
    case .open where date == today: Phrase("今天，进行中", "today")
    case .open: Phrase("日期已过，还没有结束", "the day has passed; not closed yet")
    case .closed: Phrase("已结束，不再签到和录票", "over; no check-ins and no slips")
    case .archived: Phrase("已归档，选票已清除", "archived; its slips are deleted")
    }
  }
}

extension Pools {
  public var phrase: Phrase {
    switch self {
    case .two: Phrase("男女两组", "men and women")
    case .one: Phrase("不分组", "one pool")
    }
  }
}

extension PickingRound.State {
  public var phrase: Phrase {
    switch self {
    case .open: Phrase("收选票", "open")
    case .closed: Phrase("已结束", "closed")
    }
  }
}

extension PairingRule {
  /// As a heading says it; English names are what the command line takes.
  public var phrase: Phrase {
    switch self {
    case .all: Phrase("凡互选即牵手", "all")
    case .stable: Phrase("稳定匹配", "stable")
    case .best: Phrase("名次优先", "best")
    case .most: Phrase("人数最多", "most")
    }
  }

  /// What it does, in one line, as it is printed on the slip.
  public var explanation: Phrase {
    switch self {
    case .all:
      Phrase("互相选中的都牵手，一人可牵多人", "every mutual pick is a pair; a person may be in several")
    case .stable:
      Phrase(
        "一人一对；没有两个互选的人更愿意换到一起", "one partner each; no two would both rather be together")
    case .best: Phrase("一人一对；名次靠前的互选先牵手", "one partner each; highest ranks first")
    case .most: Phrase("一人一对；牵手的尽量多", "one partner each; as many pairs as possible")
    }
  }
}

extension SlipOutcome {
  public var phrase: Phrase {
    switch self {
    case .unchanged: Phrase("未变", "unchanged")
    case .saved: Phrase("已录", "saved")
    case .same: Phrase("两次一致", "same")
    case .differs: Phrase("两次不一样", "differs")
    case .settled: Phrase("已确认", "settled")
    }
  }
}
