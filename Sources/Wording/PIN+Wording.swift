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
    case .wrong(let tries, let seconds):
      tries == 1
        ? Phrase(
          "密码不对，\(seconds) 秒后才能再试", "wrong PIN; again in \(seconds.counted("second", "seconds"))")
        : Phrase(
          "密码第 \(tries) 次不对，\(seconds) 秒后才能再试",
          "wrong PIN, \(tries) in a row; again in \(seconds.counted("second", "seconds"))")
    case .tooSoon(let seconds):
      Phrase(
        "请过 \(seconds) 秒再试密码", "try the PIN again in \(seconds.counted("second", "seconds"))")
    }
  }

  /// The same at a desk that stays at the door.
  public var atTheDoor: Phrase {
    switch self {
    case .none, .bad: phrase
    case .wrong, .tooSoon: phrase + Phrase("；签到照常", ". The door goes on")
    }
  }

  /// Told to whoever typed the right one.
  public static func wrongBefore(_ tries: Int) -> Phrase {
    Phrase("此前密码输错过 \(tries) 次", "the PIN was wrong \(tries.counted("time")) before")
  }
}
