import Matchmaking
import Screens

extension Hall {
  /// A roster that says something else than stands, also where somebody corrected it by hand.
  static let corrected: ImportSummary = {
    var summary = ImportSummary()
    summary.rows = 603
    summary.updated = 3
    summary.unchanged = 600
    let introduction = "热爱生活，喜欢徒步和摄影，周末常去爬山，也喜欢安静地看书，"
    let kept: [(Int, String, DraftField, String, String)] = [
      (5, "王志超", .phone, "13900010007", "13800010007"),
      (5, "王志超", .text(.employer), "", "能源动力厂"),
      (9, "刘娜汝", .text(.introduction), introduction + "会弹钢琴", introduction + "最近在学吉他"),
      (14, "单晓燕", .verification, "rejected", "verified"),
    ]
    let changes: [(Int, String, DraftField, String, String)] = [
      (31, "李建国", .sex, "M", "F"), (31, "李建国", .phone, "", "15000010031"),
      (58, "高雪芹", .text(.employer), "城投公司", "城市建设投资集团"),
      (58, "高雪芹", .extra("班组"), "一班", "检修二班"),
      (60, "吴敏", .phone, "13811110007", "13822220007"),
    ]
    summary.problems = kept.map { row, name, field, before, after in
      ImportProblem(
        row: row, column: "", code: .handCorrected, evidence: after, isRefusal: false,
        difference: difference(row, name, field, before, after))
    }
    summary.changes = changes.map(difference)
    return summary
  }()

  private static func difference(
    _ row: Int, _ name: String, _ field: DraftField, _ before: String, _ after: String
  ) -> FieldDifference {
    FieldDifference(
      row: row, member: MemberID(high: 7, low: UInt64(row)), number: "\(100_000 + row)",
      name: name, field: field, before: before, after: after)
  }

  /// What the dry run of the roster that lies open would have said.
  mutating func seeCorrections(_ summary: ImportSummary = Hall.corrected) {
    answer(.rehearsed(summary))
  }
}
