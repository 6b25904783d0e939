/// The two free texts of a roster, put together from phrases.
enum Prose {
  private static let characters = Weighted(even: [
    "性格开朗，待人真诚", "慢热，但很顾家", "踏实稳重，不抽烟", "乐观，爱笑", "做事认真，话不多", "喜欢安静，也爱热闹",
    "朋友说我\"靠谱\"", "独立，有责任心",
  ])
  private static let wishes = Weighted(even: [
    "希望遇到聊得来的人。", "愿得一人心，白首不分离。", "盼与你一起看海、吃饭、过日子。", "期待真诚的相遇。",
    "周末想有人一起出门走走。", "缘分到了，自然会来。",
  ])
  private static let hopes = Weighted(even: [
    "性格温和", "孝顺父母", "有上进心", "无不良嗜好", "三观相合", "诚实可靠", "热爱生活", "能沟通",
  ])

  static func introduction(job: String, interests: [String], _ dice: inout Dice) -> String {
    // A few write two lines into one cell, as happens.
    let gap = dice.chance(0.05) ? "\n" : ""
    let pastime = interests.first.map { "平时喜欢\($0)。" } ?? ""
    return "我是一名\(job)，\(characters.draw(&dice))。\(gap)\(pastime)\(wishes.draw(&dice))"
  }

  /// Age, height, education, marital status, region and income in the words people use.
  static func criteria(
    _ sex: SampleWorker.Sex, born year: Int, height: Int, city: String, _ dice: inout Dice
  ) -> String {
    let age = 2026 - year
    var parts: [String] = []
    let ages = sex == .man ? (age - 6, age + 1) : (age - 2, age + 6)
    if dice.chance(0.75) { parts.append("年龄\(max(ages.0, 20))-\(ages.1)岁") }
    if dice.chance(0.55) {
      let least = sex == .man ? min(height - 15, 165) : max(height + 5, 168)
      parts.append("身高\(least / 5 * 5)cm以上")
    }
    if dice.chance(0.4) { parts.append(dice.chance(0.5) ? "本科及以上学历" : "大专以上学历") }
    if dice.chance(0.3) { parts.append(dice.chance(0.7) ? "未婚" : "未婚或离异无孩") }
    if dice.chance(0.25) { parts.append("在\(city.dropLast())工作") }
    if dice.chance(0.15) { parts.append("月收入\(dice.number(in: 4...8) * 1_000)元以上") }
    parts += hopes.draw(dice.number(in: 1...2), &dice)
    return parts.joined(separator: "，")
  }
}
