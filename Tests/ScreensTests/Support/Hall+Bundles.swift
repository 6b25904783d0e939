import Matchmaking
import Screens

extension Hall {
  static let merge: MergeOutcome = {
    var outcome = MergeOutcome()
    (outcome.acts, outcome.rows, outcome.conflicts) = (58, 64, 3)
    return outcome
  }()

  static func bundles(_ folder: String) -> FolderListing {
    FolderListing(
      folder: folder,
      entries: [
        FolderListing.Entry(name: "2号机.qqb", isFolder: false, size: 3_749, changed: "2026-08-19")
      ])
  }

  static let bundle: BundleContents = {
    var contents = BundleContents()
    (contents.acts, contents.rows, contents.bytes) = (312, 104_731, 73_400_320)
    return contents
  }()

  static let someConflicts: [ConflictRecord] = [
    ConflictRecord(
      id: "11111111-0000-8000-8000-000000000001", kind: .badgeTwice, table: "registration",
      subject: "QX2026 陈明 M7 / QX2026 王敏", column: "badge", ours: "M7", theirs: nil),
    ConflictRecord(
      id: "22222222-0000-8000-8000-000000000002", kind: .editedApart, table: "member",
      subject: "100017 李娜", column: "job", ours: "电工", theirs: "焊工"),
    ConflictRecord(
      id: "33333333-0000-8000-8000-000000000003", kind: .slipDiffers, table: "ballot",
      subject: "QX2026 赵强 M12", column: nil, ours: "F3 F7", theirs: "F3 F1"),
  ]
}
