import Matchmaking
import Testing

@Suite struct `Moments that machines wrote` {
  @Test(arguments: [
    ("1992-05-04T16:00:00.000Z", "1992-05-05"), ("1992-05-04T16:00Z", "1992-05-05"),
    ("1992-05-04 16:00:00Z", "1992-05-05"), ("1992-05-04T15:59:59Z", "1992-05-04"),
    ("1992-05-04T00:00:00.000Z", "1992-05-04"), ("1992-05-04T16:00:00+00:00", "1992-05-05"),
    ("1992-05-04T16:00:00+0000", "1992-05-05"), ("1992-05-04T12:00:00-05:00", "1992-05-05"),
    ("1992-05-05T00:00:00+08:00", "1992-05-05"), ("1992-05-04T23:59:59+08:00", "1992-05-04"),
    ("1992-12-31T16:00:00Z", "1993-01-01"), ("1992-02-28T16:00:00.000Z", "1992-02-29"),
    ("1992/5/4 16:00:00", "1992-05-04"), ("1992年5月4日 16:00Z", "1992-05-05"),
    ("1992-05-03T23:59:59.9999998", "1992-05-04"), ("1992-05-03T23:59:59.4", "1992-05-03"),
    ("1992-05-04T00:00:00.00000020954757600", "1992-05-04"),
    ("1992-05-04T16:00:00z", "1992-05-05"), ("1992-05-04 上午", "1992-05-04"),
    // Summer time: midnight was at three in the afternoon of Greenwich.
    ("1990-05-03T15:00:00.000Z", "1990-05-04"), ("1990-05-03T14:59:59Z", "1990-05-03"),
    ("1990-04-14T15:00:00Z", "1990-04-14"), ("1990-04-14T16:00:00Z", "1990-04-15"),
    ("1990-09-15T15:00:00Z", "1990-09-16"), ("1990-09-16T15:00:00Z", "1990-09-16"),
    ("1985-07-01T15:00:00Z", "1985-07-01"), ("1992-07-01T15:00:00Z", "1992-07-01"),
    ("1986-07-01T15:00:00Z", "1986-07-02"), ("1991-09-14T15:00:00Z", "1991-09-15"),
    // Midnight as some browsers count it.
    ("1992-05-03T15:59:17.000Z", "1992-05-04"), ("1992/5/3 23:59:17", "1992-05-04"),
    ("1992-05-03 23:59:16", "1992-05-03"),
  ])
  func `fall on the day they had in China`(_ text: String, _ day: String) {
    #expect(FieldReading.birth(text)?.description == day)
  }

  @Test func `days counted from 1904 are four years and a day later`() {
    #expect(FieldReading.birth("32266", is1904: true)?.description == "1992-05-04")
    #expect(FieldReading.birth("32266.0", is1904: true)?.description == "1992-05-04")
    #expect(FieldReading.birth("32266.5", is1904: true)?.description == "1992-05-04")
    #expect(FieldReading.birth("33728.25")?.description == "1992-05-04")
    #expect(FieldReading.birth("40907", is1904: true)?.description == "2015-12-31")
    #expect(FieldReading.birth("40908", is1904: true) == nil)
    #expect(FieldReading.birth("1992", is1904: true)?.description == "1992")
    #expect(FieldReading.birth("19920504", is1904: true)?.description == "1992-05-04")
  }

  @Test(arguments: [
    "24:00", "1:2", "12:60", "12:00:60", "12:00:00.", "12:00+8", "12:00+08:0", "", "Z",
  ])
  func `what is no time of day is none`(_ text: String) { #expect(ClockTime(text) == nil) }

  @Test func `days are counted there and back`() throws {
    for days in stride(from: 0, to: 100_000, by: 7) {
      let (year, month, number) = Day.calendar(daysAfter1899: days + 3)
      let day = try #require(Day(year: year, month: month, day: number))
      #expect(day.daysAfter1899 == days + 3)
    }
  }
}
