extension Region {
  /// Reads a place that is the whole text: `泰安`, `泰安市泰山区`, `山东泰安`, `山东省/泰安市/新泰市`, with an
  /// address behind it perhaps.
  ///
  /// A name that several places have is understood only together with a larger one around it; a
  /// province comes before a city of its name, a city before a county. Nil where the text begins with
  /// no place, or speaks of two.
  public init?(_ text: String) {
    guard let region = Region.read(Written(text)) else { return nil }
    self = region
  }

  static func read(_ text: Written) -> Region? {
    let start = skipped(text, from: 0)
    guard let path = path(text, from: 0, within: nil) ?? path(text, from: start, within: nil),
      !speaksOfAnother(text, from: path.end, than: path.region)
    else { return nil }
    return path.region
  }

  /// The names that stand one after the other, each within the one before: of all ways to cut them
  /// the one that takes most of the text, as `枣庄市中` is 市中区 and not 枣庄市.
  private static func path(
    _ text: Written, from start: Int, within outer: Region?
  ) -> (region: Region, end: Int)? {
    var best: (region: Region, end: Int)?
    for (region, end) in names(text, at: start, within: outer) {
      var found = (region: region, end: end)
      if region.level != .county {
        let next = path(text, from: end, within: region)
        found = next ?? path(text, from: skipped(text, from: end), within: region) ?? found
      }
      if best.map({ $0.end < found.end }) ?? true { best = found }
    }
    return best
  }

  private static let leads = [
    "中国", "现居住地", "现居住于", "现居住", "现居", "居住", "现住", "户口", "户籍", "籍贯", "来自", "家在", "住在", "目前", "工作",
    "在", "住", "于",
  ]
  .map { $0.unicodeScalars.map(\.value) }
  /// Space, `-`, `/`, `,`, `，`, `、`, `·`, `:`, `>`, `(` and `)`.
  private static let gaps: Set<UInt32> = [
    0x20, 0x2d, 0x2f, 0x2c, 0xb7, 0x3a, 0x3e, 0x28, 0x29, 0x2e, 0x7c, 0x2022,
  ]

  private static func skipped(_ text: Written, from start: Int) -> Int {
    var place = start
    while place < text.count {
      if gaps.contains(text[place]) {
        place += 1
      } else if let lead = leads.first(where: { isThere($0, text, place) }) {
        place += lead.count
      } else {
        break
      }
    }
    return place
  }

  private static func isThere(_ word: [UInt32], _ text: Written, _ place: Int) -> Bool {
    place + word.count <= text.count
      && text.scalars[place..<(place + word.count)].elementsEqual(word)
  }

  /// The regions whose names stand at the place, the longest name first.
  static func names(
    _ text: Written, at place: Int, within outer: Region?
  ) -> [(region: Region, end: Int)] {
    let longest = min(RegionTable.longestName, text.count - place)
    guard longest >= 2 else { return [] }
    return stride(from: longest, through: 2, by: -1).flatMap { length in
      let word = String(text.substring(place..<(place + length)))
      let all = RegionTable.shared.regions(named: word).map(Region.init(known:))
      let fitting = all.filter { region in
        outer.map { $0 != region && $0.contains(region) } ?? true
      }
      guard let region = only(fitting) else { return [(region: Region, end: Int)]() }
      let (end, behind) = (place + length, swallowed(text, place + length))
      return end == behind ? [(region, end)] : [(region, behind), (region, end)]
    }
  }

  /// One of them, if it alone stands highest.
  private static func only(_ regions: [Region]) -> Region? {
    guard let top = regions.map(\.level).min() else { return nil }
    let highest = regions.filter { $0.level == top }
    return highest.count == 1 ? highest.first : nil
  }

  /// Takes the ending along that the name once had or is wrongly given: `章丘市` is 章丘区 today.
  private static func swallowed(_ text: Written, _ end: Int) -> Int {
    let endings: [UInt32] = [0x7701, 0x5e02, 0x533a, 0x53bf]  // 省市区县
    let last = end > 0 ? text[end - 1] : 0
    return !endings.contains(last) && endings.contains(text[end]) ? end + 1 : end
  }

  /// Whether behind a place another one follows that does not lie within: `泰安或济南`.
  private static func speaksOfAnother(_ text: Written, from start: Int, than region: Region) -> Bool
  {
    let marks: Set<UInt32> = [0x6216, 0x548c, 0x3001, 0x2f, 0x2c, 0x20, 0x53ca, 0x3b]  // 或和、/, 及;
    return (start..<max(start, text.count)).contains { place in
      guard place > 0, marks.contains(text[place - 1]),
        let other = names(text, at: place, within: nil).first
      else { return false }
      return !region.contains(other.region) && !other.region.contains(region)
    }
  }
}
