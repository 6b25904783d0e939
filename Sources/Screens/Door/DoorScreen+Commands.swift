import Canvas
import Wording

extension Command.ID {
  public static let checkIn = Self("checkIn")
  public static let walkIn = Self("walkIn")
  public static let changeBadge = Self("changeBadge")
  public static let leaveEvent = Self("leaveEvent")
  public static let cancelRegistration = Self("cancelRegistration")
}

extension Context {
  public static let door = Self("door", Tab.door.phrase, typing: .caret, home: .tab(.door))
}

extension DoorScreen {
  static let commands: [Command] = [
    Command(
      .checkIn, in: .door, [.named(.enter)], Phrase("签到", "check in"),
      help: Phrase("给光标所在的人签到；离场的人可再次签到", "Checks the marked person in, or back in"), at: 1),
    Command(
      .walkIn, in: .door, [.named(.f2)], Phrase("现场报名", "walk-in"),
      help: Phrase("没有报名的人：先查名册，再登记并入场", "Registers somebody new and lets them in"), at: 2),
    Command(
      .changeBadge, in: .door, [.named(.f3)], Phrase("换号牌", "badge"),
      help: Phrase("给光标所在的人换一个号牌", "Gives the marked person another badge"), at: 3),
    Command(
      .leaveEvent, in: .door, [.named(.f4)], Phrase("离场", "leave"),
      help: Phrase("提前离场，或撤回签错的签到", "Left early, or take back a wrong check-in"), at: 4),
    Command(
      .cancelRegistration, in: .door, [.control("x")], Phrase("取消报名", "cancel"),
      help: Phrase(
        "光标所在的人不来了，或报名没有通过；候补按先后递补",
        "The marked person is not coming, or is declined; the waiting list moves up")),
    Command(
      .clear, in: .door, [.named(.escape)], Phrase("清空", "clear"),
      help: Phrase("清空输入", "Empties the field"), at: 7),
  ]
}
