import Matchmaking
import Testing

@Suite struct `What is told of an event` {
  @Test(arguments: [
    ("19:30", "19:30"), ("9:30", "09:30"), ("0:00", "00:00"), ("23:59", "23:59"),
    ("19：30", "19:30"),
    ("１９：３０", "19:30"), ("09:05", "09:05"),
  ])
  func `a time of the day is read as it is typed`(typed: String, time: String) {
    #expect(EventDetails.start(typed: typed) == time)
  }

  @Test(arguments: [
    "", "7", "24:00", "19:60", "19.30", "1930", "19:3", "019:30", "19:30:00", ":30", "19:", "-1:30",
    "+9:30",
    "七:三十", "9 :30", "19:30pm",
  ])
  func `what is no time of a day is none`(typed: String) {
    #expect(EventDetails.start(typed: typed) == nil)
  }

  private func code(_ change: (inout EventForm) -> Void) -> String? {
    var form = EventForm(code: "QX", title: "七夕", date: .fallback)
    change(&form)
    do throws(EventRefusal) {
      try form.check()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `is looked at before it is kept`() {
    let long = String(repeating: "长", count: EventDetails.longest + 1)
    #expect(code { $0.details.place = String(long.dropLast()) } == nil)
    #expect(code { $0.details.place = long } == "too-long")
    #expect(code { $0.details.theme = long } == "too-long")
    #expect(code { $0.details.host = long } == "too-long")
    #expect(code { $0.details.hotline = long } == "too-long")
    #expect(code { $0.details.starts = "9:30" } == "bad-time")
    #expect(code { $0.details.starts = "25:00" } == "bad-time")
    #expect(code { $0.eligible = "age=25..35 verified" } == nil)
    #expect(code { $0.eligible = "新人" } == "bad-condition")
    #expect(code { $0.eligible = String(repeating: "age=30 ", count: 9_000) } == "bad-condition")
  }
}
