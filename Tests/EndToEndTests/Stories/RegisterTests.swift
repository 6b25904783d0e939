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
      3,2026/09/03 12:02:00,仇悦,女,属猴,13800000003,158,身高190以上

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
      try desk.see("3 行：新增 3", "不是出生日期")
      try desk.press("F2")
      try desk.see("报名表-待改.xlsx")
      try desk.press("Escape", "M-1", "F3")
      try desk.type("女 身高>=160")
      try desk.see("the one who fits") { $0.shows("单晓燕") && $0.shows("1 人") }
      try desk.press("F5")
      try desk.see("缘分圈 · 单晓燕", "欧阳文博", "本人要求身高不低于170厘米")
      try desk.press("Escape", "C-n")
      try desk.see("参加推荐的 3 人中，1 人暂无合适人选", "仇悦")
    }

    /// The facts are read only when a word is nobody's name, or a detail's values are asked for.
    @Test func `a job typed among the names becomes a condition, and Tab never leaves the line`()
      throws
    {
      try home.write(
        """
        姓名,性别,岗位,工作单位,民族
        欧阳文博,男,语文教师,实验中学,汉族
        单晓燕,女,护士,泰安市人民医院,回族
        仇悦,女,数学教师,"第一中学 东校区",回族

        """, to: "roster.csv")
      #expect(try home.queqiao("member", "import", home.path("roster.csv")).status == 0)
      try desk.open("--lang", "zh", "desk")
      try desk.press("M-1", "F3")
      try desk.type("教师")
      try desk.see("没有叫“教师”的人；Tab 岗位含“教师” 2", "0 人")
      try desk.press("Tab")
      try desk.see("筛选  岗位~教师", "2 人", "仇悦")
      try desk.type(" 民族=回")
      try desk.see("Tab 回族 1", "1 人")
      try desk.press("Tab")
      try desk.see("岗位~教师 民族=回族", "1 人")
      try desk.press("C-u")
      try desk.type("单位~校区")
      try desk.see("第一中学 东校区")
      try desk.press("Tab")
      try desk.see("单位~\"第一中学 东校区\"", "1 人")
      try desk.press("C-u")
      try desk.type("年龄=25")
      try desk.press("Tab")
      try desk.see("筛选  年龄=25", "这里没有可补全的")
    }
  }
}
