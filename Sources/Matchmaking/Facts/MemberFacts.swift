/// A member's details as typed values, computed from what was written.
public struct MemberFacts: Hashable, Sendable {
  public var sex: Sex?
  public var birth: BirthDate?
  /// Centimetres.
  public var height: Int?
  /// Kilograms.
  public var weight: Fact<Int> = .unsaid
  public var education: Fact<Education> = .unsaid
  public var income: Fact<MonthlyIncome> = .unsaid
  public var marital: Fact<MaritalStatus> = .unsaid
  public var children: Fact<Children> = .unsaid
  /// Where the member lives.
  public var residence: Fact<Region> = .unsaid
  public var household: Fact<Region> = .unsaid
  public var hometown: Fact<Region> = .unsaid
  public var housing: Fact<Housing> = .unsaid
  public var car: Fact<Bool> = .unsaid
  public var onlyChild: Fact<Bool> = .unsaid
  public var smoking: Fact<Habit> = .unsaid
  public var drinking: Fact<Habit> = .unsaid
  public var work: Fact<Work> = .unsaid
  /// What is asked for by its words: employer, union, job and the like.
  public var texts = TextFacts()
  public var verification: Verification = .pending
  public var status: MemberStatus = .single

  public init() {}

  public init(_ member: Member) {
    var memory = FactMemory()
    self.init(member, memory: &memory)
  }

  /// For many members one after the other, who say the same in the same words.
  public init(_ member: Member, memory: inout FactMemory) {
    let texts = member.texts
    sex = member.sex
    birth = member.birth
    height = member.height
    verification = member.verification
    status = member.status
    weight = .read(texts[.weight], WeightReading.read)
    education = memory.education.read(texts[.education], Education.read)
    income = memory.income.read(texts[.income], MonthlyIncome.read)
    marital = memory.marital.read(texts[.marital], MaritalStatus.read)
    children = MemberFacts.children(texts)
    residence = memory.places.read(texts[.residence], Region.read)
    household = memory.places.read(texts[.household], Region.read)
    hometown = memory.places.read(texts[.hometown], Region.read)
    housing = memory.housing.read(texts[.housing], Housing.read)
    car = .read(texts[.car], YesNo.car)
    onlyChild = .read(texts[.onlyChild], YesNo.onlyChild)
    let said = Written(MemberFacts.selfDescription(member))
    smoking = Habit.smoking(said).map(Fact.known) ?? .unsaid
    drinking = Habit.drinking(said).map(Fact.known) ?? .unsaid
    work = .read(
      [texts[.sector], texts[.job]].compactMap(\.self).joined(separator: " "), Work.read)
    self.texts = TextFacts(texts, memory: &memory)
  }

  /// The column of its own first; then what the marital status says besides, as `离异带孩`.
  private static func children(_ texts: [MemberText: String]) -> Fact<Children> {
    let own = Fact.read(texts[.children], Children.read)
    if case .known = own { return own }
    let besides = texts[.marital].flatMap { Children.inside(Written($0)) }
    return besides.map(Fact.known) ?? own
  }

  /// Where people write about smoking and drinking; columns about it are kept as extras.
  private static func selfDescription(_ member: Member) -> String {
    var parts = [member.texts[.introduction], member.texts[.note]].compactMap(\.self)
    for (head, text) in member.extras.sorted(by: { $0.key < $1.key })
    where head.contains("烟") || head.contains("酒") {
      let verb = head.contains("烟") ? "抽烟" : "喝酒"
      switch text {
      case "是", "有", "经常": parts.append(verb)
      case "否", "无", "不", "从不", "没有": parts.append("不" + verb)
      case "偶尔", "有时": parts.append("偶尔" + verb)
      default: parts.append(text)
      }
    }
    return parts.joined(separator: "。")
  }
}
