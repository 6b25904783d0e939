import Canvas
import Matchmaking
import Screens
import Testing
import Wording

/// One slip, number after number, with Enter behind each, as a scanner types it.
@Suite struct `A slip typed field by field` {
  var hall = Hall(SampleEvening.evening(slips: 60), language: .chinese, tab: .picks)
  let picker = Badge(.women, 33)

  /// The slips that were sent to be saved, oldest first.
  private var saved: [Ballot] {
    hall.log.compactMap {
      if case .saveSlip(_, let ballot, _)? = $0.change { ballot } else { nil }
    }
  }

  /// As a scanner in keyboard mode: every code with Enter behind it, and nothing between.
  private mutating func scan(_ codes: String...) {
    for code in codes {
      hall.type(code)
      hall.press(.enter)
    }
  }

  private func men(_ numbers: Int...) -> [Badge] { numbers.map { Badge(.men, $0) } }

  @Test(arguments: ["F33", "f33", "女33", "Ｆ３３", "F33 ", "F33,", "F033"])
  mutating func `Enter after a lone badge saves nothing and says whose slip it is`(_ typed: String)
  {
    hall.type(typed)
    #expect(hall.shows("空白选票按两次回车"))
    hall.press(.enter)
    #expect(saved.isEmpty)
    #expect(hall.shows("女33 孙敏"))
    #expect(hall.shows("再按回车，存为空白选票"))
    hall.press(.enter)
    #expect(saved == [Ballot(picker: picker, choices: [])])
    #expect(hall.shows("女33 选票已录") && hall.shows("女33 空白 ✓"))
  }

  @Test mutating func `badge, Enter, badge, Enter, and an empty Enter ends the slip`() {
    scan("F33", "M03", "M07", "M21")
    #expect(saved.isEmpty)
    #expect(hall.shows("已录三人；录完了再按回车保存"))
    hall.press(.enter)
    #expect(saved == [Ballot(picker: picker, choices: men(3, 7, 21))])
    #expect(!hall.shows("女33 孙敏"), "the line is empty for the next slip")
  }

  @Test mutating func `slips follow each other, and none takes over a badge of another`() {
    scan("F33", "M03", "", "F34", "M07", "M03", "", "F35", "", "F36", "M21", "")
    #expect(
      saved == [
        Ballot(picker: picker, choices: men(3)),
        Ballot(picker: Badge(.women, 34), choices: men(7, 3)),
        Ballot(picker: Badge(.women, 35), choices: []),
        Ballot(picker: Badge(.women, 36), choices: men(21)),
      ])
  }

  @Test mutating func `scans that come while the disk is busy wait in order`() {
    hall.isSlow = true
    scan("F33", "M03", "", "F34", "M07", "")
    #expect(saved == [Ballot(picker: picker, choices: men(3))])
    hall.isSlow = false
    hall.carryOut()
    #expect(saved.last == Ballot(picker: Badge(.women, 34), choices: men(7)))
  }

  @Test(arguments: [["F33\n", "M03\n", "M07\n"], ["F33\r\n", "M03\r\n", "M07\r\n"]])
  mutating func `scans that come as pastes are fields too`(_ codes: [String]) {
    for code in codes { hall.press(.paste(code)) }
    #expect(saved.isEmpty)
    hall.press(.enter)
    #expect(saved == [Ballot(picker: picker, choices: men(3, 7))])
  }

  @Test mutating func `typed on in one go it is one line and one key again`() {
    scan("F33")
    hall.type("3 7 21")
    hall.press(.enter)
    #expect(saved == [Ballot(picker: picker, choices: men(3, 7, 21))])
  }

  @Test mutating func `bare numbers and blank lines are fields as well`() {
    scan("F33", "3", "-", "21", "")
    let gap = Ballot(
      picker: picker, picks: [Pick(Badge(.men, 3), at: 1), Pick(Badge(.men, 21), at: 3)])
    #expect(saved == [gap])
  }

  @Test
  mutating func `a wrong number among them is named at once, keeps nobody, and stops the slip`() {
    scan("F33", "M50")
    #expect(hall.shows("✗ 男50 未签到"))
    scan("M03")
    hall.press(.enter)
    #expect(saved.isEmpty)
    #expect(hall.shows("没有保存：男50 未签到"))
    #expect(hall.shows("F33 M50 M03"))
  }

  @Test(arguments: ["F12", "F99", "M50"])
  mutating func `scans behind a badge that is refused belong to no slip and to nobody`(
    _ refused: String
  ) {
    scan(refused)
    #expect(hall.shows("没有保存"))
    scan("M03", "M07", "")
    #expect(saved.isEmpty)
    #expect(hall.shows("\(refused) M03 M07"))
  }

  @Test mutating func `the next picker scanned without an end is refused, not picked`() {
    scan("F33", "M03", "F34")
    #expect(hall.shows("女34"))
    hall.press(.enter)
    #expect(saved.isEmpty)
    #expect(hall.shows("没有保存"))
  }

  @Test mutating func `another badge typed over the first waits again`() {
    scan("F33")
    hall.press(.named(.backspace), .named(.backspace))
    hall.type("4")
    hall.press(.enter)
    #expect(saved.isEmpty)
    #expect(hall.shows("女34"))
  }

  @Test mutating func `the second typing goes the same way`() {
    hall.press(.f2)
    scan("F12")
    #expect(saved.isEmpty)
    scan("M12", "M11", "")
    #expect(saved == [Ballot(picker: Badge(.women, 12), choices: men(12, 11))])
    #expect(!hall.shows("男09"), "nothing of the first is told")
  }

  @Test mutating func `a slip that is corrected to nobody asks once more`() {
    hall.type("F12")
    hall.press(.f3)
    hall.press(.control("u"))
    hall.type("F12")
    hall.press(.f3)
    hall.press(.control("w"), .control("w"), .control("w"), .control("w"), .control("w"))
    hall.press(.enter)
    #expect(saved.isEmpty)
    hall.press(.enter)
    #expect(saved == [Ballot(picker: Badge(.women, 12), choices: [])])
  }
}

@Suite struct `A slip of one pool typed field by field` {
  @Test func `ends with an empty Enter, whoever is scanned`() {
    var hall = Hall(
      SampleEvening.evening(of: SampleEvening.event(pools: .one)), language: .english, tab: .picks)
    for code in ["G01", "G02", "G03", ""] {
      hall.type(code)
      hall.press(.enter)
    }
    let saved = hall.log.compactMap {
      if case .saveSlip(_, let ballot, _)? = $0.change { ballot } else { nil }
    }
    #expect(
      saved == [
        Ballot(picker: Badge(.everyone, 1), choices: [Badge(.everyone, 2), Badge(.everyone, 3)])
      ])
  }
}
