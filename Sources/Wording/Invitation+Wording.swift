public import Matchmaking

extension Invitations.Entry {
  /// Why this one is asked now.
  public var reason: Phrase {
    var reasons: [Phrase] = []
    if short > 0 {
      reasons.append(
        Phrase(
          "\(pool.phrase.chinese)少 \(short) 人",
          "\(pool.inSentence.english) are \(short) short"))
    }
    if helped > 0 {
      reasons.append(
        Phrase(
          "合适 \(helped) 位还没有合适人选的人",
          "fits \(helped) who \(helped == 1 ? "has" : "have") nobody yet"))
    }
    reasons.append(
      fits > 0
        ? Phrase("与来的 \(fits) 人互相合适", "fits \(fits) of those who come")
        : Phrase("来的人里暂无合适的", "fits nobody who comes so far"))
    return Phrase(
      reasons.map(\.chinese).joined(separator: "；"), reasons.map(\.english).joined(separator: "; "))
  }
}
