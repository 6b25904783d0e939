import Matchmaking
import Screens

extension Hall {
  static func listing(_ folder: String) -> FolderListing {
    guard folder == "~/" || folder == "~/名册/" else {
      return FolderListing(folder: folder, entries: [], isUnreadable: true)
    }
    let files: [FolderListing.Entry] = [
      .init(name: "报名表.xlsx", isFolder: false, size: 74_112, changed: "2026-08-12"),
      .init(name: "泰山区各单位名册.csv", isFolder: false, size: 1_284_000, changed: "2026-08-03"),
    ]
    let folders = ["下载", "名册"].map { FolderListing.Entry(name: $0, isFolder: true) }
    return FolderListing(folder: folder, entries: folder == "~/" ? folders + files : files)
  }

  /// A survey's export, as its columns are understood.
  static func sketch(_ choice: RosterChoice) -> RosterSketch {
    let isText = choice.path.hasSuffix(".csv")
    return RosterSketch(
      choice: choice, sheet: isText ? nil : choice.sheet ?? "报名",
      sheets: isText ? [] : ["报名", "说明"],
      columns: columns(choice.corrections).map { report in
        RosterSketch.Column(report, samples: samples[report.place - 1])
      }, problems: [])
  }

  private static let heads: [(String, ColumnReport.Fate)] = [
    ("3、您的姓名是？", .read("name")), ("4、性别", .read("sex")), ("5、出生日期", .read("birth")),
    ("6、您的手机号码是？", .read("phone")), ("7、身高（cm）", .read("height")), ("8、所在部门", .kept),
    ("9、对另一半的期望", .kept), ("12、您从哪里得知", .kept), ("13、年收入（万元）", .read("income")),
    ("14、是否同意信息公开", .kept), ("15、推荐人", .read("matchmaker")), ("16、手机", .repeated("phone")),
    ("序号", .passedOver(.serial)), ("提交答卷时间", .read("answered")), ("来自IP", .passedOver(.survey)),
  ]

  private static let samples: [[String]] = [
    ["王志超", "刘娜汝", "单晓燕"], ["男", "女"], ["1992/05/04", "1995年3月", "九二年"],
    ["138****0007", "139****1120"], ["175", "1.62", "168"], ["检修一班", "财务科", "综合办"],
    ["身高170以上，本科", "真诚善良就好"], ["朋友圈", "单位通知"], ["12", "8-10"], ["同意", "不同意"], [],
    ["139****1120"], ["1", "2", "3"], ["2026/09/03 12:00:00"], ["112.6.1.20"],
  ]

  /// What became of the columns, with what somebody said.
  static func columns(_ corrections: [String: String] = [:]) -> [ColumnReport] {
    heads.enumerated().map { index, column in
      var fate = column.1
      let word = corrections[column.0]
      if let word {
        fate = word.isEmpty ? .kept : word == "skip" ? .passedOver(.decided) : .read(word)
      }
      return ColumnReport(
        place: index + 1, head: column.0, fate: fate, unit: index == 8 ? "万元/年" : "",
        isDecided: word != nil, filled: samples[index].isEmpty ? 0 : 603)
    }
  }
}
