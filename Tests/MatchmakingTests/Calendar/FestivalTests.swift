import Foundation
import Matchmaking
import Testing

@Suite struct `The festivals of a year` {
  private static let lunar: [Festival] = [
    .springFestival, .lantern, .dragonBoat, .qixi, .midAutumn, .doubleNinth,
  ]

  @Test func `are those of two lunar libraries from 1990 to 2050`() throws {
    var years = 0
    for line in LunarTable.text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let year = try #require(Int(words[0]))
      let all = try #require(Festival.all(in: year))
      #expect(all.count == 12)
      for (festival, day) in zip(Self.lunar, words.dropFirst()) {
        let own = all.first { $0.festival == festival }
        #expect(own?.day.description == "\(year)-\(day)", "\(festival)")
      }
      years += 1
    }
    #expect(years == 61)
  }

  @Test func `are those of Foundation's Chinese calendar by the clock of Shanghai`() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    var chinese = Calendar(identifier: .chinese)
    var solar = Calendar(identifier: .gregorian)
    chinese.timeZone = zone
    solar.timeZone = zone
    let days = [(1, 1), (1, 15), (5, 5), (7, 7), (8, 15), (9, 9)]
    for year in [1995, 2001, 2006, 2014, 2017, 2020, 2023, 2025, 2026, 2028, 2031, 2036, 2044] {
      for entry in try #require(Festival.all(in: year)) {
        guard let place = Self.lunar.firstIndex(of: entry.festival) else { continue }
        let noon = DateComponents(
          year: year, month: entry.day.month, day: entry.day.day, hour: 12)
        let told = chinese.dateComponents(
          [.month, .day], from: try #require(solar.date(from: noon)))
        #expect(told.month == days[place].0 && told.day == days[place].1, "\(entry)")
        #expect(told.isLeapMonth != true)
      }
    }
  }

  @Test(arguments: [
    (2026, "2026-02-17", "2026-08-19"), (2027, "2027-02-06", "2027-08-08"),
    (2033, "2033-01-31", "2033-08-01"), (1985, "1985-02-20", "1985-08-22"),
  ])
  func `Spring Festival and Qixi as almanacs have them`(year: Int, spring: String, qixi: String)
    throws
  {
    let all = try #require(Festival.all(in: year))
    #expect(all.first { $0.festival == .springFestival }?.day.description == spring)
    #expect(all.first { $0.festival == .qixi }?.day.description == qixi)
  }

  @Test func `stand in order, twelve in every year that is known, and in no other`() throws {
    for year in Festival.years {
      let all = try #require(Festival.all(in: year))
      #expect(all.count == 12 && Set(all.map(\.festival)).count == 12)
      #expect(all.map(\.day) == all.map(\.day).sorted())
      #expect(all.allSatisfy { $0.day.year == year })
    }
    for year in [Int.min, -1, 0, 1900, 2100, 2199, Int.max] {
      #expect(Festival.all(in: year) == nil)
    }
  }

  @Test func `codes are those of the command line`() {
    #expect(
      Festival.allCases.map(\.rawValue) == [
        "spring-festival", "lantern", "valentine", "womens-day", "labour-day", "may-20",
        "dragon-boat", "qixi", "mid-autumn", "double-ninth", "national-day", "singles-day",
      ])
  }
}
