import Matchmaking
import Testing

@Suite struct `What is told of an event` {
  @Test(arguments: [
    ("19:30", "19:30"), ("9:30", "09:30"), ("0:00", "00:00"), ("23:59", "23:59"),
    ("19：30", "19:30"),
    ("１９：３０", "19:30"), ("09:05", "09:05"), ("1930", "19:30"), ("１９３０", "19:30"),
    ("930", "09:30"), ("0930", "09:30"), ("19.30", "19:30"), ("19:30:00", "19:30"),
    ("7:30pm", "19:30"), ("7:30 PM", "19:30"), ("7 pm", "19:00"), ("7:30 p.m.", "19:30"),
    ("730pm", "19:30"), ("9am", "09:00"), ("12pm", "12:00"), ("12:15 am", "00:15"),
    ("19:30pm", "19:30"), ("晚上7点半", "19:30"), ("晚上７点半", "19:30"), ("晚7点", "19:00"),
    ("晚上七点半", "19:30"), ("晚上7:30", "19:30"), ("晚上19:30", "19:30"), ("傍晚六点一刻", "18:15"),
    ("下午2点", "14:00"), ("下午两点三刻", "14:45"), ("下午 2:30", "14:30"), ("今晚8点", "20:00"),
    ("上午9点30分", "09:30"), ("早上8点05", "08:05"), ("中午12点", "12:00"), ("中午一点", "13:00"),
    ("19点", "19:00"), ("19时30分", "19:30"), ("十九点三十分", "19:30"), ("二十点整", "20:00"),
    ("十三点零五分", "13:05"), ("12点半", "12:30"), ("9 :30", "09:30"),
  ])
  func `a time of the day is read as it is typed`(typed: String, time: String) {
    #expect(EventDetails.start(typed: typed) == time)
  }

  @Test(arguments: [
    "", "7", "19", "24:00", "19:60", "1960", "2400", "19:3", "019:30", "19:30:15", ":30", "19:",
    "-1:30", "+9:30", "七:三十", "7.5", "19301", "7点半", "七点", "8点", "晚上", "晚上12点", "晚上0点",
    "上午19点", "上午12点", "13am", "0pm", "中午9点", "7点4刻", "7点半pm", "晚上7点60分", "19:30晚上",
    "19:30-21:00", "十十点", "二十十点", "二十五点", "now", "pm", "点", "半", "晚上八",
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
