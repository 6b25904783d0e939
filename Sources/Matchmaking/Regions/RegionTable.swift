internal import CData

/// The table of divisions, parsed once.
struct RegionTable: Sendable {
  static let shared = RegionTable()

  /// By code, in order.
  let codes: [Int32]
  private let names: [Int32: (full: String, short: String)]
  /// Every region of a name, full or short.
  private let byName: [String: [Int32]]

  private init() {
    let table = queqiao_divisions()
    let text = String(
      decoding: UnsafeRawBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var codes: [Int32] = []
    var names: [Int32: (full: String, short: String)] = [:]
    var byName: [String: [Int32]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2, let code = Int32(words[0]) else { continue }
      let plain = words[1].count > 2 ? String(words[1].dropLast()) : words[1]
      let short = words.count > 2 ? words[2] : plain
      codes.append(code)
      names[code] = (words[1], short)
      byName[words[1], default: []].append(code)
      if short != words[1] { byName[short, default: []].append(code) }
    }
    for (name, code) in RegionTable.aliases { byName[name] = [code] }
    self.codes = codes
    self.names = names
    self.byName = byName
  }

  /// Names that were, or that everybody uses.
  private static let aliases: [String: Int32] = [
    "莱芜": 370_116, "莱芜市": 370_116, "西海岸": 370_211, "西海岸新区": 370_211, "胶南": 370_211,
    "胶南市": 370_211, "长岛": 370_614, "长岛县": 370_614, "苍山县": 371_324,
    "内蒙": 150_000, "香港特区": 810_000, "澳门特区": 820_000,
  ]

  func name(_ code: Int32) -> String? { names[code]?.full }
  func short(_ code: Int32) -> String? { names[code]?.short }
  func regions(named name: String) -> [Int32] { byName[name] ?? [] }

  /// The longest name of a region.
  static let longestName = 15
}
