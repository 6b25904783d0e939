import ArgumentParser
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "event", Phrase("新建、修改、查看、结束活动，管理报名。", "Create, change, fill, show and close events."),
    subcommands: [
      Create.self, Copy.self, Edit.self, Remove.self, Register.self, Unregister.self,
      Decline.self, GiveBadge.self, Guests.self, Tables.self, Invite.self, List.self, Show.self,
      Close.self, Archive.self,
    ])
}

extension EventCommand {
  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      "create", Phrase("新建活动。", "Create an event."),
      discussion: Phrase(
        """
        什么都不加：联谊会，男女两组，最多选 5 人，规则为稳定匹配，不限名额，未核验的也可以来\
        。从现在起收选票，直到 event close。
        """,
        """
        Without options: a mixer of two pools, 5 picks, rule stable, any number of guests, \
        unverified members welcome. Slips are taken from now on until event close.
        """))

    @Argument(
      help: .both(
        "活动代号：汉字、字母、数字、- 和 _。",
        "A short name for the event: Han characters, letters, digits, - and _.", value: .code))
    var code: String
    @Option(help: .both("活动名称。", "What the event is called.", value: .name))
    var title: String
    @Option(help: .both("日期，写成 YYYY-MM-DD。", "The day, YYYY-MM-DD.", value: .date))
    var date: Day
    @Option(
      help: .both(
        "类型：mixer 联谊会，special 专场，broadcast 直播相亲，wedding 集体婚礼，talk 讲座。",
        "The kind: mixer, special session, broadcast, collective wedding or talk.", value: .kind))
    var kind: EventKind = .mixer
    @Option(help: .both("two 男女两组，one 不分组。", "two (men and women) or one.", value: .pools))
    var pools: Pools = .two
    @Option(
      help: .both(
        "一张选票最多选几人，unlimited 不限。", "How many picks a slip may have, or unlimited.", value: .count))
    var maxPicks: PickLimit = .some(5)
    @Option(
      help: .both(
        "哪些互选成为牵手：all 凡互选即牵手，stable 稳定匹配，best 名次优先，most 人数最多。", "Which mutual picks become pairs.",
        value: .rule))
    var rule: PairingRule = .stable
    @Option(
      help: .both(
        "名额，报满以后列为候补：总数 120，男女各多少 60+60，只限一组 F60。",
        "Places; whoever comes later is waitlisted: 120 in all, 60+60 for men and women, F60 for women alone.",
        value: .people))
    var capacity: String?
    @Flag(help: .both("只限已核验职工，未核验的不准入场。", "Turn away at the door whoever is not verified."))
    var verifiedOnly = false
    @OptionGroup var details: EventDetailOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if let capacity { _ = try Capacity(option: capacity) }
    }

    func run() throws {
      let session = try Session.open(mayBegin: true)
      var form = EventForm(
        code: code, title: title.cleanedLine, date: date, kind: kind, pools: pools,
        maxPicks: maxPicks.number, rule: rule,
        capacity: try capacity.map { try Capacity(option: $0) } ?? .unlimited,
        verifiedOnly: verifiedOnly)
      details.fill(&form)
      let (event, _) = try session.store.create(form)
      output.print(EventTable.table([EventSummary(event: event, headcounts: [:], slips: 0)]))
      Output.flush()
      event.tellOddities()
    }
  }

  struct Register: ParsableCommand {
    static let configuration = CommandConfiguration(
      "register", Phrase("登记报名。", "Register members for an event."),
      discussion: Phrase(
        """
        <人员> 写编号、手机号或姓名。文件的表头写姓名、手机号、编号（或 member），同名的看手\
        机号；号牌已印好的，再加号牌（badge）一列。--where 登记符合条件的所有人，写法同 member list。名册里写明不宜参加的（已婚、恋\
        爱中、已退出、未到法定婚龄）不予登记，组织者同意的加 --override。一次登记多少人都算一步。
        """,
        """
        WHO is a number, a phone number or a name. A file's head names columns such as name, \
        phone, number or member; a phone decides between namesakes. Badges printed beforehand \
        have the column badge. --where registers everybody who meets the \
        conditions, written as in member list. Anyone the register speaks against \
        (married, seeing somebody, withdrawn, too young to marry) is refused; --override \
        registers them all the same. However many are registered, that is one step for undo.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      [String] = []
    @Option(
      name: .customLong("from"),
      help: .both(
        "名单文件，CSV 或 .xlsx，第一行是表头。", "A list, CSV or .xlsx, its head in the first row.",
        value: .file))
    var file: String?
    @Option(
      name: .customLong("where"), parsing: .upToNextOption,
      help: .both("符合这些条件的所有人。", "Everybody who meets these conditions.", value: .condition))
    var conditions: [String] = []
    @Option(help: .both("已印好的号牌，一次一人。", "The printed badge, for one person.", value: .badge))
    var badge: String?
    @Flag(help: .both("不合条件的，组织者同意报名。", "The organizer registers them against the rule."))
    var override = false
    @OptionGroup var output: FormatOptions

    func validate() throws {
      let ways = [!who.isEmpty, file != nil, !conditions.isEmpty]
      if ways.count(where: { $0 }) != 1 {
        throw ValidationError(
          "请写人员、--from 文件 或 --where 条件，只写一种",
          "give one of WHO, --from FILE and --where CONDITION")
      }
      if badge != nil, who.count != 1 {
        throw ValidationError("--badge 一次只能给一个人", "--badge goes with one person")
      }
    }

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var clerk = RegistrationClerk(session: session, event: event)
      if let file {
        try clerk.read(file)
      } else if !conditions.isEmpty {
        try clerk.add(found(session.store))
      } else {
        for person in who { try clerk.add(row: 0, who: person, badge: badge) }
      }
      try clerk.finish(output, overriding: override)
    }

    private func found(_ store: Store) throws -> [MemberID] {
      let terms = try MemberCommand.List.terms(conditions)
      let list = try RegisterList(
        store, Filter(terms: terms), fields: [], limit: nil)
      guard !list.isEmpty else {
        throw NothingFound(Phrase("没有符合条件的人", "nobody meets the conditions"))
      }
      return list.ids
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      "list", Phrase("列出各场活动，最近的在前。", "List the events, newest first."))
    @OptionGroup var output: FormatOptions

    func run() throws {
      output.print(EventTable.list(try Session.open().store.events()))
      Output.flush()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看一场活动和它的人数。", "Show one event and its counts."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let summaries = try session.store.events().filter { $0.id == event.id }
      output.print(EventTable.table(summaries))
      Output.flush()
      guard let purge = summaries.first?.purge else { return }
      PurgeNote.say(purge)
      PurgeNote.say(try session.store.copiesWithSlips(of: event.id))
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      "close",
      Phrase("结束互选，不再签到；undo 可以恢复。", "Close the picking and the door; undo opens them again."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      try session.store.close(event.id)
      output.print(EventTable.table(try session.store.events().filter { $0.id == event.id }))
      Output.flush()
    }
  }
}

extension Capacity {
  /// As `--capacity` has it.
  init(option text: String) throws {
    do throws(CapacityFault) { self = try Capacity(typed: text) } catch {
      throw ValidationError(
        "--capacity：" + error.phrase.chinese, "--capacity: " + error.phrase.english)
    }
  }
}

/// A number of picks, or `unlimited`.
enum PickLimit: ExpressibleByArgument {
  case unlimited
  case some(Int)

  init?(argument: String) {
    if argument == "unlimited" {
      self = .unlimited
    } else if let number = Int(argument), number > 0 {
      self = .some(number)
    } else {
      return nil
    }
  }

  var number: Int? {
    if case .some(let number) = self { number } else { nil }
  }

  var defaultValueDescription: String { number.map(String.init) ?? "unlimited" }
}
