/// Makes workers out of a seed.
///
/// Worker n depends on the seed and n alone: a longer roster begins like a shorter one.
public enum SampleRoster {
  public static let seed: UInt64 = 20_260_819
  public static let count = 600

  /// - Parameter count: up to 999,999, for which phones and numbers stay different.
  public static func workers(_ count: Int = count, seed: UInt64 = seed) -> [SampleWorker] {
    (0..<count).map { worker($0, seed: seed) }
  }

  static func worker(_ ordinal: Int, seed: UInt64) -> SampleWorker {
    var dice = Dice(seed: seed, stream: UInt64(ordinal))
    let hard = HardNames.at(ordinal)
    let sex = hard?.sex ?? (dice.chance(0.5) ? .man : .woman)
    // Born about 1995, hardly after 2003.
    let year = hard?.year ?? min(max(Int((1995.5 + 4 * dice.normal()).rounded()), 1981), 2003)
    let name = hard?.name ?? NamePool.shared.name(sex, born: year, &dice)
    // Neighbours in the roster never share an employer, so namesakes beside each other do not.
    let count = Workplaces.employers.count
    let place = Workplaces.employers[(ordinal * 5 + dice.below(4)) % count]
    let body = Traits.body(sex, &dice)
    let education = Traits.education.draw(&dice)
    let past = Traits.past(born: year, &dice)
    let interests = Traits.interests.draw(dice.number(in: 2...4), &dice)
    let job = place.jobs[dice.below(place.jobs.count)]
    return SampleWorker(
      number: "YL" + Digits.padded(ordinal + 1, to: 6), name: name, sex: sex, birthYear: year,
      birthMonth: dice.number(in: 1...12),
      // The ordinal keeps them apart, two free digits let some end alike.
      phone: "154" + Digits.padded(ordinal, to: 6) + Digits.padded(dice.below(100), to: 2),
      ethnicity: name.contains("·") ? "维吾尔族" : Traits.ethnicity.draw(&dice),
      height: body.height, weight: body.weight, education: education, employer: place.name,
      union: place.union, sector: place.sector, job: job,
      income: Traits.income(education, &dice), maritalStatus: past.status,
      children: past.children, housing: Traits.housing.draw(&dice),
      residence: place.residence, interests: interests,
      introduction: Prose.introduction(job: job, interests: interests, &dice),
      criteria: Prose.criteria(sex, born: year, height: body.height, city: place.city, &dice),
      verification: Traits.verification.draw(&dice))
  }

  /// The roster as a file: RFC 4180, UTF-8, lines end in CR LF.
  public static func csv(_ workers: [SampleWorker]) -> String {
    CSV.text(head: SampleWorker.columns, rows: workers.lazy.map(\.cells))
  }

  /// The unions of all workers: `name,level,parent`, parents before children.
  public static func unionsCSV() -> String {
    var rows = [[Workplaces.province, "province", ""]]
    for (city, counties) in Workplaces.cities {
      rows.append([city + "总工会", "city", Workplaces.province])
      rows += counties.map { [city + $0 + "总工会", "county", city + "总工会"] }
    }
    rows += Workplaces.employers.map { [$0.name + "工会", "enterprise", $0.union] }
    return CSV.text(head: ["name", "level", "parent"], rows: rows)
  }
}
