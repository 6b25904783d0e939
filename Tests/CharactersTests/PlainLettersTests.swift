import Foundation
import Testing

@testable import Characters

@Suite struct `Letters without case and marks` {
  private func plain(_ text: String) -> String {
    var letters: [UInt32] = []
    for scalar in text.unicodeScalars { PlainLetters.append(scalar.value, to: &letters) }
    return String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: [
    ("Núñez", "nunez"), ("ÑÚÑEZ", "nunez"), ("Łukasz", "lukasz"), ("Zoë", "zoe"), ("Đặng", "dang"),
    ("Hương", "huong"), ("Søren", "sören"), ("Müller", "müller"), ("Åse", "åse"),
    ("Jürgen", "jürgen"),
    ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Æsa", "aesa"), ("Œuvre", "oeuvre"),
    ("Þór", "thor"), ("Ðóra", "dora"), ("Ħal", "hal"), ("Ŧor", "tor"), ("İbrahim", "ibrahim"),
    ("ıŞıK", "isik"), ("Čapek", "capek"), ("Ğül", "gül"), ("Ångström", "ångström"), ("Ærø", "aerö"),
    ("Ольга", "ольга"), ("ЁЛКА", "елка"), ("Йордан", "иордан"), ("Їжак", "іжак"),
    ("Ἀλέξανδρος", "αλεξανδροσ"), ("ΑΛΈΞΑΝΔΡΟΣ", "αλεξανδροσ"), ("Ｌｉ Ｎａ", "li na"), ("ﬁn", "fin"),
    ("ǅ", "dz"), ("Ǻ", "å"), ("Ǘ", "ü"), ("ế", "e"), ("Ŋ", "ng"), ("Əli", "eli"), ("Ƙ", "k"),
    ("Ȫ", "ö"),
    ("王志超", "王志超"), ("𬭎", "𬭎"), ("\u{f929}", "朗"), ("が", "か"), ("ｱ", "ア"), ("אָ", "א"),
    ("أحمد", "احمد"),
    ("म\u{93e}", "म\u{93e}"), ("１２", "12"), ("a-b", "a-b"), ("", ""),
  ])
  func `are what people type who have other keyboards`(text: String, expected: String) {
    #expect(plain(text) == expected.precomposedStringWithCanonicalMapping)
    #expect(plain(plain(text)) == plain(text))
  }

  @Test(arguments: [
    "Núñez", "Jürgen", "Åse", "ế", "Đặng", "한글", "각", "Ǘ", "Ольга й", "が", "Ȫ", "ἄ", "Ʊ̈",
  ])
  func `are the same composed and decomposed`(text: String) {
    #expect(
      plain(text.decomposedStringWithCanonicalMapping)
        == plain(text.precomposedStringWithCanonicalMapping))
  }

  /// Whatever the table says of a letter, it says of its parts.
  @Test func `of no letter differ from those of its parts`() {
    var count = 0
    for code in (UInt32(0x80)..<0x2fa1e) where !(0xac00...0xd7a3).contains(code) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = String(Character(scalar))
      let parts = text.decomposedStringWithCanonicalMapping
      guard parts.unicodeScalars.first != scalar else { continue }
      count += 1
      if plain(parts) != plain(text) {
        Issue.record("U+\(String(code, radix: 16)) \(text): \(plain(parts)), \(plain(text))")
      }
    }
    #expect(count > 2_000)
  }

  @Test func `of a letter are those of its capital`() {
    // An iota below stands beside its capital; two letters got capitals after the table was made.
    for code in UInt32(0x41)..<0x600 where ![0x19b, 0x264, 0x345].contains(code) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = String(Character(scalar))
      #expect(plain(text.lowercased()) == plain(text.uppercased()), "\(text)")
    }
  }
}
