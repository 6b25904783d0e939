import Matchmaking
import Testing

@Suite struct `Regions by name` {
  @Test(arguments: [
    ("泰安", "泰安市"), ("泰安市", "泰安市"), ("泰安市泰山区", "泰安市泰山区"), ("山东泰安", "泰安市"),
    ("山东省泰安市新泰市", "泰安市新泰市"), ("山东 泰安 泰山", "泰安市泰山区"), ("山东省/济南市/历下区", "济南市历下区"),
    ("济南历下", "济南市历下区"), ("历下区", "济南市历下区"), ("新泰", "泰安市新泰市"), ("山东", "山东省"), ("北京", "北京市"),
    ("北京朝阳", "北京市朝阳区"), ("吉林", "吉林省"), ("吉林市", "吉林市"), ("朝阳市", "朝阳市"), ("内蒙古", "内蒙古自治区"),
    ("内蒙古赤峰", "赤峰市"), ("延边", "延边朝鲜族自治州"), ("新疆", "新疆维吾尔自治区"), ("济南市章丘市", "济南市章丘区"),
    ("莱芜", "济南市莱芜区"), ("青岛西海岸新区", "青岛市黄岛区"), ("现住泰安市泰山区财源街道", "泰安市泰山区"),
    ("中国山东省青岛市", "青岛市"), ("滑县", "安阳市滑县"), ("河南", "河南省"), ("泰安（泰山区）", "泰安市泰山区"),
    ("市中区（济南）", ""), ("济南市市中区", "济南市市中区"), ("枣庄市中", "枣庄市市中区"),
  ])
  func `are read as people write them`(text: String, name: String) {
    #expect(Region(text)?.fullName ?? "" == name)
  }

  @Test(arguments: ["", "市", "鼓楼区", "和平", "泰安或济南", "泰安、济南", "外省", "公司附近", "Tai'an", "区", "市中区"])
  func `are not guessed`(text: String) {
    #expect(Region(text) == nil)
  }

  @Test func `Shandong is complete`() throws {
    let shandong = try #require(Region("山东"))
    let all = (370_000...379_999).compactMap(Region.init(code:))
    #expect(all.count { $0.level == .city } == 16)
    #expect(all.count { $0.level == .county } == 136)
    #expect(all.allSatisfy(shandong.contains))
  }

  /// A short name that led elsewhere would make a filter show the wrong people.
  @Test func `lead back to themselves by their short names`() {
    var count = 0
    for code in 110_000...829_999 {
      guard let region = Region(code: code) else { continue }
      count += 1
      #expect(Region(region.shortName) == region, "\(region.fullName) \(region.shortName)")
    }
    #expect(count > 3000)
  }

  @Test func `lie within each other`() throws {
    let (city, county) = (try #require(Region("泰安")), try #require(Region("泰安泰山区")))
    #expect(city.contains(county) && !county.contains(city))
    #expect(county.city == city && county.province == Region("山东"))
    #expect(Region("北京海淀")?.city == Region("北京"))
  }
}
