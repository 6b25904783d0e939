import Canvas
import Wording

extension Command {
  /// The door, the picks and the pairs.
  static let evening: [Command] = [
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
      .absentees, in: .door, [.named(.f6)], Phrase("未到名单", "not here"),
      help: Phrase("还没有到场的人", "Who is registered and not here yet"), at: 5),
    Command(
      .register, in: .door, [.named(.f5)], Phrase("登记报名", "register"),
      help: Phrase("把名册里的人登记为本场来宾，不签到", "Registers members for this event, without checking in"),
      at: 8),
    Command(
      .refusals, in: .door, [.control("t")], Phrase("未准入场", "turned away"),
      help: Phrase("未准入场的人：时间、原因、哪台", "Who was turned away: when, why, where")),
    Command(
      .clear, in: .door, [.named(.escape)], Phrase("清空", "clear"),
      help: Phrase("清空输入", "Empties the field"), at: 7),

    Command(
      .saveSlip, in: .picks, [.named(.enter)], Phrase("保存", "save"),
      help: Phrase(
        "保存这张选票，空着的一行写 -；有错不保存，只说明原因",
        "Saves the slip, - for a blank line; a wrong slip is not saved and says why"),
      at: 1),
    Command(
      .correctSlip, in: .picks, [.named(.f3)], Phrase("更正", "correct"),
      help: Phrase("更正录过的选票：先写号牌，再按此键", "Corrects a slip that is in: type the badge first"), at: 2),
    Command(
      .missingSlips, in: .picks, [.named(.f6)], Phrase("未交选票", "missing"),
      help: Phrase("还没有交选票的人", "Whose slips are missing"), at: 3),
    Command(
      .closePicking, in: .picks, [.named(.f5)], Phrase("结束互选", "close"),
      help: Phrase("不再收选票，算出牵手", "Takes no more slips and makes the pairs"), at: 4),
    Command(
      .clear, in: .picks, [.named(.escape)], Phrase("清空", "clear"),
      help: Phrase("清空输入", "Empties the line"), at: 7),

    Command(
      .showPair, in: .pairs, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("这一对的名次和理由", "Ranks and reason of the marked pair"), at: 1),
    Command(
      .closePicking, in: .pairs, [.named(.f5)], Phrase("结束互选", "close picking"),
      help: Phrase("不再收选票，算出牵手", "Takes no more slips and makes the pairs"), at: 2),
  ]
}
