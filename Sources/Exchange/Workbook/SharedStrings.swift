/// The texts that the cells of a workbook share: one run of bytes and where each text ends.
struct SharedStrings: Sendable {
  /// Texts of more bytes in all are no roster's.
  static let limit = 512 << 20

  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Those with bytes that are no UTF-8.
  private var spoilt: Set<Int> = []

  var count: Int { ends.count }

  init() {}

  /// Pronunciations beside Chinese and Japanese text (`rPh`) are left out.
  init(_ scanner: inout XMLScanner) throws(WorkbookFault) {
    var isText = false
    var isPronunciation = false
    while true {
      switch try scanner.next() {
      case .atEnd:
        // A text that does not end is nobody's.
        bytes.removeSubrange(Int(ends.last ?? 0)...)
        return
      case .start:
        if scanner.name == .sharedString, scanner.isEmpty { end() }
        if scanner.isEmpty { continue }
        if scanner.name == .text { isText = true }
        if scanner.name == .rPh { isPronunciation = true }
      case .end:
        switch scanner.name {
        case .text: isText = false
        case .rPh: isPronunciation = false
        case .sharedString:
          isText = false
          isPronunciation = false
          end()
        default: break
        }
      case .text:
        guard isText, !isPronunciation else { continue }
        scanner.appendText(to: &bytes)
        if bytes.count > Self.limit { throw .oversized }
      }
    }
  }

  /// What is added to the bytes becomes a text.
  private mutating func end() {
    let start = Int(ends.last ?? 0)
    XMLText.resolveEscapes(in: &bytes, from: start)
    if (try? UTF8Span(validating: bytes.span.extracting(start...))) == nil {
      let repaired = String(decoding: bytes[start...], as: UTF8.self)
      bytes.removeSubrange(start...)
      bytes += Array(repaired.utf8)
      spoilt.insert(ends.count)
    }
    ends.append(UInt32(bytes.count))
  }

  func range(_ index: Int) -> Range<Int> {
    Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
  }

  func isSpoilt(_ index: Int) -> Bool { !spoilt.isEmpty && spoilt.contains(index) }
}
