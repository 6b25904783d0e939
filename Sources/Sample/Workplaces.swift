/// Unions and employers of the sample: places as in Shandong, every employer invented and marked.
enum Workplaces {
  static let province = "山东省总工会"

  static let cities: [(city: String, counties: [String])] = [
    ("济南市", ["历下区", "章丘区", "平阴县"]), ("青岛市", ["市北区", "黄岛区", "胶州市"]),
    ("烟台市", ["芝罘区", "龙口市"]), ("潍坊市", ["奎文区", "寿光市"]),
    ("东营市", ["东营区", "广饶县"]), ("泰安市", ["泰山区", "新泰市"]),
    ("济宁市", ["任城区", "曲阜市"]), ("临沂市", ["兰山区", "沂水县"]),
  ]

  struct Employer: Sendable {
    var name: String
    var city: String
    var county: String
    /// 单位性质: 国有企业, 民营企业, 事业单位 …
    var sector: String
    var jobs: [String]
    /// The county with its city; who works there lives there.
    var residence: String
    var union: String
  }

  /// Four for each county.
  static let employers: [Employer] = places.flatMap { place in
    (0..<4).map { slot in
      let kind = kinds[(place.index * 3 + slot) % kinds.count]
      let word = words[(place.index * 4 + slot) % words.count]
      let town = place.county.dropLast()
      return Employer(
        name: "\(town)\(word)\(kind.ending)（样例）", city: place.city, county: place.county,
        sector: kind.sector, jobs: kind.jobs, residence: place.city + place.county,
        union: place.city + place.county + "总工会")
    }
  }

  private static let places: [(index: Int, city: String, county: String)] =
    cities.flatMap { city in city.counties.map { (city.city, $0) } }
    .enumerated().map { ($0, $1.0, $1.1) }

  private static let words = [
    "海岳", "青禾", "鲁信达", "云帆", "同泽", "恒川", "金穗", "远澜", "启明", "惠民", "天工", "朗润",
    "瑞和", "新程", "众安", "晨晖", "宏泰", "博远",
  ]

  private static let kinds: [(ending: String, sector: String, jobs: [String])] = [
    ("机械制造有限公司", "民营企业", ["车工", "焊工", "质检员", "工艺工程师", "设备维修"]),
    ("人民医院", "事业单位", ["护士", "医师", "药师", "检验技师"]),
    ("能源集团", "国有企业", ["采油工", "安全员", "地质工程师", "会计"]),
    ("物流有限公司", "新就业形态", ["货车司机", "快递员", "调度员", "仓库管理员"]),
    ("实验学校", "事业单位", ["语文教师", "数学教师", "体育教师", "辅导员"]),
    ("软件技术有限公司", "民营企业", ["程序员", "测试工程师", "产品经理", "界面设计师"]),
    ("纺织股份有限公司", "民营企业", ["挡车工", "打样员", "外贸业务员", "人事专员"]),
    ("城市建设集团", "国有企业", ["施工员", "造价员", "资料员", "测量员"]),
    ("政务服务中心", "机关单位", ["科员", "窗口服务", "文秘"]),
    ("农业合作社", "农民工", ["农技员", "电商主播", "大棚管理", "驾驶员"]),
  ]
}
