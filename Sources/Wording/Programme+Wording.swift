public import Matchmaking

extension SegmentKind {
  public var phrase: Phrase {
    switch self {
    case .arrival: Phrase("入场", "Arrival")
    case .opening: Phrase("开场", "Opening")
    case .icebreaker: Phrase("破冰", "Ice-breaker")
    case .rounds: Phrase("轮换交流", "Table rounds")
    case .topics: Phrase("话题交流", "Topic tables")
    case .hearts: Phrase("心心相映", "Hearts in step")
    case .picks: Phrase("心动互选", "Mutual picks")
    case .thread: Phrase("姻缘一线牵", "Red thread")
    case .announcement: Phrase("牵手公布", "Announcement")
    case .closing: Phrase("结束", "Closing")
    case .free: Phrase("自由交流", "Free time")
    }
  }
}

extension Segment {
  /// As it stands in the programme.
  public var name: Phrase { title.isEmpty ? kind.phrase : .verbatim(title) }
}

extension Phase.State {
  public var phrase: Phrase {
    switch self {
    case .waiting: Phrase("未开始", "waiting")
    case .running: Phrase("进行中", "running")
    case .paused: Phrase("已暂停", "paused")
    case .done: Phrase("已结束", "done")
    }
  }
}

extension ActSummary {
  /// What was done with the programme and the rounds.
  var programmePhrase: Phrase {
    let number = count ?? 0
    let segment = Phrase(quotedSegment.chinese, quotedSegment.english)
    return switch verb {
    case .setProgramme:
      Phrase("\(event) 的流程已排好，\(number) 个环节", "programme of \(event) set, \(number) segments")
    case .nextSegment: Phrase("现在是", "now ") + segment
    case .pauseSegment: segment + Phrase("已暂停", " paused")
    case .resumeSegment: segment + Phrase("继续", " goes on")
    case .stopSegment: segment + Phrase("已结束", " ended")
    case .extendSegment:
      segment
        + (number < 0
          ? Phrase("减少 \(-number) 分钟", " cut by \(-number) min")
          : Phrase("增加 \(number) 分钟", " extended by \(number) min"))
    case .planRounds: Phrase("\(event) 已排 \(number) 轮", "planned \(number) rounds for \(event)")
    case .planTopics:
      Phrase("\(event) 话题桌已排 \(number) 轮", "planned \(number) rounds of topic tables for \(event)")
    case .startRound: Phrase("第 \(number) 轮开始", "round \(number) began")
    case .finishRound: Phrase("第 \(number) 轮结束", "round \(number) is over")
    case .forbidPair: Phrase("\(two.chinese)不同桌", "\(two.english) never meet")
    case .allowPair: Phrase("\(two.chinese)可以同桌", "\(two.english) may meet")
    default: .empty
    }
  }

  /// Two people by their badges, where they wear some.
  var two: Phrase {
    let badges = (detail ?? "").split(separator: " ").compactMap { text in
      Badge(typed: String(text), in: text.hasPrefix("G") ? .one : .two)
    }
    guard badges.count == 2 else { return Phrase("两位嘉宾", "two guests") }
    return Phrase(
      badges.map(\.phrase.chinese).joined(separator: "、"),
      badges.map(\.description).joined(separator: " and "))
  }

  private var quotedSegment: Phrase {
    guard let detail else { return .empty }
    return SegmentKind(rawValue: detail)?.phrase ?? .verbatim(detail)
  }
}

extension ProgrammeRefusal {
  /// One sentence with the evidence and the next step.
  public var phrase: Phrase {
    switch self {
    case .empty:
      Phrase(
        "还没有流程，请先编排（queqiao programme set）",
        "there is no programme; set one first (queqiao programme set)")
    case .over: Phrase("所有环节都已结束", "all segments are done")
    case .notRunning: Phrase("现在没有环节在进行，先进入下一环节", "no segment is under way; go to the next first")
    case .alreadyPaused: Phrase("环节已经暂停", "the segment is paused already")
    case .notPaused: Phrase("环节没有暂停", "the segment is not paused")
    case .noEnd: Phrase("这个环节不计时", "this segment has no end to move")
    case .badMinutes(let minutes):
      Phrase("\(minutes) 分钟不行，请写 0 到 1440", "\(minutes) minutes will not do; 0 to 1440")
    case .longTitle(let most):
      Phrase("环节名称太长，最多 \(most) 字", "a segment's title is too long; \(most) characters at most")
    case .tooLong(let most): Phrase("环节太多，最多 \(most) 个", "too many segments; \(most) at most")
    case .longTopic(let most):
      Phrase("话题太长，最多 \(most) 字", "a topic is too long; \(most) characters at most")
    case .tooManyTopics(let most): Phrase("话题太多，最多 \(most) 个", "too many topics; \(most) at most")
    case .badFile(let problem):
      problem.row == 0
        ? problem.phrase : problem.place + Phrase("：", ": ") + problem.phrase
    case .begun:
      Phrase(
        "流程已经开始，不能整个换掉；可以逐步撤销后再排", "the programme has begun; undo its steps before setting another")
    case .badLine(let row, let text):
      Phrase(
        "第 \(row) 行“\(text)”读不懂，请写类型（\(SegmentKind.words(.chinese))）、分钟（0 到 1440，可空）、名称",
        "row \(row), \u{201c}\(text)\u{201d}: give kind (\(SegmentKind.words(.english))), minutes "
          + "(0 to 1440, or none) and title")
    case .noRounds:
      Phrase(
        "还没有排桌次：在“环节”按 F5，或用 queqiao rounds plan",
        "no tables are planned: F5 on the tab Programme, or queqiao rounds plan")
    case .noRound(let number): Phrase("没有第 \(number) 轮", "there is no round \(number)")
    case .roundOrder(let next):
      Phrase("请按顺序来，先开始第 \(next) 轮", "rounds go in order; start round \(next) first")
    case .roundDone(let number): Phrase("第 \(number) 轮已经开始过", "round \(number) has begun already")
    case .roundNotRunning(let number): Phrase("第 \(number) 轮还没开始", "round \(number) has not begun")
    case .badRounds(let number):
      Phrase("\(number) 轮不行，请写 1 到 100", "\(number) rounds will not do; 1 to 100")
    case .badTables(let number):
      Phrase("\(number) 桌不行，至少 1 桌", "\(number) tables will not do; 1 at least")
    case .badSize(let number):
      Phrase("每桌 \(number) 人不行，请写 2 到 100", "\(number) to a table will not do; 2 to 100")
    case .tooFew(here: 0):
      Phrase(
        "还没有人到场，排不了；请先签到，或先印号牌",
        "nobody is here yet, so nothing can be planned; check people in first, or print their badges"
      )
    case .tooFew(let here):
      Phrase(
        "在场的只有 \(here) 人，排不了；请先签到，或先印号牌",
        "only \(here.counted("person is", "people are")) here, too few to plan; check people in first, or print their badges"
      )
    case .noBadge(let text):
      Phrase(
        "没有找到 \(Phrase.badge(text).chinese)，请写号牌、编号或姓名",
        "nobody is \(text); give a badge, a number or a name")
    case .sameTwice(let name): Phrase("两处都是 \(name)，请写两个人", "both are \(name); name two people")
    }
  }
}

extension SeatingKind {
  public var phrase: Phrase {
    switch self {
    case .rounds: Phrase("轮换（两人一桌）", "rounds, two to a table")
    case .topics: Phrase("话题桌、破冰分组", "topic tables, groups")
    }
  }

  /// Where there is little room.
  public var short: Phrase {
    switch self {
    case .rounds: Phrase("轮换", "Rounds")
    case .topics: Phrase("话题桌", "Topics")
    }
  }
}

extension SeatingChanges {
  /// `新到 1 人，离场 3 人`; what did not happen is not told.
  public var phrase: Phrase {
    let facts = [
      (came, Phrase("新到 \(came) 人", "\(came) came")),
      (left, Phrase("离场 \(left) 人", "\(left) left")),
      (missing, Phrase("未到 \(missing) 人", "\(missing) not here yet")),
    ]
    let told = facts.filter { $0.0 > 0 }.map(\.1)
    return Phrase(
      told.map(\.chinese).joined(separator: "，"), told.map(\.english).joined(separator: ", "))
  }
}

extension SegmentKind {
  /// All that may be written, one after the other.
  fileprivate static func words(_ language: Language) -> String {
    switch language {
    case .chinese: allCases.map { $0.phrase.chinese }.joined(separator: "、")
    case .english: allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}

extension SeatingPlan {
  /// What could not be had, a sentence for each rule that gave way.
  public var notes: [Phrase] {
    let figure = { (name: String) in figures[name] ?? 0 }
    var notes = gaveWay.compactMap(RoundsRule.init(rawValue:)).map { rule in
      switch rule {
      case .fullRounds where figure("meetings") == 0:
        Phrase(
          "没有人能见面，全部轮空：只到了一方，或者都不得同桌",
          "nobody can meet anybody, so all sit out: one side is missing, or all are kept apart")
      case .fullRounds:
        Phrase(
          "有的轮次坐不满：不得同桌的人太多", "some tables stay empty: too many people are kept apart")
      case .evenSitOuts:
        Phrase(
          "轮空次数不能平均，最少 \(figure("sit_outs_least")) 次，最多 \(figure("sit_outs_most")) 次",
          "sit-outs cannot be shared evenly: from \(figure("sit_outs_least")) to \(figure("sit_outs_most"))"
        )
      case .noRepeats:
        Phrase(
          "轮数比能见的人多，有 \(figure("repeats")) 次是再次见面",
          "there are more rounds than people to meet: \(figure("repeats").counted("meeting")) "
            + "\(figure("repeats") == 1 ? "is" : "are") with somebody met before")
      }
    }
    if figure("forbidden_together") > 0 {
      let count = figure("forbidden_together")
      notes.append(
        Phrase(
          "有 \(count) 次不得同桌的人仍在一桌；每桌少坐几人可以分开",
          "people who are to be kept apart share a table \(count.counted("time")); fewer to a table "
            + "parts them"))
    }
    return notes
  }
}
