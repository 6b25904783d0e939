import Matchmaking
import Wording

/// What stands against a command here, and what Enter is called while it does something else.
extension PicksScreen {
  func label(of id: Command.ID) -> Phrase? {
    switch id {
    case .typeAgain where reading == .second: Phrase("换回第一次", "back to the first")
    case .saveSlip where endsField: Phrase("下一个号码", "next number")
    case .saveSlip where draft?.tokens.count == 1 && waitsForField: Phrase("存为空白", "save blank")
    default: nil
    }
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard let open = environment.open else { return .useless(.noEvening) }
    switch id {
    case .saveSlip, .typeAgain: return obstacleToTyping(open)
    case .closePicking: return open.obstacleToPicking ?? obstacleToClosing.map { .first($0) }
    case .compareSlips:
      return tally.accuracy.typedTwice == 0
        ? .useless(Phrase("还没有录过两次的选票", "No slip was typed twice yet")) : nil
    case .correctSlip:
      return obstacleToTyping(open) ?? obstacleToCorrecting(open).map { .first($0) }
    default: return nil
    }
  }

  private func obstacleToTyping(_ open: OpenEvening) -> Obstacle? {
    if let obstacle = open.obstacleToPicking { return obstacle }
    let number = tally.round.number
    return tally.round.isOpen
      ? nil
      : .useless(
        Phrase("第 \(number) 轮互选已结束", "Picking round \(number) is closed"))
  }

  private var obstacleToClosing: Phrase? {
    tally.unsettled == 0
      ? nil
      : Phrase(
        "有 \(tally.unsettled) 张选票两次录得不一样，请先按 F4 对照纸票确认",
        "\(tally.unsettled.counted("slip was", "slips were")) typed differently; F4 settles by the paper"
      )
  }

  private func obstacleToCorrecting(_ open: OpenEvening) -> Phrase? {
    guard let picker = draft?.picker else {
      return Phrase("请先写要更正的号牌，如 F12", "Type whose slip to correct first, as in F12")
    }
    guard let guest = open.evening.guest(wearing: picker) else { return nil }
    if typed(of: guest, open) != nil { return nil }
    let readings = open.evening.readings(of: guest.id, round: tally.round.number)
    if reading == .second, readings.isTypedTwice {
      return Phrase(
        "\(picker.phrase.chinese) 两次都已录，按 F4 对照纸票",
        "\(picker) was typed twice; F4 settles by the paper")
    }
    return Phrase(
      "\(picker.phrase.chinese) 还没有选票，直接录入即可", "\(picker) has no slip yet; just type it")
  }
}

extension OpenEvening {
  /// Why no slip can be taken and the picking not be closed any more.
  var obstacleToPicking: Obstacle? {
    event.state == .open
      ? nil : .useless(Phrase("互选已结束；", "Picking is closed; ") + .undoClosing)
  }
}
