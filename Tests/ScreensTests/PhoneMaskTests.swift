import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Phones stay masked until somebody asks` {
  private static let sizes = [Size(columns: 80, rows: 60), Size(columns: 200, rows: 60)]

  private func text(_ hall: Hall, _ size: Size = Size(columns: 80, rows: 60)) -> String {
    hall.rows(size).joined(separator: "\n")
  }

  private func form(wechat: String? = nil) -> Hall {
    var member = SampleEvening.member(at: 7)
    if let wechat { member.texts[.wechat] = wechat }
    var hall = Hall(size: Size(columns: 80, rows: 60), tab: .members)
    hall.register = ["某": [member]]
    hall.press(.f3)
    hall.type("某")
    hall.press(.named(.escape), .control("e"))
    return hall
  }

  @Test func `in the form of a member, and F5 shows them`() {
    var hall = form()
    #expect(text(hall).contains("138****1007"))
    #expect(!text(hall).contains("13800001007"))
    #expect(hall.shows("F5看手机号", Size(columns: 80, rows: 60)))
    hall.press(.f5)
    #expect(text(hall).contains("13800001007"))
    #expect(!hall.shows("F5看手机号", Size(columns: 80, rows: 60)))
    hall.press(.escape)
    hall.press(.control("e"))
    #expect(!text(hall).contains("13800001007"))
  }

  @Test(arguments: ["13812345678", "+86 138 1234 5678"])
  func `also where one is written as a WeChat name`(wechat: String) {
    let hall = form(wechat: wechat)
    #expect(!text(hall).contains("12345678"))
    #expect(!text(hall).contains("1234 5678"))
    #expect(text(hall).contains("138****5678"))
  }

  @Test func `a WeChat name that is no phone is shown`() {
    #expect(text(form(wechat: "wx_138")).contains("wx_138"))
  }

  @Test func `a masked phone that nobody touched is not changed`() {
    var hall = form()
    hall.press(.home)
    hall.press(.f2)
    #expect(!hall.changes().contains { if case .keep(.edit) = $0 { true } else { false } })
  }

  @Test func `who types over it types another, whole`() {
    var hall = form()
    for _ in 0..<3 { hall.press(.down) }
    hall.type("13911112222")
    #expect(text(hall).contains("13911112222"))
    #expect(!text(hall).contains("****"))
    hall.press(.f2)
    let changes = hall.changes().compactMap { effect -> [MemberField: String]? in
      if case .keep(.edit(_, let changes, _)) = effect { changes } else { nil }
    }
    #expect(changes.first?.values.contains("13911112222") == true)
  }

  @Test func `one keystroke of erasing takes all of what is not seen, and F5 brings it back`() {
    var hall = form()
    for _ in 0..<3 { hall.press(.down) }
    hall.press(.backspace)
    #expect(!text(hall).contains("138****1007"))
    hall.press(.f5)
    #expect(text(hall).contains("13800001007"))
  }

  private func duplicates(_ one: String, _ other: String) -> Hall {
    var first = SampleEvening.member(at: 4)
    var second = SampleEvening.member(at: 9)
    first.phone = PhoneNumber(one)
    second.phone = PhoneNumber(other)
    second.name = first.name
    var hall = Hall(size: Size(columns: 80, rows: 60), tab: .members)
    hall.press(.control("d"))
    hall.answer(.register(.duplicates([Suspects(first, second, grounds: [.nameAndBirth])])))
    return hall
  }

  @Test func `among duplicates, and F5 shows those of this pair`() {
    var hall = duplicates("13800001111", "13900002222")
    #expect(text(hall).contains("138****1111") && text(hall).contains("139****2222"))
    #expect(!text(hall).contains("13800001111"))
    hall.press(.f5)
    #expect(text(hall).contains("13800001111") && text(hall).contains("13900002222"))
  }

  @Test func `two that look alike behind their masks are said to be two`() {
    let hall = duplicates("13800001111", "13899991111")
    let row = text(hall).split(separator: "\n").first { $0.contains("138****1111") } ?? ""
    #expect(row.components("138****1111") == 2)
    #expect(row.contains("中间几位不同"))
    #expect(!text(hall).contains("13899991111"))
  }

  @Test func `those of the next pair are masked again`() {
    var hall = duplicates("13800001111", "13900002222")
    let one = SampleEvening.member(at: 4)
    var (two, three) = (SampleEvening.member(at: 9), SampleEvening.member(at: 11))
    two.phone = PhoneNumber("13900002222")
    three.phone = PhoneNumber("13700003333")
    hall.answer(
      .register(
        .duplicates([
          Suspects(one, two, grounds: [.nameAndBirth]),
          Suspects(two, three, grounds: [.nameAndBirth]),
        ])))
    hall.press(.f5)
    #expect(text(hall).contains("13900002222"))
    hall.press(.pageDown)
    #expect(text(hall).contains("137****3333"))
    #expect(!text(hall).contains("13900002222") && !text(hall).contains("13700003333"))
  }

  @Test func `two that are one are not`() {
    #expect(!text(duplicates("13800001111", "13800001111")).contains("中间几位不同"))
  }

  @Test(arguments: sizes) func `in the list, whatever columns are shown`(size: Size) {
    var hall = Hall(size: size, tab: .members)
    hall.press(.f6)
    hall.type("手机")
    hall.type(" ")
    hall.press(.escape)
    if !text(hall, size).contains("138****") {
      hall.press(.f6)
      hall.type("手机")
      hall.type(" ")
      hall.press(.escape)
    }
    #expect(text(hall, size).contains("138****1000"))
    #expect(!text(hall, size).contains("13800001000"))
  }
}

extension StringProtocol {
  /// How many times it says something.
  fileprivate func components(_ text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
