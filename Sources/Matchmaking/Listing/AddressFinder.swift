/// Finds accounts and addresses: what stands behind 微信 and QQ, e-mail, links, and words of letters and
/// digits that look like an account.
struct AddressFinder {
  private(set) var places: [Range<Int>] = []

  private static let keywords = Lexicon<Bool>([
    (
      """
      微信 微信号 微 信 薇信 威信 维信 徽信 卫星号 wx vx v信 wechat weixin 加v 加微 加我微信 v: qq q号 qq号 扣扣 企鹅 企鹅号 抖音 抖音号 \
      小红书 小红书号 快手 微博 陌陌 探探 电话 手机 手机号 联系方式 tel phone 邮箱 email mail 钉钉 飞书 whatsapp telegram line ins
      """, true
    )
  ])

  init(_ text: Written) {
    var place = 0
    while place < text.count {
      if let end = account(text, place) ?? word(text, place) {
        places.append(place..<end)
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
  }

  /// A keyword with an account behind it, or 微信同号, which tells what the number is.
  private func account(_ text: Written, _ start: Int) -> Int? {
    guard let (length, _) = Self.keywords.match(text, at: start) else { return nil }
    var place = start + length
    let limit = place + 8
    while place < min(limit, text.count), !Self.isWord(text[place]) {
      if text[place] == 0x540c, text[place + 1] == 0x53f7 || text[place + 1] == 0x6b65 {
        return place + 2  // 同号, 同步
      }
      if Self.endsClause(text[place]) { return nil }
      place += 1
    }
    var end = Self.wordEnd(text, place)
    // An account in groups: 123 456 789.
    while text[end] == 0x20, Written.isDigit(text[end - 1]), Written.isDigit(text[end + 1]) {
      end = Self.wordEnd(text, end + 1)
    }
    return end - place >= 4 ? end : nil
  }

  /// A word by itself: with `@` or a dot it is an address, with letters and digits an account.
  private func word(_ text: Written, _ start: Int) -> Int? {
    guard Self.isWord(text[start]), start == 0 || !Self.isWord(text[start - 1]) else { return nil }
    let end = Self.wordEnd(text, start)
    let word = text.scalars[start..<end]
    let hasLetter = word.contains(where: Written.isLetter)
    let hasDigit = word.contains(where: Written.isDigit)
    if word.contains(0x40), hasLetter || hasDigit { return end }
    if text[end] == 0x20, text[end + 1] == 0x40 { return Self.wordEnd(text, end + 2) }
    if hasLetter, word.contains(0x2e), end - start >= 6 { return end }
    return hasLetter && (hasDigit || word.contains(0x5f)) && end - start >= 6 ? end : nil
  }

  private static func wordEnd(_ text: Written, _ start: Int) -> Int {
    var end = start
    while isWord(text[end]) { end += 1 }
    return end
  }

  /// Letters, digits and what stands inside of accounts and addresses.
  private static func isWord(_ scalar: UInt32) -> Bool {
    Written.isLetter(scalar) || Written.isDigit(scalar)
      || [0x5f, 0x2d, 0x40, 0x2e, 0x2b].contains(scalar)
  }

  private static func endsClause(_ scalar: UInt32) -> Bool {
    [0x3002, 0x3b, 0x0a].contains(scalar)
  }
}
