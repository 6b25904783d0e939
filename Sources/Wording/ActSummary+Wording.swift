public import Matchmaking

extension ActSummary {
  /// What was done, as the toast, the activity list and `log` tell it: without phones, which somebody may
  /// have written into a title or the name of a filter.
  public var phrase: Phrase {
    let whole = wholePhrase
    return Phrase(Masking.phones(in: whole.chinese), Masking.phones(in: whole.english))
  }

  private var wholePhrase: Phrase {
    switch verb {
    case .createEvent: Phrase("新建活动 \(subject)", "created event \(subject)")
    case .editEvent: Phrase("修改活动 \(subject)", "changed event \(subject)") + movedUpPhrase
    case .removeEvent: Phrase("删去活动 \(subject)", "removed event \(subject)")
    case .drawThread:
      Phrase(
        "\(event) 抽红线 \(count ?? 0) 对（种子 \(detail ?? "")）",
        "drew the red thread at \(event): \(number("pair")), seed \(detail ?? "")")
    case .setQuestions:
      Phrase("\(event) 心心相映 \(count ?? 0) 题", "set \(number("question")) for \(event)")
    case .askQuestion where count == 0:
      Phrase("\(event) 大屏上的题目已收起", "took the question off the big screen at \(event)")
    case .askQuestion:
      Phrase("\(event) 大屏显示第 \(count ?? 0) 题", "showed question \(count ?? 0) at \(event)")
    case .seeWaiting:
      Phrase("\(event) 查看了还没有互选的人", "looked at who has nobody yet at \(event)")
    case .archiveEvent:
      event.isEmpty
        ? Phrase("活动已归档，选票已清除", "archived an event and deleted its slips")
        : Phrase("\(event) 已归档，选票已清除", "archived \(event) and deleted its slips")
    case .closeEvent: Phrase("\(event) 互选已结束", "closed the picking for \(event)")
    case .createSample: Phrase("样例已建好", "set up the sample evening")
    case .importMembers: Phrase("导入名册 \(count ?? 0) 人", "imported \(people)") + overruledPhrase
    case .importSlips:
      Phrase("\(event) 导入选票 \(count ?? 0) 张", "imported \(number("slip")) for \(event)")
    case .saveSlip, .correctSlip, .compareSlip, .settleSlip, .refuseSlip: slipPhrase
    case .openPicking:
      Phrase("\(event) 第 \(count ?? 0) 轮互选开始", "opened picking round \(count ?? 0) for \(event)")
    case .closePicking:
      Phrase("\(event) 第 \(count ?? 0) 轮互选已结束", "closed picking round \(count ?? 0) for \(event)")
    case .setProgramme, .nextSegment, .pauseSegment, .resumeSegment, .stopSegment, .extendSegment,
      .planRounds, .planTopics, .startRound, .finishRound, .forbidPair, .allowPair:
      programmePhrase
    case .announcePair, .holdPair, .releasePair, .refuseAnnouncement, .listContacts, .advanceCouple:
      pairingPhrase
    case .register, .unregister, .decline, .checkIn, .takeBackCheckIn, .leave, .comeBack, .walkIn,
      .refuse, .refuseRegistration:
      name.isEmpty ? peoplePhrase + overriddenPhrase + movedUpPhrase : onePhrase
    case .addMember, .editMember, .setStatus, .verify, .reject, .reopenVerification, .giveConsent,
      .revokeConsent, .keepApart, .mergeMembers, .saveFilter, .deleteFilter, .rememberColumns,
      .seeDetails, .exportMember, .eraseMembers, .mergeBundle, .settleConflict:
      registerPhrase
    case .changeBadge, .seeOutcome, .answerQuestions: onePhrase
    case .print: printedPhrase
    }
  }

  private var printedPhrase: Phrase {
    guard let kind = PrintKind(rawValue: detail ?? "") else {
      return Phrase("\(event) 打印", "printed for \(event)")
    }
    guard name.isEmpty else {
      return Phrase.words(
        whom, Phrase("已打印\(kind.phrase.chinese)", "\(kind.singular) printed"))
    }
    return Phrase(
      "\(event) 打印\(kind.phrase.chinese) \(count ?? 0) 张",
      "printed \((count ?? 0).counted(kind.singular)) for \(event)")
  }

  private var onePhrase: Phrase {
    Phrase.words(whom, personPhrase) + overriddenPhrase + movedUpPhrase
  }

  /// Of several people at once.
  private var peoplePhrase: Phrase {
    let number = count ?? 0
    return switch verb {
    case .register: Phrase("\(event) 登记报名 \(number) 人", "registered \(people) for \(event)")
    case .unregister:
      Phrase("\(event) 取消报名 \(number) 人", "cancelled \(self.number("registration")) for \(event)")
    case .decline:
      Phrase("\(event) 报名未通过 \(number) 人", "declined \(people) for \(event)")
    case .checkIn: Phrase("\(event) 已签到 \(number) 人", "checked in \(people) at \(event)")
    case .takeBackCheckIn:
      Phrase("\(event) 撤回签到 \(number) 人", "took back \(self.number("check-in")) at \(event)")
    case .leave: Phrase("\(event) 离场 \(number) 人", "\(people) left \(event)")
    case .comeBack: Phrase("\(event) 回场 \(number) 人", "\(people) came back to \(event)")
    case .walkIn:
      Phrase("\(event) 现场报名并签到 \(number) 人", "\(people) joined \(event) at the door")
    case .refuse:
      Phrase("\(event) 未准入场 \(number) 人，已记录", "turned \(people) away from \(event), on record")
    case .refuseRegistration:
      Phrase(
        "\(event) 未准报名 \(number) 人，已记录", "refused \(people) for \(event), on record")
    default: .empty
    }
  }

  /// Who got a place from the waiting list by it.
  var movedUpPhrase: Phrase {
    let verbs: [Verb] = [.unregister, .decline, .register, .editEvent, .editMember, .eraseMembers]
    guard verbs.contains(verb), let detail, let count = Int(detail) else { return .empty }
    return Phrase("，候补递补 \(count) 人", ", \(count) moved up from the waiting list")
  }

  /// Why somebody was turned away, or what the organizer let pass.
  private var overriddenPhrase: Phrase {
    guard let refusal else { return .empty }
    let brief = DoorRefusal.brief(refusal)
    if verb == .register {
      return Phrase("（组织者同意：\(brief.chinese)）", " (approved by the organizer: \(brief.english))")
    }
    return verb == .refuse || verb == .refuseRegistration
      ? Phrase("（\(brief.chinese)）", " (\(brief.english))")
      : Phrase("（组织者放行：\(brief.chinese)）", " (let in by the organizer: \(brief.english))")
  }

  /// How many corrections made by hand gave way to a roster.
  private var overruledPhrase: Phrase {
    guard let detail, let count = Int(detail) else { return .empty }
    return Phrase(
      "，\(count) 处手工更正按名册改了", ", \(count.counted("correction")) by hand overruled")
  }

  private var personPhrase: Phrase {
    switch verb {
    case .register: Phrase("已报名", "registered")
    case .unregister: Phrase("已取消报名", "registration cancelled")
    case .decline: Phrase("报名未通过", "declined")
    case .refuseRegistration: Phrase("未准报名，已记录", "registration refused, on record")
    case .checkIn: Phrase("已签到", "checked in")
    case .takeBackCheckIn: Phrase("签到已撤回", "check-in taken back")
    case .leave: Phrase("已离场", "left")
    case .comeBack: Phrase("已回场", "came back")
    case .changeBadge: changedBadgePhrase
    case .seeOutcome: Phrase("互选结果已查看", "outcome of the picking looked at")
    case .walkIn: Phrase("现场报名并签到", "joined at the door")
    case .answerQuestions: Phrase("的答案已录", "answers entered")
    case .refuse: Phrase("未准入场，已记录", "turned away, on record")
    default: .empty
    }
  }

  /// With the number before, which may still be on the table.
  private var changedBadgePhrase: Phrase {
    let said = Phrase("已换号牌", "changed badge")
    guard let detail, let badge,
      let old = Badge(typed: detail, in: badge.pool == .everyone ? .one : .two)?.phrase
    else { return said }
    return said + Phrase("，原为 \(old.chinese)", ", was \(old.english)")
  }

  /// Whose slip it is and no more: whom it picks, and how many, stands nowhere but in its store.
  private var slipPhrase: Phrase {
    // Of an archived event it is not known any more whose it was.
    if badge == nil, name.isEmpty { return purgedSlipPhrase }
    let said: Phrase =
      switch verb {
      case .correctSlip where detail == ActSummary.secondTyping:
        Phrase("第二次的选票已更正", "second typing corrected")
      case .correctSlip: Phrase("选票已更正", "slip corrected")
      case .settleSlip: Phrase("已按纸票确认", "settled by the paper")
      case .compareSlip where slipOutcome == .saved: Phrase("第二次已录", "typed the second time")
      case .refuseSlip: Phrase("选票未收，已记录", "slip not taken, on record")
      default: Phrase("选票已录", "slip entered")
      }
    switch (verb, slipOutcome) {
    case (.refuseSlip, _): return Phrase.words(whom, said) + refusedSlipPhrase
    case (_, .same): return Phrase.words(whom, Phrase("两次录得一致", "typed twice, the same"))
    case (_, .differs):
      return Phrase.words(
        whom, Phrase("两次录得不一样，请对照纸票", "the two typings differ: look at the paper"))
    default: return Phrase.words(whom, said)
    }
  }

  private var purgedSlipPhrase: Phrase {
    switch verb {
    case .correctSlip, .settleSlip:
      Phrase("\(event) 更正了一张选票", "corrected a slip for \(event)")
    default: Phrase("\(event) 录了一张选票", "entered a slip for \(event)")
    }
  }

  private var refusedSlipPhrase: Phrase {
    let brief = SlipRefusal.brief(refusal ?? "")
    return Phrase("（\(brief.chinese)）", " (\(brief.english))")
  }

  private var whom: Phrase { Phrase.words(badge?.phrase ?? .empty, .verbatim(name)) }
  private var subject: String { name.isEmpty ? event : "\(event) \(name)" }
  var people: String { count == 1 ? "1 person" : "\(count ?? 0) people" }
  private func number(_ thing: String) -> String {
    "\(count ?? 0) \(thing)\(count == 1 ? "" : "s")"
  }
}

extension Phrase {
  /// How many a slip picks: `三人`, `空白`.
  public static func picks(_ count: Int) -> Phrase {
    let digits = Array("零一二三四五六七八九十")
    switch count {
    case 0: return Phrase("空白", "blank")
    case 1: return Phrase("一人", "1 pick")
    case 2: return Phrase("两人", "2 picks")
    case 3...10: return Phrase("\(digits[count])人", "\(count) picks")
    default: return Phrase("\(count) 人", "\(count) picks")
    }
  }
}
