public import Matchmaking

extension Refusal {
  /// One sentence with the evidence and the next step.
  public func phrase(_ clock: Clock) -> Phrase {
    switch self {
    case .door(let refusal, let name): refusal.phrase(name: name, clock: clock)
    case .slip(let refusal): refusal.phrase
    case .round(let refusal): refusal.phrase
    case .event(let refusal): refusal.phrase
    case .history(let refusal): refusal.phrase
    case .person(let refusal): refusal.phrase
    case .field(let fault): fault.phrase
    case .verification(let refusal): refusal.phrase
    case .consent(let refusal): refusal.phrase
    case .listing(let refusal): refusal.phrase
    case .register(let refusal): refusal.phrase
    case .bundle(let refusal): refusal.phrase
    case .programme(let refusal): refusal.phrase
    case .game(let refusal): refusal.phrase
    case .pin(let refusal): refusal.phrase
    case .announcing(let refusal): refusal.phrase
    case .couple(let refusal): refusal.phrase
    }
  }
}

extension Phrase {
  /// What to do where an event is over and something has to be put right.
  public static let undoClosing = Phrase(
    "要改动，先撤销“结束互选”（F9 或 queqiao undo）",
    "undo the closing first (F9, queqiao undo)")
}

extension EventRefusal {
  public var phrase: Phrase {
    switch self {
    case .codeTaken(let code):
      Phrase("代号 \(code) 已经用过，请换一个", "the code \(code) is taken; choose another")
    case .badCode(let code):
      Phrase(
        "代号“\(code)”不能用：只限汉字、字母、数字、- 和 _，最多 32 个",
        "the code \u{201c}\(code)\u{201d} will not do: Han, letters, digits, - and _, at most 32")
    case .noTitle: Phrase("请写上活动名称", "give the event a title")
    case .slipsDiffer(let badges):
      Phrase(
        "两处录得不一样的选票：\(badges.chinese)；请先对照纸票确认（queqiao bundle conflicts）",
        "typed differently in two places: \(badges.listed); settle by the paper first "
          + "(queqiao bundle conflicts)")
    case .longTitle(let most):
      Phrase("活动名称太长，最多 \(most) 字", "the title is too long; \(most) characters at most")
    case .alreadyClosed(let code):
      Phrase("\(code) 已结束；", "\(code) is closed already; ") + .undoClosing
    case .stillOpen(let code):
      Phrase(
        "\(code) 的互选还没有结束，请先结束互选再归档", "the picking of \(code) is open; close it, then archive it")
    case .alreadyArchived(let code):
      Phrase("\(code) 已经归档，选票已清除", "\(code) is archived already; its slips are deleted")
    case .ruleNotYet(let rule):
      Phrase(
        "还不能用“\(rule.phrase.chinese)”规则，请选稳定匹配",
        "the rule \(rule.rawValue) is not there yet; choose stable")
    case .hasGuests(let code, let count):
      Phrase(
        "\(code) 已有 \(count) 人报名，不能删去；请先取消报名",
        "\(count.counted("person is", "people are")) registered for \(code); cancel "
          + (count == 1 ? "the registration first" : "the registrations first"))
    case .poolsFixed(let count):
      Phrase(
        "已有 \(count) 人报名，分组不能再改；请先取消报名",
        "\(count.counted("is", "are")) registered, so the pools stay; cancel "
          + (count == 1 ? "the registration first" : "the registrations first"))
    case .slipsTooLong(let limit, let count):
      Phrase(
        "已录选票有 \(count) 张选了不止 \(limit) 人；请先更正，或放宽上限",
        "\(count.counted("slip names", "slips name")) more than \(limit); correct "
          + (count == 1 ? "it" : "them") + " first, or allow more")
    case .badCapacity(let fault): fault.phrase
    case .badCondition(let kind):
      Phrase("条件不对：", "the condition will not do: ") + kind.phrase
    case .badStart(let text):
      Phrase(
        "“\(text)”看不出是几点，请写成 19:30 或 晚上7点半",
        "“\(text)” is no time, or could be two; write 19:30 or 7:30pm")
    case .longDetail(let most):
      Phrase(
        "主题、地点、主办单位、热线每项最多 \(most) 字",
        "theme, place, host and hotline have at most \(most) characters each")
    case .misplaced(let badges):
      Phrase(
        "\(badges.chinese) 的号牌与名册里的性别不符；请按 F3 换号牌，或更正名册",
        "\(badges.english) not of the wearer's sex; F3 changes a badge, or correct the register")
    }
  }
}

extension RoundRefusal {
  public var phrase: Phrase {
    switch self {
    case .unknown(let number, let last):
      Phrase(
        "没有第 \(number) 轮互选，现在到第 \(last) 轮；开新的一轮用 queqiao picking open",
        "there is no picking round \(number); the last is \(last). queqiao picking open begins the next"
      )
    case .stillOpen(let number):
      Phrase(
        "第 \(number) 轮互选还没结束；先结束这一轮（queqiao picking close）",
        "picking round \(number) is still open; close it first (queqiao picking close)")
    case .alreadyClosed(let number):
      Phrase("第 \(number) 轮互选已结束", "picking round \(number) is closed already")
    case .differing(let number, let badges):
      Phrase(
        "第 \(number) 轮两次录得不一样：\(badges.chinese)；先对照纸票确认（F4，或 queqiao ballot settle）",
        "round \(number), typed differently: \(badges.listed); settle by the paper first (F4, queqiao ballot settle)"
      )
    }
  }
}

extension [Badge] {
  fileprivate var chinese: String { map(\.phrase.chinese).joined(separator: "、") }
  fileprivate var listed: String { map(\.description).joined(separator: ", ") }
  fileprivate var english: String { listed + (count == 1 ? " is" : " are") }
}

extension HistoryRefusal {
  public var phrase: Phrase {
    switch self {
    case .nothingToUndo: Phrase("没有可以撤销的操作", "there is nothing to undo")
    case .nothingToRedo: Phrase("没有可以重做的操作", "there is nothing to redo")
    case .changedSince(let summary) where summary.verb == .eraseMembers:
      Phrase("不能撤销：有关的人后来已删除，删除不能恢复", "cannot undo: a person it concerns was erased, for good")
    case .changedSince(let summary) where summary.verb == .archiveEvent:
      Phrase(
        "不能撤销：活动已归档，选票已清除，不能恢复",
        "cannot undo: the event is archived and its slips are deleted, for good")
    case .changedSince(let summary):
      Phrase(
        "不能撤销：之后又有改动（\(summary.phrase.chinese)），请先撤销那一步",
        "cannot undo: it was changed since (\(summary.phrase.english)); undo that first")
    case .irrevocable(let summary):
      Phrase(
        "不能撤销：\(summary.phrase.chinese)；要撤销更早的，用 queqiao undo --older",
        "cannot undo: \(summary.phrase.english); queqiao undo --older goes past it")
    case .gone:
      Phrase(
        "已被别人撤销，不在了；重做可恢复", "it is gone: somebody undid it; redo brings it back")
    }
  }
}

extension PersonRefusal {
  public var phrase: Phrase {
    switch self {
    case .ambiguous(let typed, let candidates):
      Phrase(
        "“\(typed)”有 \(candidates.count) 人：\(candidates.joined(separator: "、"))；请写编号",
        "\u{201c}\(typed)\u{201d} fits \(candidates.count) people: "
          + "\(candidates.joined(separator: ", ")); give the number")
    case .alreadyRegistered(let name):
      Phrase("\(name) 已经报过名", "\(name) is registered already")
    case .badgeChanged(let old, let now): old.changedPhrase(to: now)
    case .otherSex(let name, let known):
      Phrase(
        "\(name) 在名册里是\(known.word.chinese)；登记有误请先更正名册",
        "\(name) is a \(known.word.english) in the register; correct it first if that is wrong")
    }
  }
}
