import Canvas
import Wording

extension Command.ID {
  public static let nextStep = Self("nextStep")
  public static let nextSegment = Self("nextSegment")
  public static let pause = Self("pause")
  public static let moreTime = Self("moreTime")
  public static let lessTime = Self("lessTime")
  public static let setProgramme = Self("setProgramme")
  public static let planSeats = Self("planSeats")
  public static let showSeats = Self("showSeats")
}

extension Context {
  public static let programme = Self(
    "programme", Tab.programme.phrase, typing: .none, home: .tab(.programme))
}

extension ProgrammeScreen {
  static let commands: [Command] = [
    Command(
      .nextStep, in: .programme, [.named(.enter)], Phrase("下一环节", "next segment"),
      help: Phrase(
        "开始下一轮，各轮都开始过则进入下一环节", "The next round begins, or after the last the next segment"),
      at: 1),
    Command(
      .pause, in: .programme, [.character(" "), .control("p")], Phrase("暂停", "pause"),
      help: Phrase("停住计时；再按继续", "Stops the clock; again, it goes on"), at: 2),
    Command(
      .moreTime, in: .programme, [.named(.right), .character("+"), .character("=")],
      Phrase("加1分钟", "+1 min"), help: Phrase("给正在进行的加一分钟", "One minute more"), at: 3),
    Command(
      .lessTime, in: .programme, [.named(.left), .character("-")], Phrase("减1分钟", "-1 min"),
      help: Phrase("给正在进行的减一分钟", "One minute less")),
    Command(
      .planSeats, in: .programme, [.named(.f5)], Phrase("排桌次", "plan tables"),
      help: Phrase(
        "按在场的人排轮换或话题桌；还没开始的各轮重排",
        "Plans rounds or topic tables from who is here; later, what has not begun"),
      at: 4),
    Command(
      .showSeats, in: .programme, [.named(.f6)], Phrase("桌次", "tables"),
      help: Phrase("看每轮谁坐哪桌", "Who sits where, round by round"), at: 5),
    Command(
      .setProgramme, in: .programme, [.named(.f2)], Phrase("编排流程", "set programme"),
      help: Phrase("增删环节，定每个环节的时间", "Segments, their order and their minutes"), at: 7),
    Command(
      .nextSegment, in: .programme, [.named(.f4)], Phrase("跳到下一环节", "skip to the next segment"),
      help: Phrase("不管还有几轮没开始，进入下一环节", "Goes to the next segment though rounds are left")),
  ]
}
