import Canvas
import Foundation
import Matchmaking

@testable import Store

extension Fuzzer {
  /// What stands as JSON in a file that somebody meddled with: the first byte tells which.
  static func readStored(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let json = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let unquoted = try? JSONDecoder().decode(String.self, from: Data(JSONText.quoted(json).utf8))
    precondition(unquoted == json, "what is written is read")
    switch first % 4 {
    case 0:
      let image = try RowImage(json: json)
      let again = try RowImage(json: image.json)
      precondition(again == image, "an image is read as it is written")
    case 1:
      let summary = try ActSummary(json: json)
      let again = try ActSummary(json: summary.json)
      precondition(again == summary, "a summary is read as it is written")
    case 2:
      let extras = Member.extras(json)
      precondition(Member.extras(Member.json(extras)) == extras, "so are extras")
    default:
      let fields = Member.byHand(json)
      precondition(Member.byHand(Member.json(fields)) == fields, "and what was done by hand")
    }
  }

  /// A filter that is right reads back from what is kept of it, in both languages.
  static func readFilters(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let draft = FilterDraft(text)
    precondition(draft.ranges.count == draft.filter.terms.count, "every term has a place")
    for fault in draft.faults {
      precondition(fault.range.upperBound <= text.endIndex, "faults lie within the text")
    }
    guard draft.faults.isEmpty else { return }
    for words in [ConditionWords.english, .chinese] {
      let again = FilterDraft(draft.filter.text(words))
      precondition(again.faults.isEmpty, "what is kept is right")
      precondition(again.filter == draft.filter, "and means the same")
    }
  }

  /// Bytes come in pieces of any size; the first byte says of which.
  static func readKeys(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let size = Int(first & 0x0f) + 1
    let limit = first & 0x80 == 0 ? 1 << 20 : 16
    var whole = KeyDecoder(pasteLimit: limit)
    var pieces = KeyDecoder(pasteLimit: limit)
    var (one, other) = (whole.feed(rest), [Key]())
    for start in stride(from: 0, to: rest.count, by: size) {
      other += pieces.feed(rest[start..<min(rest.count, start + size)])
    }
    one += whole.giveUp()
    other += pieces.giveUp()
    precondition(!whole.isPasting && !pieces.isPasting, "the keyboard works again")
    precondition(typed(one) == typed(other), "pieces change nothing")
  }

  /// Texts that came on end are one text or several, by how they came.
  private static func typed(_ keys: [Key]) -> String {
    keys.map { key in
      switch key {
      case .character(let character): String(character)
      case .paste(let text): "[\(text)]"
      default: "<\(key)>"
      }
    }.joined()
  }
}
