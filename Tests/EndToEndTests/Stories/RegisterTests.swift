import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `The register` {
    let home: Home
    let desk: TerminalSession

    init() throws {
      home = try Home()
      desk = try TerminalSession(home, columns: 120, rows: 40)
    }

    /// A survey's export with a date nobody can read.
    private static let roster = """
      序号,提交答卷时间,1、您的姓名是？,2、性别,3、出生日期,4、您的手机号码是？,5、身高,6、想找个什么样的
      1,2026/09/03 12:00:00,欧阳文博,男,1992/05/04,13800000001,1.75,身高160以上
      2,2026/09/03 12:01:00,单晓燕,女,1994/03,13800000002,165,身高170以上
      3,2026/09/03 12:02:00,仇悦,女,九二年,13800000003,158,身高190以上

      """

    @Test func `a roster goes from its file over its columns to people who are found`() throws {
      try home.write(Self.roster, to: "报名表.csv")
      try desk.open("--lang", "zh", "desk")
      try desk.type("2")
      try desk.see("报名表.csv")
      try desk.type("报名")
      try desk.press("Enter")
      try desk.see("1、您的姓名是？", "138****0001", "新增 3", "有问题 1 行")
      // What is hoped for stands under a head nobody knows: the third from the end of the fields.
      try desk.press("End", "F3", "End", "Up", "Up", "Up", "Enter")
      try desk.see("择偶要求 *", "新增 3")
      try desk.press("Enter")
      try desk.see("3 行：新增 3", "读不成出生日期")
      try desk.press("F2")
      try desk.see("报名表-待改.xlsx")
      try desk.press("Escape", "M-1", "F3")
      try desk.type("女 身高>=160")
      try desk.see("the one who fits") { $0.shows("单晓燕") && $0.shows("1 人") }
      try desk.press("F5")
      try desk.see("缘分圈 · 单晓燕", "欧阳文博", "自己希望身高不低于170厘米")
      try desk.press("Escape", "C-n")
      try desk.see("参加推荐的 3 人里，1 人没有合适的人", "仇悦")
    }
  }
}
