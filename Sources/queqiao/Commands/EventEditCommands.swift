import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension EventCommand {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      "edit", Phrase("修改活动：写明的才改，其余不变。", "Change an event: what is named changes, the rest stays."),
      discussion: Phrase(
        "代号不能改；分组只在还没有人报名时能改。主题、地点等写成空的就是去掉。活动结束以后，名额、规则和条件不能再改。名额多了，候补按先后递补；名额少了，已报名的人不受影响。",
        """
        The code never changes, and the pools only while nobody is registered. Once the \
        event is closed its places, rules and conditions stay. An empty text ("") takes \
        theme, place and the like away. Where there are more places \
        the waiting list moves up; where there are fewer, nobody loses theirs.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("活动名称。", "What the event is called.", value: .name)) var title: String?
    @Option(help: .both("日期，写成 YYYY-MM-DD。", "The day, YYYY-MM-DD.", value: .date)) var date: Day?
    @Option(
      help: .both(
        "类型：mixer 联谊会，special 专场，broadcast 直播相亲，wedding 集体婚礼，talk 讲座。",
        "The kind: mixer, special session, broadcast, collective wedding or talk.", value: .kind))
    var kind: EventKind?
    @Option(help: .both("two 男女两组，one 不分组。", "two (men and women) or one.", value: .pools))
    var pools: Pools?
    @Option(
      help: .both(
        "一张选票最多选几人，unlimited 不限。", "How many picks a slip may have, or unlimited.", value: .count))
    var maxPicks: PickLimit?
    @Option(
      help: .both(
        "哪些互选成为牵手：all 凡互选即牵手，stable 稳定匹配，best 名次优先，most 人数最多。", "Which mutual picks become pairs.",
        value: .rule))
    var rule: PairingRule?
    @Option(
      help: .both(
        "名额：总数 120，男女各多少 60+60，只限一组 F60；unlimited 不限。",
        "Places: 120 in all, 60+60 for men and women, F60 for women alone, or unlimited.",
        value: .people))
    var capacity: String?
    @Flag(
      inversion: .prefixedNo,
      help: .both("只限已核验职工，未核验的不准入场。", "Turn away at the door whoever is not verified."))
    var verifiedOnly: Bool?
    @OptionGroup var details: EventDetailOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      let changes: [Any?] = [title, date, kind, pools, maxPicks, rule, capacity, verifiedOnly]
      if changes.allSatisfy({ $0 == nil }), details.isEmpty {
        throw ValidationError("请写要改哪一项，如 --title", "say what changes, as in --title")
      }
      if let capacity { _ = try Capacity(option: capacity) }
    }

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let (edited, movedUp, act) = try session.store.edit(event.id, try form(of: event))
      if act == nil { Output.message(TypedDetails.nothingChanged(Invocation.language)) }
      let summaries = try session.store.events().filter { $0.id == edited.id }
      output.print(EventTable.table(summaries))
      Output.flush()
      if date != nil || capacity != nil, edited.state == .open {
        edited.tellOddities(summaries.first?.headcounts ?? [:])
      }
      guard !movedUp.isEmpty else { return }
      let names = movedUp.map(\.name)
      Output.message(
        Phrase(
          "候补递补 \(names.count) 人：\(names.joined(separator: "、"))",
          "\(names.count) moved up from the waiting list: \(names.joined(separator: ", "))")(
            Invocation.language))
    }

    private func form(of event: Event) throws -> EventForm {
      var form = EventForm(event)
      if let title { form.title = title.cleanedLine }
      if let date { form.date = date }
      if let kind { form.kind = kind }
      if let pools { form.pools = pools }
      if let maxPicks { form.maxPicks = maxPicks.number }
      if let rule { form.rule = rule }
      if let capacity { form.capacity = try Capacity(option: capacity) }
      if let verifiedOnly { form.verifiedOnly = verifiedOnly }
      details.fill(&form)
      return form
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      "remove",
      Phrase(
        "删去还没有人报名的活动；undo 可以恢复。",
        "Remove an event that nobody is registered for; undo brings it back."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let summary = try session.store.events().filter { $0.id == event.id }
      try session.store.remove(event.id)
      output.print(EventTable.table(summary))
      Output.flush()
    }
  }

  struct Unregister: ParsableCommand {
    static let configuration = CommandConfiguration(
      "unregister", Phrase("取消报名；候补按先后递补。", "Cancel registrations; the waiting list moves up."),
      discussion: Phrase(
        """
        按报名先后递补，空位所在的一组优先。已经到场的人不能取消；印好的号牌不再给别人。递补上来\
        的人列在被取消的人下面。一次取消几个人，连同递补算一步。
        """,
        """
        First come, first served, the pool with the free place first. Somebody who has \
        come cannot be cancelled; a printed badge is given to nobody else. Those who moved \
        up are listed below those who were cancelled. All of it is one step for undo.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("找谁：号牌、编号、手机号或姓名。", "Who: a badge, number, phone or name.", value: .who))
    var who: [String]
    @OptionGroup var output: FormatOptions

    func run() throws {
      var clerk = try CancellationClerk(code)
      try clerk.find(who)
      try clerk.finish(output, told: Phrase("已取消", "cancelled"), as: "unregistered") {
        try $0.unregister($1, from: $2)
      }
    }
  }

  struct Decline: ParsableCommand {
    static let configuration = CommandConfiguration(
      "decline", Phrase("报名不予通过；候补按先后递补。", "Decline registrations; the waiting list moves up."),
      discussion: Phrase(
        "未通过的人仍列在名单里；再登记一次就是重新接受。一次写几个人算一步。",
        """
        Declined members stay listed; registering them again accepts them after all. \
        Several WHO are one step for undo.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("找谁：号牌、编号、手机号或姓名。", "Who: a badge, number, phone or name.", value: .who))
    var who: [String]
    @OptionGroup var output: FormatOptions

    func run() throws {
      var clerk = try CancellationClerk(code)
      try clerk.find(who)
      try clerk.finish(output, told: Registration.Status.declined.phrase, as: "declined") {
        try $0.decline($1, for: $2)
      }
    }
  }

  struct GiveBadge: ParsableCommand {
    static let configuration = CommandConfiguration(
      "badge", Phrase("换号牌。", "Give somebody another badge."),
      discussion: Phrase(
        "原来的号当晚不再给别人。",
        "The old number is given to nobody else that evening."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("找谁：号牌、编号、手机号或姓名。", "Who: a badge, number, phone or name.", value: .who))
    var who: String
    @Argument(help: .both("新号牌：女07、F07，或只写 7。", "The new badge: F07, or 7.", value: .badge))
    var badge: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      var clerk = try CancellationClerk(code)
      let guest = try clerk.exchange(who, badge)
      output.print(GuestRows.table([guest]))
      Output.flush()
    }
  }
}
