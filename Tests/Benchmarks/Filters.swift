import Foundation

/// Filters over the whole register as whole processes, beside the shell of SQLite over columns that are typed
/// already.
enum Filters {
  /// The same as a filter and as SQL has it, as far as SQL can.
  private static let alike = [
    (filter: "性别=女 身高>=170 出生年>=1996", sql: "sex = 'F' AND height >= 170 AND year >= 1996"),
    (filter: "学历>=硕士 已核验", sql: "level >= 6 AND verification = 'verified'"),
    (filter: "单位~医院 性别=男 出生年<=1992", sql: "employer LIKE '%医院%' AND sex = 'M' AND year <= 1992"),
  ]

  static func run(_ ground: Ground) throws {
    let typed = ground.folder + "/typed.sqlite"
    try makeColumns(of: ground.store, in: typed)
    let list = [ground.program, "--store", ground.store, "member", "list", "--format", "csv"]
    let first = try Child.run(list + ["--where", alike[0].filter]).needed()
    Report.note("the first filter on a store, which keeps", "\(Report.number(first)) ms")
    for (filter, sql) in alike {
      var (ours, theirs) = (Samples(), Samples())
      let select = "SELECT \(columns) FROM m WHERE \(sql) ORDER BY length(number), number"
      for _ in 0..<9 {
        ours.add(try Child.run(list + ["--where", filter]).needed())
        theirs.add(try Child.run(["/usr/bin/sqlite3", "-csv", typed, select]).needed())
      }
      Report.figure(
        "member list --where, of sqlite3's time", ours.median / theirs.median, under: 3, "×",
        ours.text)
      Report.peer("sqlite3, the same over typed columns", theirs.text)
    }
    try FilterKeys.run(ground)
  }

  private static let columns =
    "number, name, sex, birth, height, phone, verification, status, education, employer, union_name, residence"

  private static func makeColumns(of store: String, in path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    let levels = ["小学", "初中", "高中", "大专", "本科", "硕士", "博士"].enumerated().map {
      "WHEN education LIKE '%\($1)%' THEN \($0 + 1)"
    }
    let make =
      "CREATE TABLE m AS SELECT \(columns), CAST(substr(birth, 1, 4) AS INTEGER) AS year,"
      + " CASE \(levels.joined(separator: " ")) END AS level FROM store.member"
    _ = try Child.run(["/usr/bin/sqlite3", path, "ATTACH '\(store)' AS store", make]).needed()
  }
}
