import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The picks` {
  var hall = Hall(SampleEvening.evening(slips: 60), language: .chinese, tab: .picks)

  @Test mutating func `a slip is one line and Enter`() {
    hall.type("F33 3 7 21")
    #expect(hall.shows("女33 孙敏  →   ① 男03 吴建国   ② 男07 周文博   ③ 男21"))
    hall.press(.enter)
    #expect(
      hall.changes().last
        == .saveSlip(
          hall.evening.event.id,
          Ballot(
            picker: Badge(.women, 33),
            choices: [Badge(.men, 3), Badge(.men, 7), Badge(.men, 21)]), hall.typing))
    #expect(hall.shows("✓ 女33 选票已录，已保存"))
    #expect(hall.shows("女33 三人 ✓"))
    #expect(!hall.shows("周文博"))
  }

  @Test mutating func `a wrong number names itself at once and Enter saves nothing`() {
    hall.type("F33 3 50 ")
    #expect(hall.shows("✗ 男50 未签到"))
    hall.press(.enter)
    #expect(hall.shows("没有保存：男50 未签到"))
    #expect(!hall.changes().contains { if case .saveSlip = $0 { true } else { false } })
    #expect(hall.shows("F33 3 50"))
  }

  @Test mutating func `a line left blank keeps its place, on the screen and on the slip`() {
    hall.type("F33 3 - 21")
    #expect(hall.shows("① 男03 吴建国   ② 空   ③ 男21"))
    hall.press(.enter)
    let gap = Ballot(
      picker: Badge(.women, 33), picks: [Pick(Badge(.men, 3), at: 1), Pick(Badge(.men, 21), at: 3)])
    #expect(
      hall.changes().last == .saveSlip(hall.evening.event.id, gap, hall.typing))
    #expect(hall.shows("女33 选票已录，已保存"))
    hall.type("F33")
    hall.press(.f3)
    #expect(hall.shows("原来的选票：男03 – 男21"))
    #expect(hall.shows("F33 3 - 21"))
  }

  @Test mutating func `a slip that is in is corrected by its own key only`() {
    hall.type("F12 3")
    #expect(hall.shows("女12 的选票已录"))
    #expect(!hall.shows("原来的选票"))
    hall.press(.enter)
    #expect(!hall.changes().contains { if case .saveSlip = $0 { true } else { false } })
    hall.press(.f3)
    #expect(hall.shows("原来的选票：男12 男11 男09 男07 男10"))
    hall.press(.enter)
    guard case .saveSlip(_, let ballot, let typing)? = hall.changes().last,
      case .exactly = typing.replacing
    else {
      Issue.record("no correction was asked for")
      return
    }
    #expect(ballot.choices == [Badge(.men, 3)])
    #expect(!hall.shows("原来的选票"))
  }

  @Test mutating func `typing another picker ends the correction`() {
    hall.type("F12")
    hall.press(.f3)
    hall.press(.control("u"))
    hall.type("F10 3")
    #expect(!hall.shows("原来的选票"))
    #expect(hall.shows("女10 的选票已录"))
  }

  @Test mutating func `the old slip stays hidden until F3`() {
    hall.type("F12")
    #expect(!hall.shows("男11"))
  }

  @Test mutating func `closing names the missing and needs another key than the one that asked`() {
    hall.press(.f5)
    #expect(hall.shows("还有 34 人未交选票"))
    hall.press(.enter, .f5, .f5)
    #expect(!hall.changes().contains(.closeEvent(hall.evening.event.id)))
    hall.press(.f8)
    #expect(hall.changes().contains(.closeEvent(hall.evening.event.id)))
    #expect(hall.shows("规则 稳定匹配   互选 32   牵手 16"))
  }

  @Test mutating func `a finished number shows no completions, an unfinished one does`() {
    hall.type("F33 2")
    #expect(hall.shows("2 = 男02；也可能是 20、21"))
    hall.type(" ")
    #expect(!hall.shows("接着输"))
    hall.type("0")
    #expect(hall.shows("可能是 01、03"))
    hall.type("7")
    #expect(hall.shows("② 男07"))
    #expect(!hall.shows("开头"))
  }

  @Test mutating func `a correction is refused where another desk was quicker, and F3 shows why`() {
    hall.type("F12")
    hall.press(.f3)
    let picker = hall.evening.guest(wearing: Badge(.women, 12))?.id
    let other = SlipRecord(
      choices: [SampleEvening.registration(4)], at: Timestamp(milliseconds: 1_787_140_000_000))
    if let picker {
      hall.send(
        .eveningChanged(
          EveningChange(
            event: hall.evening.event, slips: [SlipKey(picker): SlipReadings(first: other)])))
    }
    #expect(hall.shows("女12 的选票刚在别的台改过，按 F3 看新的"))
    hall.press(.f3)
    #expect(hall.shows("原来的选票：男03"))
    #expect(!hall.shows("刚在别的台改过"))
  }

  @Test mutating func `a corrected slip without an order stays without one`() {
    var evening = SampleEvening.evening(slips: 60)
    let picker = SampleEvening.registration(23)
    let slip = SlipRecord(
      choices: [SampleEvening.registration(4), SampleEvening.registration(6)], isUnranked: true,
      at: SampleEvening.doors)
    evening.take(SlipReadings(first: slip), of: SlipKey(picker))
    hall = Hall(evening, tab: .picks)
    hall.type("F12")
    hall.press(.f3)
    #expect(hall.shows("原来的选票（不分先后）：男03 男04"))
    hall.type(" 7")
    hall.press(.enter)
    guard case .saveSlip(_, let ballot, _)? = hall.changes().last else {
      Issue.record("no correction was asked for")
      return
    }
    #expect(ballot.ranks == .unranked)
    #expect(ballot.choices.count == 3)
  }
}

@Suite struct `The pairs` {
  @Test func `nothing of the picks shows while picking is open`() {
    let hall = Scene.pairsOpen.hall(.chinese, Size(columns: 80, rows: 24))
    #expect(hall.shows("互选还没有结束"))
    #expect(!hall.shows("♥"))
  }

  @Test func `a pick that was not returned never shows`() {
    let hall = Scene.pairs.hall(.chinese, Size(columns: 200, rows: 60))
    let evening = hall.evening
    var lonely: [(Badge, Badge)] = []
    for (picker, slip) in evening.slips {
      for choice in slip.choices where evening.slips[choice]?.choices.contains(picker) != true {
        guard let one = evening.guest(picker)?.badge, let other = evening.guest(choice)?.badge
        else { continue }
        lonely.append(one.pool == .men ? (one, other) : (other, one))
      }
    }
    #expect(!lonely.isEmpty)
    let rows = hall.rows(Size(columns: 200, rows: 60))
    for (man, woman) in lonely {
      let together = rows.filter {
        $0.contains("\(man.phrase.chinese) ") && $0.contains("\(woman.phrase.chinese) ")
          && ($0.contains("♥ \(woman.phrase.chinese)") || $0.contains("· \(woman.phrase.chinese)"))
      }
      #expect(together.isEmpty, "\(man) \(woman)")
    }
  }
}
