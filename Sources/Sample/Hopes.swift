/// Hopes for a partner in the many ways people write them; figures lean on one's own.
struct Hopes {
  private let worker: SampleWorker
  private let city: String

  init(_ worker: SampleWorker) {
    self.worker = worker
    city = String(worker.residence.prefix(2))
  }

  private var isWoman: Bool { worker.sex == .woman }

  func text(_ dice: inout Dice) -> String {
    var parts: [String] = []
    if dice.chance(0.7) { parts.append(age(&dice)) }
    if dice.chance(isWoman ? 0.65 : 0.3) { parts.append(height(&dice)) }
    if dice.chance(0.45) { parts.append(education(&dice)) }
    if dice.chance(0.35) { parts.append(past(&dice)) }
    if dice.chance(0.4) { parts.append(place(&dice)) }
    if dice.chance(0.15) { parts.append(income(&dice)) }
    if dice.chance(isWoman ? 0.3 : 0.08) { parts.append(belongings(&dice)) }
    if dice.chance(0.2) { parts.append(habits(&dice)) }
    if dice.chance(0.12) { parts.append(work(&dice)) }
    if dice.chance(0.7) { parts.append(Hopes.temper.draw(&dice)) }
    let gap = dice.chance(0.8) ? "，" : dice.chance(0.5) ? "；" : " "
    return parts.joined(separator: gap)
  }

  private func age(_ dice: inout Dice) -> String {
    let own = 2026 - worker.birthYear
    let (low, high) = isWoman ? (own - 2, own + 6) : (own - 6, own + 2)
    return switch dice.below(7) {
    case 0: "年龄\(max(low, 20))-\(high)岁"
    case 1: "\(high)岁以下"
    case 2: "年龄相差\(dice.number(in: 3...6))岁以内"
    case 3: isWoman ? "比我大\(dice.number(in: 4...7))岁以内" : "比我小\(dice.number(in: 4...7))岁以内"
    case 4: "\(max(low, 20))到\(high)周岁"
    case 5: "\(worker.birthYear / 10 % 10)0后"
    default: "年龄最好\(max(low, 20))-\(high)岁"
    }
  }

  private func height(_ dice: inout Dice) -> String {
    let least = isWoman ? max(worker.height + 4, 165) / 2 * 2 : 155 + dice.below(5)
    return switch dice.below(5) {
    case 0: "身高\(least)以上"
    case 1: "\(least)cm+"
    case 2: "身高1米\(least - 100)以上"
    case 3: "身高不低于\(least)"
    default: "身高\(least)以上优先"
    }
  }

  private func education(_ dice: inout Dice) -> String {
    let level = ["高中", "中专", "大专"].contains(worker.education) ? "大专" : "本科"
    return switch dice.below(5) {
    case 0: "\(level)及以上"
    case 1: "学历\(level)以上"
    case 2: level
    case 3: "最好\(level)"
    default: "\(level)及以上学历优先"
    }
  }

  private func past(_ dice: inout Dice) -> String {
    if worker.maritalStatus != "未婚" { return dice.chance(0.5) ? "可接受离异" : "离异无孩优先" }
    return ["未婚", "未婚", "未婚或离异无孩", "不接受离异带孩", "离异勿扰"][dice.below(5)]
  }

  private func place(_ dice: inout Dice) -> String {
    ["\(city)本地", "在\(city)工作", "本地优先", "山东省内", "\(city)或济南", "不接受异地"][dice.below(6)]
  }

  private func income(_ dice: inout Dice) -> String {
    let least = dice.number(in: 4...8)
    return ["月收入\(least)000以上", "月薪\(least)千以上", "年薪\(least + 2)万以上优先", "收入稳定"][dice.below(4)]
  }

  private func belongings(_ dice: inout Dice) -> String {
    ["有房优先", "有房有车优先", "最好有房", "有房", "有车更好"][dice.below(5)]
  }

  private func habits(_ dice: inout Dice) -> String {
    ["不抽烟", "不抽烟不喝酒优先", "抽烟勿扰", "最好不抽烟"][dice.below(4)]
  }

  private func work(_ dice: inout Dice) -> String {
    ["体制内优先", "教师、医护优先", "工作稳定", "国企、事业单位优先", "体制内"][dice.below(5)]
  }

  private static let temper = Weighted(even: [
    "性格温和", "孝顺父母", "有上进心", "三观相合", "诚实可靠", "热爱生活", "有责任心", "看眼缘", "愿得一人心",
  ])
}
