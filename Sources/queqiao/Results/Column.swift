import Exchange
import Matchmaking
import Wording

/// A column of what the commands list: the machine's name, which CSV and JSON have, and its head for people.
enum Column: String {
  case act, age, arrived, at, badge, candidates, capacity, check, choices, code, date, event, field,
    erased, file, filter
  case found, granted, grounds, hidden, holds, kept, kind, last, marital, mend, other, picker,
    place,
    pools
  case provisional, purpose, reason, reasons, registered, revoked, rule, score, slips, stands,
    state, station
  case status, title, undone, until, value, verb, verification, waitlisted, what, why, work
  case columns, count, height, numbered, pages, printout, prints, sheet, width
  case expected, initials
  case ends, minutes, order, remaining, started
  case group, outcome, pairs, partners
  case isPair = "is_pair"
  case leftOver = "mutual_left_over"
  case totalRank = "total_rank"
  case bound, fit, meetings, people, repeats, round, rounds, tables, topic
  case differing, first, missing, rate, second, settled, unsettled
  case typedTwice = "typed_twice"
  case leavesOutPaired = "leaves_out_paired"
  case gaveWay = "gave_way"
  case isOptimal = "is_optimal"
  case host, hotline, eligible, pool, starts, theme, festival
  case showsNames = "shows_names"
  case purged, question, text, options, answers, of, fits
  case slipsPurged = "slips_purged"
  case picksPurged = "picks_purged"
  case capacityMen = "capacity_men"
  case capacityWomen = "capacity_women"
  case sitOutsLeast = "sit_outs_least"
  case sitOutsMost = "sit_outs_most"
  case totalFit = "total_fit"
  case worstBalance = "worst_balance"
  case acts, bytes, conflicts, id, ours, replica, rows, table, theirs, copied
  case byHand = "by_hand"
  case lastActive = "last_active"
  case maxPicks = "max_picks"
  case meetingOwn = "meeting_own"
  case verifiedOnly = "verified_only"
  case verifiedUntil = "verified_until"
  case aBadge = "a_badge"
  case bBadge = "b_badge"
  case aRank = "a_rank"
  case bRank = "b_rank"
  case evidence, note, stage
  case aEmployer = "a_employer"
  case aName = "a_name"
  case aNumber = "a_number"
  case aPhone = "a_phone"
  case bEmployer = "b_employer"
  case bName = "b_name"
  case bNumber = "b_number"
  case bPhone = "b_phone"
  case shownAs = "shown_as"
  case birthYear = "birth_year"
  // One name in the file, of several things.
  case actKind = "act:kind"
  case copyKind = "copy:kind"
  case eventState = "event:state"
  case filterName = "filter:name"
  case listingCode = "listing:code"
  case eventPlace = "event:place"
  case seatTable = "seat:table"
  case waitingPlace = "waiting:place"
  case segmentState = "segment:state"
  case gateState = "gate:state"
  case stageDay = "stage:on"
  case roundState = "round:state"

  /// What a script reads.
  var name: String { rawValue.split(separator: ":").last.map(String.init) ?? rawValue }

  var head: Phrase {
    switch self {
    case .act: Phrase("序号", "No.")
    case .acts: Phrase("操作", "Acts")
    case .bytes: Phrase("字节", "Bytes")
    case .columns: Phrase("列", "Across")
    case .count: Phrase("张数", "Pieces")
    case .height: Phrase("高（毫米）", "Height (mm)")
    case .numbered: Phrase("新发号", "New numbers")
    case .pages: Phrase("页数", "Pages")
    case .printout: Phrase("印品", "Printed")
    case .prints: Phrase("可印", "For")
    case .sheet: Phrase("纸", "Sheet")
    case .width: Phrase("宽（毫米）", "Width (mm)")
    case .conflicts: Phrase("待确认", "Conflicts")
    case .copied: Phrase("是复制来的", "A copy")
    case .id: Phrase("编号", "ID")
    case .first: Phrase("第一次", "First")
    case .second: Phrase("第二次", "Second")
    case .settled: Phrase("已确认", "Settled")
    case .typedTwice: Phrase("录过两次", "Typed twice")
    case .differing: Phrase("不一样", "Differing")
    case .rate: Phrase("差错率", "Error rate")
    case .missing: Phrase("未交", "Missing")
    case .unsettled: Phrase("待核对", "To settle")
    case .leavesOutPaired: Phrase("已牵手的不参加", "Paired left out")
    case .roundState: Phrase("状态", "State")
    case .bound: Phrase("上界", "Bound")
    case .expected: Phrase("应到", "Expected")
    case .initials: Phrase("拼音首字母", "Initials")
    case .fit: Phrase("契合度", "Fit")
    case .gaveWay: Phrase("让步的规则", "Gave way")
    case .isOptimal: Phrase("已是最优", "Optimal")
    case .meetings: Phrase("见面次数", "Meetings")
    case .people: Phrase("人数", "People")
    case .repeats: Phrase("重复见面", "Repeats")
    case .round: Phrase("轮次", "Round")
    case .rounds: Phrase("轮数", "Rounds")
    case .seatTable: Phrase("桌", "Table")
    case .group: Phrase("组别", "Group")
    case .outcome: Phrase("结果", "Outcome")
    case .pairs: Phrase("牵手", "Pairs")
    case .partners: Phrase("和谁牵手", "With")
    case .isPair: Phrase("是否牵手", "A pair")
    case .leftOver: Phrase("互选未牵手", "Mutual, no pair")
    case .totalRank: Phrase("名次之和", "Sum of ranks")
    case .host: Phrase("主办", "Host")
    case .hotline: Phrase("热线", "Hotline")
    case .eligible: Phrase("专场条件", "For whom")
    case .pool: Phrase("组", "Pool")
    case .starts: Phrase("开始", "Starts")
    case .theme: Phrase("主题", "Theme")
    case .festival: Phrase("节日", "Festival")
    case .showsNames: Phrase("大屏显示姓名", "Names on screen")
    case .question: Phrase("题号", "No.")
    case .text: Phrase("题目", "Question")
    case .options: Phrase("选项", "Options")
    case .answers: Phrase("答案", "Answers")
    case .of: Phrase("共几题", "Of")
    case .fits: Phrase("合适的", "Who fits")
    case .purged: Phrase("选票清除于", "Slips deleted")
    case .slipsPurged: Phrase("清除选票", "Slips gone")
    case .picksPurged: Phrase("清除所选", "Picks gone")
    case .eventPlace: Phrase("地点", "Place")
    case .waitingPlace: Phrase("候补第几", "In line")
    case .sitOutsLeast: Phrase("轮空最少", "Sit-outs, least")
    case .sitOutsMost: Phrase("轮空最多", "Sit-outs, most")
    case .tables: Phrase("桌数", "Tables")
    case .topic: Phrase("话题", "Topic")
    case .totalFit: Phrase("契合度总和", "Total fit")
    case .worstBalance: Phrase("男女最不均", "Worst balance")
    case .ends: Phrase("到", "Ends")
    case .minutes: Phrase("分钟", "Minutes")
    case .order: Phrase("次序", "Order")
    case .remaining: Phrase("还剩（秒）", "Seconds left")
    case .segmentState: Phrase("进度", "State")
    case .started: Phrase("开始", "Began")
    case .ours: Phrase("本机", "Ours")
    case .replica: Phrase("哪一份", "Replica")
    case .rows: Phrase("行", "Rows")
    case .table: Phrase("表", "Table")
    case .theirs: Phrase("对方", "Theirs")
    case .actKind: Phrase("类别", "Kind")
    case .age: Phrase("年龄", "Age")
    case .arrived: Phrase("已到", "Here")
    case .at: Phrase("时间", "Time")
    case .badge: Phrase("号牌", "Badge")
    case .birthYear: Phrase("出生年份", "Born")
    case .byHand: Phrase("手工更正过", "By hand")
    case .candidates: Phrase("可推荐", "Candidates")
    case .capacity: Phrase("名额", "Places")
    case .capacityMen: Phrase("男名额", "Places (men)")
    case .capacityWomen: Phrase("女名额", "Places (women)")
    case .check: Phrase("检查", "Check")
    case .choices: Phrase("选了几人", "Picks")
    case .code: Phrase("代号", "Code")
    case .date: Phrase("日期", "Date")
    case .copyKind: Phrase("类别", "Kind")
    case .erased: Phrase("有已删除的人", "Erased inside")
    case .file: Phrase("文件", "File")
    case .last: Phrase("最后一步", "Last act")
    case .event: Phrase("活动", "Event")
    case .eventState: Phrase("状态", "State")
    case .field: Phrase("项目", "Detail")
    case .filter: Phrase("条件", "Conditions")
    case .filterName: Phrase("名称", "Name")
    case .found: Phrase("情况", "Found")
    case .granted: Phrase("授权日期", "Given")
    case .grounds: Phrase("依据", "Grounds")
    case .hidden: Phrase("隐去几处", "Places hidden")
    case .holds: Phrase("有效", "Valid")
    case .kept: Phrase("甲", "A")
    case .kind: Phrase("类型", "Kind")
    case .listingCode: Phrase("刊登编号", "Listing number")
    case .lastActive: Phrase("最近动静", "Last heard of")
    case .marital: Phrase("婚姻状况", "Marital status")
    case .maxPicks: Phrase("最多选", "Max picks")
    case .meetingOwn: Phrase("符合本人要求", "Meet own limits")
    case .mend: Phrase("怎么改", "What to do")
    case .other: Phrase("乙", "B")
    case .picker: Phrase("谁的选票", "Picker")
    case .place: Phrase("所在地", "Lives in")
    case .pools: Phrase("分组", "Pools")
    case .provisional: Phrase("暂定", "Provisional")
    case .purpose: Phrase("用途", "Purpose")
    case .reason: Phrase("理由", "Reason")
    case .reasons: Phrase("理由", "Reasons")
    case .registered: Phrase("报名", "Registered")
    case .revoked: Phrase("撤回", "Revoked")
    case .rule: Phrase("规则", "Rule")
    case .score: Phrase("契合度", "Score")
    case .slips: Phrase("选票", "Slips")
    case .stands: Phrase("合并后", "Merged")
    case .state: Phrase("结果", "Result")
    case .station: Phrase("哪台", "Desk")
    case .status: Phrase("状态", "Status")
    case .title: Phrase("名称", "Title")
    case .undone: Phrase("已撤销", "Undone")
    case .until: Phrase("有效至", "Until")
    case .value: Phrase("内容", "Value")
    case .verb: Phrase("事项", "Action")
    case .verification: Phrase("核验", "Verification")
    case .verifiedOnly: Phrase("只限已核验", "Verified only")
    case .verifiedUntil: Phrase("核验有效至", "Verified until")
    case .waitlisted: Phrase("候补", "Waiting")
    case .what: Phrase("内容", "What")
    case .why: Phrase("原因", "Why")
    case .work: Phrase("工作", "Work")
    case .aBadge: Phrase("甲", "A")
    case .bBadge: Phrase("乙", "B")
    case .aRank: Phrase("甲排第", "A's rank")
    case .bRank: Phrase("乙排第", "B's rank")
    case .evidence: Phrase("依据", "Evidence")
    case .gateState: Phrase("公布", "Announcement")
    case .note: Phrase("说明", "Note")
    case .stage: Phrase("进展", "Stage")
    case .stageDay: Phrase("日期", "Since")
    case .aEmployer: Phrase("甲的单位", "A's employer")
    case .aName: Phrase("甲的姓名", "A's name")
    case .aNumber: Phrase("甲的编号", "A's number")
    case .aPhone: Phrase("甲的电话", "A's phone")
    case .bEmployer: Phrase("乙的单位", "B's employer")
    case .bName: Phrase("乙的姓名", "B's name")
    case .bNumber: Phrase("乙的编号", "B's number")
    case .bPhone: Phrase("乙的电话", "B's phone")
    case .shownAs: Phrase("大屏显示", "Shown as")
    }
  }
}

extension TableColumn {
  init(_ column: Column, side: Side = .left, expectedWidth: Int = 0) {
    self.init(
      column.name, head: column.head(Invocation.language), side: side, expectedWidth: expectedWidth)
  }

  init(_ field: MemberField, side: Side = .left, expectedWidth: Int = 0) {
    self.init(
      field.column, head: field.phrase(Invocation.language), side: side,
      expectedWidth: expectedWidth)
  }

  /// The same with another head, where the column's own does not say enough.
  func headed(_ head: Phrase) -> TableColumn {
    TableColumn(name, head: head(Invocation.language), side: side, expectedWidth: expectedWidth)
  }
}
