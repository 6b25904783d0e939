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
    let columns: [(String, String?, [String])] = [
      ("3、您的姓名是？", "name", ["王志超", "刘娜汝", "单晓燕"]),
      ("4、性别", "sex", ["男", "女"]),
      ("5、出生日期", "birth", ["1992/05/04", "1995年3月", "九二年"]),
      ("6、您的手机号码是？", "phone", ["138****0007", "139****1120"]),
      ("7、身高（cm）", "height", ["175", "1.62", "168"]),
      ("8、所在部门", nil, ["检修一班", "财务科", "综合办"]),
      ("9、对另一半的期望", nil, ["身高170以上，本科", "真诚善良就好"]),
      ("12、您从哪里得知", nil, ["朋友圈", "单位通知"]),
    ]
    let isText = choice.path.hasSuffix(".csv")
    return RosterSketch(
      choice: choice, sheet: isText ? nil : choice.sheet ?? "报名",
      sheets: isText ? [] : ["报名", "说明"],
      columns: columns.map { head, field, samples in
        let corrected = choice.corrections[head]
        return RosterSketch.Column(
          head: head, field: corrected.map { $0.isEmpty ? nil : $0 } ?? field,
          isCorrected: corrected != nil, samples: samples)
      }, problems: [])
  }
}
