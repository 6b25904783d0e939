/// What workers are like: shares are guesses that look right, not statistics.
enum Traits {
  static let educations = ["高中", "中专", "大专", "本科", "硕士", "博士"]
  static let education = Weighted(
    zip(educations, [0.06, 0.1, 0.32, 0.42, 0.09, 0.01]).map { ($0, $1) })
  static let ethnicity = Weighted([("汉族", 0.96), ("回族", 0.025), ("满族", 0.01), ("蒙古族", 0.005)])
  static let housing = Weighted([("已购房", 0.4), ("与父母同住", 0.3), ("租房", 0.2), ("单位宿舍", 0.1)])
  static let verification = Weighted([
    ("单位工会已审核，盖章", 0.86), ("待审核", 0.11), ("缺单身承诺书，退回", 0.03),
  ])
  static let pastimes = [
    "阅读", "跑步", "羽毛球", "篮球", "乒乓球", "登山", "骑行", "游泳", "摄影", "电影", "音乐", "唱歌", "书法",
    "烹饪", "旅行", "钓鱼", "养花", "瑜伽", "桌游", "太极拳", "剪纸", "志愿服务",
  ]
  static let interests = Weighted(even: pastimes)

  static func body(_ sex: SampleWorker.Sex, _ dice: inout Dice) -> (height: Int, weight: Int) {
    let mean = sex == .man ? 175.0 : 163.0
    let height = mean + 5.3 * dice.normal()
    let index = (sex == .man ? 23.3 : 20.8) + 2 * dice.normal()
    return (Int(height.rounded()), Int((index * height * height / 10_000).rounded()))
  }

  static func income(_ education: String, _ dice: inout Dice) -> Int {
    let base: Double =
      switch education {
      case "博士": 13_000
      case "硕士": 9_500
      case "本科": 7_200
      case "大专": 6_000
      default: 5_200
      }
    return max(Int((base * (1 + 0.22 * dice.normal()) / 100).rounded()) * 100, 2_800)
  }

  static func past(born year: Int, _ dice: inout Dice) -> (status: String, children: String) {
    guard year < 1997, dice.chance(0.16) else { return ("未婚", "无") }
    let status = dice.chance(0.92) ? "离异" : "丧偶"
    return (status, dice.chance(0.45) ? "有一孩" : "无")
  }
}
