/// A place that stands in free criteria, and the longer name that it may begin.
///
/// `山西北路` is a road and `陕西师范大学` a school: neither says where somebody lives, and both stay
/// words. Of an address the places in front count, as for `上海市山西北路附近`.
struct CriteriaPlaceName {
  typealias Part = (word: CriteriaWord, length: Int)

  private(set) var parts: [Part] = []
  private let text: Written

  /// Whether the name of a region may be followed by more of a name; most are not, and need no look.
  static func mayGoOn(_ text: Written, _ start: Int, _ length: Int) -> Bool {
    let end = start + length
    guard text[end] > 0x2e80 else { return false }
    // 市 may begin the next name: 济南市中区.
    guard text[end - 1] != 0x5e02, let next = CriteriaWord.lexicon.match(text, at: end) else {
      return true
    }
    switch next.meaning {
    case .region, .gap, .unit, .part, .education, .work, .nearby: return true
    case .filler: return next.length == 1
    default: return false
    }
  }

  /// - Parameter start: where a name of a region stands.
  init(_ text: Written, at start: Int) {
    self.text = text
    parts = parts(from: start)
  }

  private func parts(from start: Int) -> [Part] {
    var path = path(from: start, within: nil)
    guard let last = path.last else { return [(.unknown, 1)] }
    guard let tail = Tail(text, from: last.end) else {
      return [(.region(last.region), last.end - start)]
    }
    let name = [Part(.unknown, tail.end - start)]
    switch tail.kind {
    case .institution: return name
    case .landmark: break
    case .road where tail.middle.count < 2:
      // The last place is part of the road's name: 泰安市泰山路, 青岛市南京路.
      path.removeLast()
      guard let place = path.last, isExact(place) else { return name }
    case .road: break
    }
    let end = path.last?.end ?? start
    return [(.region(path.last?.region ?? last.region), end - start), (.filler, tail.end - end)]
  }

  /// A province by its bare name stands in front of roads that are elsewhere: 山东青岛路.
  private func isExact(_ place: (region: Region, end: Int)) -> Bool {
    let endings: [UInt32] = [0x7701, 0x5e02, 0x533a, 0x53bf]  // 省市区县
    return place.region.level != .province || endings.contains(text[place.end - 1])
  }

  /// Places one within the other with nothing between: of all ways to cut them the one that takes most.
  private func path(from start: Int, within outer: Region?) -> [(region: Region, end: Int)] {
    var best: [(region: Region, end: Int)] = []
    for name in Region.names(text, at: start, within: outer) {
      let more = name.region.level == .county ? [] : path(from: name.end, within: name.region)
      let whole = [name] + more
      if (best.last?.end ?? start) < (whole.last?.end ?? start) { best = whole }
    }
    return best
  }
}

/// What follows a place and makes it part of a longer name.
private struct Tail {
  enum Kind: Sendable { case road, landmark, institution }

  let kind: Kind
  /// What stands between the place and the word that ends the name.
  let middle: Range<Int>
  let end: Int
  private let text: Written

  private static let longest = 6
  private static let words = Lexicon<Kind>([
    ("路 街 大街 大道 巷 胡同 街道 镇 乡 村 小区 社区 花园 广场 弄 街区", .road),
    ("大学城 火车站 高铁站 汽车站 车站 东站 西站 南站 北站 站 机场 新区 高新区 开发区 经开区 商圈 高新 新城 老城区 主城区", .landmark),
    (
      """
      大学 学院 学校 高校 中学 一中 二中 小学 师范 师大 交大 理工 医科 医专 职业学院 技校 研究院 研究所 设计院 人民医院 人民政府 人民法院 银行 分行 支行 证券 保险 医院 \
      公司 集团 股份 钢铁 啤酒 电视台 卫视 日报 出版社 大厦 酒店 饭店 公园 博物馆 机场集团 铁路局 电力 热电 制药
      """, .institution
    ),
  ])

  init?(_ text: Written, from start: Int) {
    var place = start
    while place - start <= Tail.longest, text[place] > 0x2e80 {
      if let (length, kind) = Tail.words.match(text, at: place) {
        let end = place + length
        self.init(
          kind: kind, middle: start..<place,
          end: kind == .institution ? end : Tail.behindNeighbours(text, end), text: text)
        return
      }
      if let (length, word) = CriteriaWord.lexicon.match(text, at: place) {
        guard Tail.mayBeOfName(word) else { return nil }
        place += length
      } else {
        place += 1
      }
    }
    return nil
  }

  private init(kind: Kind, middle: Range<Int>, end: Int, text: Written) {
    (self.kind, self.middle, self.end, self.text) = (kind, middle, end, text)
  }

  /// Words that are syllables of names as well: 大 of 山大路, 青岛 of 青岛路.
  private static func mayBeOfName(_ word: CriteriaWord) -> Bool {
    switch word {
    case .region, .gap, .unit, .part: true
    default: false
    }
  }

  private static func behindNeighbours(_ text: Written, _ end: Int) -> Int {
    guard case (let length, .around)? = CriteriaWord.lexicon.match(text, at: end) else {
      return end
    }
    return end + length
  }
}
