import Matchmaking
import TestSupport
import Testing

@testable import Exchange

/// Heads and cells put together at random of what people and programs write.
@Suite struct `Words of every kind` {
  private let pieces = [
    "姓名", "出生", "年月", "手机号", "/", "微信", "（", "）", "(万元)", "年收入", "斤", "cm", "\n", "3、", "您的", "是？",
    "*", "格式：", "合计", "：",
    "12", "人", "共", "第", "页", "示例", "例", "注", "填表人", "95", "年", "8", "月", "生", "九五", "十", "一米", "七",
    "五", "'", "\"", "-", ".", "1",
    "0538-8224567", "154 0000 0001", "A.", "男", "┋", "①", " ", "　", "农历", "Name", "Date of Birth",
    "e\u{301}", "𠀀", "\u{202e}",
  ]

  @Test func `are read without a promise broken`() {
    var dice = Dice(seed: 21)
    let day = Day(year: 2026, month: 11, day: 27) ?? .fallback
    for _ in 0..<600 {
      let texts = (0..<6).map { _ in
        (0..<Int.random(in: 0...6, using: &dice)).map { _ in dice.pick(pieces) }.joined()
      }
      let taken = RosterColumns.standard.fields(of: texts).compactMap(\.self)
      #expect(Set(taken).count == taken.count, "\(texts)")
      for text in texts {
        let names = HeadText(text).names
        #expect(Set(names).count == names.count, "\(text)")
        let birth = FieldReading.birth(text, on: day)
        #expect(birth.map { !$0.begins(after: day) } ?? true, "\(text)")
        #expect(FieldReading.spokenHeight(text).map((120...230).contains) ?? true, "\(text)")
        let masked = Masking.numbers(in: text)
        #expect(Masking.numbers(in: masked) == masked, "\(text)")
        #expect(!masked.contains("15400000001") && !masked.contains("8224567"))
        if let silence = Silence.read(text) { #expect(Silence.read(" \(text)") == silence) }
      }
    }
  }
}
