public import Matchmaking

extension PINRefusal {
  public var phrase: Phrase {
    switch self {
    case .none:
      Phrase(
        "还没有设组织者密码；请先用 queqiao store pin 设一个",
        "no organizer's PIN is set; queqiao store pin sets one")
    case .bad:
      Phrase(
        "密码要 \(PIN.lengths.lowerBound) 到 \(PIN.lengths.upperBound) 位数字",
        "a PIN has \(PIN.lengths.lowerBound) to \(PIN.lengths.upperBound) digits")
    case .wrong(let seconds):
      Phrase(
        "密码不对，\(seconds) 秒后才能再试；签到照常",
        "wrong PIN; again in \(seconds.counted("second", "seconds")). The door goes on")
    case .tooSoon(let seconds):
      Phrase(
        "请过 \(seconds) 秒再试密码；签到照常",
        "try the PIN again in \(seconds.counted("second", "seconds")). The door goes on")
    }
  }
}
