import Matchmaking
import Pinyin
import Screens

/// An invented evening: sixty men, sixty women, and what happened to them so far.
enum SampleEvening {
  static let today = Day("2026-08-19") ?? Day(year: 2026, month: 8, day: 19).unsafelyPresent
  /// 18:30 in the hall.
  static let doors = Timestamp(milliseconds: 1_787_135_400_000)

  static func event(
    state: EventState = .open, pools: Pools = .two, verifiedOnly: Bool = false, capacity: Int? = nil
  ) -> Event {
    Event(
      id: EventID(high: 1, low: 1), code: "qixi", title: "七夕联谊·金沙湾", date: today, pools: pools,
      capacity: Capacity(capacity), verifiedOnly: verifiedOnly, state: state)
  }

  private static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
  private static let employers = [
    "能源动力厂", "第一人民医院", "城投公司", "海运集团", "实验中学", "供电公司", "轨道交通", "纺织机械厂",
    "市政环卫处", "外卖骑手联合工会",
  ]
  private static let men = ["志超", "子晨", "建国", "强", "扬", "浩然", "文博", "立新", "一鸣", "俊杰"]
  private static let women = ["汝佳", "雪芹", "敏", "思远", "静怡", "丽娜", "晓燕", "梦琪", "春华", "月"]

  static func member(_ index: Int) -> MemberID { MemberID(high: 3, low: UInt64(index)) }
  static func registration(_ index: Int) -> RegistrationID {
    RegistrationID(high: 2, low: UInt64(index))
  }

  /// - Parameter index: even are men; the badge is `index / 2 + 1`.
  static func guest(_ index: Int, arrived: Int, pools: Pools = .two) -> Guest {
    let isMan = index.isMultiple(of: 2)
    let given = isMan ? men : women
    let name = "\(surnames[index * 7 / 3 % surnames.count])\(given[index / 2 % given.count])"
    let isHere = index < arrived
    let badge = pools == .two ? index / 2 + 1 : index + 1
    let at = Timestamp(milliseconds: doors.milliseconds + Int64(index) * 40_000)
    return Guest(
      registration: Registration(
        id: registration(index), event: EventID(high: 1, low: 1), member: member(index),
        pool: pools == .one ? .everyone : isMan ? .men : .women, badge: badge,
        status: isHere ? .checkedIn : index % 29 == 28 ? .waitlisted : .registered,
        arrival: isHere ? Arrival(at: at, station: index % 3 == 0 ? "B" : "A") : nil),
      number: "\(1001 + index)", name: name, sex: isMan ? .man : .woman,
      birthYear: 1988 + index * 5 % 13, employer: employers[index * 3 % employers.count],
      maskedPhone: "13\(index % 10)****\(1000 + index * 37 % 9000)",
      credentials: Credentials(verification: index % 7 == 6 ? .pending : .verified))
  }

  static func evening(
    of event: Event = event(), people: Int = 120, arrived: Int = 87, slips: Int = 0
  ) -> Evening {
    var guests = (0..<people).map { guest($0, arrived: arrived, pools: event.pools) }
    if people > 100 {
      // Three namesakes, told apart by employer, phone and year.
      for (index, employer) in [(90, "能源动力厂"), (92, "实验中学"), (94, "能源动力厂")] {
        guests[index].name = "王志超"
        guests[index].employer = employer
      }
      guests[98].name = "阿卜杜拉·买买提"
      guests[100].name = "欧阳文博"
    }
    var records: [SlipKey: SlipReadings] = [:]
    for index in 0..<min(slips, arrived) where index % 9 != 4 {
      let choices = (0..<index * 7 % 6).map { step in
        registration(choice(of: index, step: step, arrived: arrived, pools: event.pools))
      }
      records[SlipKey(registration(index))] = SlipReadings(
        first: SlipRecord(
          choices: unique(choices, but: registration(index)),
          at: Timestamp(milliseconds: doors.milliseconds + 5_400_000 + Int64(index) * 9_000)))
    }
    return Evening(event: event, guests: guests, slips: records)
  }

  private static func choice(of index: Int, step: Int, arrived: Int, pools: Pools) -> Int {
    let near = [1, 3, 7, 11, 5][step % 5]
    let other = index.isMultiple(of: 2) ? index + near : index - near
    let place = (other % arrived + arrived) % arrived
    guard pools == .two, place % 2 == index % 2 else { return place }
    return place == 0 ? 1 : place - 1
  }

  private static func unique(
    _ choices: [RegistrationID], but picker: RegistrationID
  ) -> [RegistrationID] {
    var seen: Set<RegistrationID> = [picker]
    return choices.filter { seen.insert($0).inserted }
  }

  static func index(of evening: Evening) -> SearchIndex {
    var index = SearchIndex(capacity: evening.guests.count)
    for guest in evening.guests {
      index.append(
        name: guest.name, badge: guest.badge?.description, number: guest.number,
        lastFour: guest.lastFour)
    }
    return index
  }

  static func summaries(_ evening: Evening) -> [EventSummary] {
    let others: [(String, String, String, EventState)] = [
      ("520", "五月二十日专场·新就业形态劳动者", "2026-05-20", .closed),
      ("yuanxiao", "元宵灯会联谊", "2026-03-03", .archived),
    ]
    return [
      EventSummary(
        event: evening.event, headcounts: evening.headcounts, slips: evening.slips.count)
    ]
      + others.enumerated().map { place, other in
        EventSummary(
          event: Event(
            id: EventID(high: 1, low: UInt64(10 + place)), code: other.0, title: other.1,
            date: Day(other.2) ?? today, kind: .special, state: other.3),
          headcounts: [.men: Headcount(present: 48), .women: Headcount(present: 52)], slips: 91)
      }
  }

  /// Somebody of the register with the longest name of the evening.
  static func namesake(_ place: Int) -> Member {
    var member = member(at: place)
    member.name = "阿卜杜拉·买买提"
    return member
  }

  /// What people write when they are asked what they hope for.
  static let hopes = [
    "身高165以上，本科，有房优先，泰安本地，年龄相差5岁内，大三五岁也行",
    "年龄25到35岁，本科及以上，不抽烟，有责任心",
    "身高190以上，博士，月薪三万以上", "真诚善良，聊得来就好", "1985年以后出生，最好是教师或医生，有缘再说",
  ]

  static func member(at place: Int) -> Member {
    let guest = guest(place % 400, arrived: 0)
    return Member(
      id: member(place), number: "\(1001 + place)", name: guest.name, sex: guest.sex,
      birth: BirthDate("\(guest.birthYear ?? 1990)-05"),
      phone: PhoneNumber("1380000\(1000 + place % 9000)"),
      height: 160 + place % 25, verification: place % 5 == 3 ? .pending : .verified,
      texts: [
        .employer: guest.employer, .union: "金沙湾区总工会", .education: "本科", .job: "工程师",
        .interests: "登山、读书、做饭", .criteria: "为人真诚，身高一米七以上，本科，在本市工作，能一起爬山",
      ], extras: ["您从哪里得知": "单位通知"])
  }
}

extension Optional {
  /// For constants of the tests alone.
  fileprivate var unsafelyPresent: Wrapped {
    guard let self else { preconditionFailure("a constant of the tests is wrong") }
    return self
  }
}
