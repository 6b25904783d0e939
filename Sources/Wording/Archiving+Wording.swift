public import Matchmaking

extension PicksPurge {
  /// That slips are gone, and how many there were.
  public var phrase: Phrase {
    Phrase(
      "已清除选票 \(slips) 张、其中所选 \(picks) 人次，不能恢复",
      "\(slips.counted("slip")) with \(picks.counted("pick")) deleted, for good")
  }

  /// What would go.
  public func beforehand(pairs: Int) -> Phrase {
    Phrase(
      "将清除选票 \(slips) 张、其中所选 \(picks) 人次，不能恢复；留下牵手 \(pairs) 对",
      "\(slips.counted("slip")) with \(picks.counted("pick")) would be deleted, for good; "
        + "\(pairs.counted("pair")) would stay")
  }
}
