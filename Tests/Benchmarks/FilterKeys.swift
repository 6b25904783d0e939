import Foundation

/// From a key in the filter of the list of members until what it finds is on the terminal, with what else may
/// be typed and how many each would leave.
enum FilterKeys {
  private static let filters = [
    "性别=女 身高>=170 学历>=本科", "年龄=25..32 居住地=泰安 已核验", "单位~医院 岗位=教师 收入>=8000", "王 未婚 有房",
    "非 抽烟=是 民族=回", "兴趣~跑步 出生年>=1996",
  ]

  static func run(_ ground: Ground) throws {
    // What is asked for is kept already, as by whoever filtered before.
    _ = try Child.run([
      ground.program, "--store", ground.store, "member", "list", "--where", "工作=体制内", "--limit",
      "1",
    ]).needed()
    var (first, later) = (Samples(), Samples())
    for sitting in 0..<filters.count {
      let keys = try TimedKeys(ground, ["--screen", "members"], until: "YL000001")
      defer { keys.end() }
      _ = keys.type([UInt8(ascii: "/")])
      for (place, filter) in (0..<filters.count).map({ filters[(sitting + $0) % filters.count] })
        .enumerated()
      {
        // The facts are read at one of the keys of the first filter, whichever asks for them.
        var worst = 0.0
        for key in filter.map({ Array(String($0).utf8) }) + filter.map({ _ in [0x7f] }) {
          guard let (_, last) = keys.type(key) else { continue }
          if place == 0 { worst = max(worst, last) } else { later.add(last) }
          usleep(1000)
        }
        if place == 0 { first.add(worst) }
      }
    }
    Report.figure(
      "first filter of 103,986, slowest key", first.worst, under: 100, "ms", first.text)
    Report.figure("later key of a filter to last byte, p99", later.p99, under: 16, "ms", later.text)
  }
}
