public import Matchmaking

/// The sample's workers as members of a register, with more details and with criteria as varied as
/// people write them.
///
/// What is added is drawn from streams of its own: the roster in data/sample stays as it is.
public enum SampleMembers {
  public static func members(_ count: Int, seed: UInt64 = SampleRoster.seed) -> [Member] {
    (0..<count).map { ordinal in
      member(SampleRoster.worker(ordinal, seed: seed), ordinal, seed)
    }
  }

  private static func member(_ worker: SampleWorker, _ ordinal: Int, _ seed: UInt64) -> Member {
    var dice = Dice(seed: seed &+ 0x5eed, stream: UInt64(ordinal))
    var texts = texts(of: worker)
    texts[.car] = Weighted([("有车", 0.45), ("无", 0.35), ("计划购车", 0.2)]).draw(&dice)
    texts[.onlyChild] = dice.chance(0.4) ? "是" : "否"
    texts[.household] = dice.chance(0.8) ? worker.residence : "山东省"
    texts[.hometown] = Workplaces.cities[dice.below(Workplaces.cities.count)].city
    if worker.sex == .man {
      texts[.note] = Weighted([("不抽烟", 0.5), ("偶尔抽烟", 0.2), ("抽烟", 0.3)]).draw(&dice)
    }
    texts[.criteria] = Hopes(worker).text(&dice)
    // Gaps, as in every register.
    for text in [MemberText.education, .income, .housing, .residence, .car, .note, .children]
    where dice.chance(0.05) {
      texts[text] = nil
    }
    let height = dice.chance(0.03) ? nil : worker.height
    return Member(
      id: MemberID(milliseconds: Int64(ordinal), random: (dice.next(), dice.next())),
      number: worker.number, name: worker.name, sex: worker.sex == .man ? .man : .woman,
      birth: BirthDate(year: worker.birthYear, month: worker.birthMonth),
      phone: PhoneNumber(worker.phone), height: height,
      verification: worker.verification.hasPrefix("单位工会已审核") ? .verified : .pending,
      texts: texts)
  }

  private static func texts(of worker: SampleWorker) -> [MemberText: String] {
    [
      .education: worker.education, .employer: worker.employer, .union: worker.union,
      .sector: worker.sector, .job: worker.job, .income: "\(worker.income)",
      .marital: worker.maritalStatus, .children: worker.children, .housing: worker.housing,
      .residence: worker.residence, .weight: "\(worker.weight)kg",
      .interests: worker.interests.joined(separator: "、"), .introduction: worker.introduction,
    ]
  }
}
