import Matchmaking
import Wording

/// What the fields mean, and what is wrong with them.
extension EventDraft {
  var date: Day? { Day(written: form.plainText(.date), today: today) }

  /// How a field was understood, beside it.
  func reading(_ field: Field) -> Phrase? {
    switch field {
    case .date:
      return date.map { $0 < today ? $0.phrase + Phrase("，已经过去", ", which is past") : $0.phrase }
    case .capacity: return placesReading
    case .starts: return start == form.plainText(.starts) ? nil : start.map { .verbatim($0) }
    default: return nil
    }
  }

  func problem(_ field: Field) -> Phrase? {
    switch field {
    case .title:
      if form.text(.title).count > Event.longestTitle {
        return EventRefusal.longTitle(most: Event.longestTitle).phrase
      }
      return isChecked && form.text(.title).isEmpty ? EventRefusal.noTitle.phrase : nil
    case .date:
      return date == nil ? Phrase("请写成 2026-08-19 或 8月19日", "write 2026-08-19 or 8-19") : nil
    case .code:
      let code = form.plainText(.code)
      if taken.contains(code) { return Phrase("已用过，请换一个", "taken; choose another") }
      return Event.accepts(code: code)
        ? nil : Phrase("只用汉字、字母、数字、- 和 _", "letters, digits, - and _ only")
    case .capacity: return capacityFault
    case .maxPicks:
      return form.text(field).isEmpty || number(field) != nil
        ? nil : Phrase("请写一个数，或留空", "write a number, or nothing")
    case .starts:
      return form.text(.starts).isEmpty || start != nil
        ? nil : Phrase("请写成 19:30 或 晚上7点半", "write 19:30 or 7:30pm")
    case .place, .theme, .host, .hotline:
      return form.text(field).count > EventDetails.longest
        ? EventRefusal.longDetail(most: EventDetails.longest).phrase : nil
    case .eligible: return conditionFault
    case .kind, .pools, .rule, .verifiedOnly, .showsNames: return nil
    }
  }

  /// What a field is good for, while somebody is at it.
  func meaning(of field: Field) -> Phrase {
    switch field {
    case .code:
      Phrase("命令行和文件名里用的短名字，建好后不变", "the short name for commands and files; it stays")
    case .kind, .pools, .rule, .title, .date:
      rule.phrase + .verbatim(" = ") + rule.explanation
    case .maxPicks: Phrase("每张选票最多写几个人", "how many people a slip may name")
    case .capacity:
      Phrase(
        "总数 120，男女各多少 60+60，或只限一组 女60；满了排候补，依次递补",
        "120 in all, 60+60 for men and women, or F60; then a waiting list, which moves up by itself"
      )
    case .verifiedOnly:
      Phrase("没核验的人来了先拦下，组织者可以放行", "who is not verified is stopped at the door")
    case .starts: Phrase("流程的预计时间从这里算起", "the programme's times are counted from it")
    case .place, .theme, .host: Phrase("显示在大屏上", "shown on the big screen")
    case .hotline: Phrase("有疑问打这个电话；写在活动详情里", "whom to call with questions; told with the event")
    case .eligible:
      Phrase("谁可以来，写法同名册的筛选；不符合的报不上名", "who may come, as a filter of the register")
    case .showsNames:
      Phrase("只显示给过“大屏姓名”授权的人", "only names of who consented to the big screen")
    }
  }

  private func number(_ field: Field) -> Int? {
    let digits = form.text(field).map(\.wholeNumberValue)
    guard (1...6).contains(digits.count), !digits.contains(nil) else { return nil }
    let number = digits.compactMap(\.self).reduce(0) { $0 * 10 + $1 }
    return number > 0 ? number : nil
  }

  /// Nil where it cannot be read.
  private var capacity: Capacity? { try? Capacity(typed: form.text(.capacity)) }

  private var capacityFault: Phrase? {
    do throws(CapacityFault) {
      try Capacity(typed: form.text(.capacity)).check(pools)
      return nil
    } catch {
      return error.phrase
    }
  }

  /// Both pools' places as they were understood, or who has one already.
  private var placesReading: Phrase? {
    guard let capacity else { return nil }
    if let (_, taken, pool) = capacity.exceeded(headcounts).first {
      return Capacity.whose(pool)
        + Phrase("已有 \(taken) 人，都不受影响", "\(taken) have one already and keep it")
    }
    return capacity.isByPool ? capacity.phraseWithTotal : nil
  }

  private var start: String? { EventDetails.start(typed: form.plainText(.starts)) }

  private var conditionFault: Phrase? {
    let text = form.text(.eligible)
    guard !text.isEmpty else { return nil }
    do throws(ConditionFault) {
      _ = try Eligibility(text)
      return nil
    } catch {
      return error.phrase
    }
  }

  /// The pools stand there only while they can be chosen.
  var pools: Pools {
    form.entries.contains { $0.name == .pools }
      ? Pools.allCases[form.choice(.pools)] : edited?.pools ?? .two
  }

  var rule: PairingRule {
    form.entries.contains { $0.name == .rule }
      ? PairingRule.allCases[form.choice(.rule)] : edited?.rule ?? .stable
  }

  /// The event as the fields have it; once it is closed its rules stay.
  var eventForm: EventForm? {
    guard let date else { return nil }
    let kind = EventKind.allCases[form.choice(.kind)]
    if let edited, edited.state != .open {
      var closed = EventForm(edited)
      (closed.title, closed.date, closed.kind) = (form.text(.title), date, kind)
      closed.details = details
      return closed
    }
    return EventForm(
      code: edited?.code ?? form.plainText(.code), title: form.text(.title), date: date, kind: kind,
      pools: pools, maxPicks: number(.maxPicks), rule: rule, capacity: capacity ?? .unlimited,
      verifiedOnly: form.choice(.verifiedOnly) == 1, eligible: said(.eligible), details: details)
  }

  private var details: EventDetails {
    EventDetails(
      theme: said(.theme), place: said(.place), starts: start, host: said(.host),
      hotline: said(.hotline), showsNames: form.choice(.showsNames) == 1,
      doorTables: edited?.details.doorTables,
      announcesAs: edited?.details.announcesAs ?? .number)
  }

  /// Nil where nothing stands there.
  private func said(_ field: Field) -> String? {
    let text = form.text(field)
    return text.isEmpty ? nil : text
  }

  /// The fields that no pairs and, but for the condition, no places come of.
  ///
  /// - Parameter rulesStand: the event is closed.
  static func details(
    of details: EventDetails, eligible: String?, rulesStand: Bool = false
  ) -> [Form<Field>.Entry] {
    let condition: Form<Field>.Entry = .text(
      .eligible, Phrase("专场条件", "For whom"), eligible ?? "",
      hint: Phrase("如：年龄=25..35 已核验；空着不限", "as in: age=25..35 verified"))
    return [
      .text(
        .starts, Phrase("开始", "Starts"), details.starts ?? "",
        hint: Phrase("如：19:30", "as in: 19:30")),
      .text(.place, Phrase("地点", "Place"), details.place ?? ""),
      .text(.theme, Phrase("主题", "Theme"), details.theme ?? ""),
      .text(.host, Phrase("主办", "Host"), details.host ?? ""),
      .text(.hotline, Phrase("热线", "Hotline"), details.hotline ?? ""),
    ] + (rulesStand ? [] : [condition]) + [
      .choice(
        .showsNames, Phrase("大屏姓名", "Big screen"),
        [Phrase("只显示号牌", "numbers only"), Phrase("本人授权的显示姓名", "names of who consented")],
        chosen: details.showsNames ? 1 : 0)
    ]
  }
}
