internal import CPrinting
internal import Characters
import Wording

/// A document while it is drawn, page by page.
final class PDF {
  private let press: Press
  private let document: OpaquePointer
  /// Outlives the document, which keeps no count of it.
  private let bytes = Bytes()
  private let offset: Offset
  /// Points for each millimetre of a page as it was laid out.
  private let scale: Double
  private let part: Double
  private var isFinished = false

  private final class Bytes { var all: [UInt8] = [] }

  private static let pointsPerMillimetre = 72 / 25.4

  /// Sans serif faces with Han of the mainland's forms, of Debian, macOS and Windows; then whatever there is.
  private static let families =
    "Noto Sans CJK SC,Noto Sans SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,WenQuanYi Micro Hei,"
    + "WenQuanYi Zen Hei,Sans"

  init(
    _ press: Press, title: String, _ language: Language, offset: Offset, scale part: Scale = .whole
  ) throws(PrintRefusal) {
    let points = Self.pointsPerMillimetre
    let sink: queqiao_sink = { context, bytes, count in
      guard let context, let bytes else { return false }
      Unmanaged<Bytes>.fromOpaque(context).takeUnretainedValue().all += UnsafeBufferPointer(
        start: bytes, count: count)
      return true
    }
    guard
      let document = queqiao_document_open(
        press.functions, Page.width * points, Page.height * points, Self.families,
        language == .chinese ? "zh-cn" : "zh-cn,en", title, sink,
        Unmanaged.passUnretained(bytes).toOpaque())
    else { throw .failed }
    self.press = press
    self.document = document
    self.offset = offset
    self.part = part.factor
    scale = points * part.factor
  }

  deinit { if !isFinished { _ = queqiao_document_close(document) } }

  /// Ends the document; it must not be used afterwards.
  func finish() throws(PrintRefusal) -> [UInt8] {
    isFinished = true
    guard queqiao_document_close(document) else { throw .failed }
    return bytes.all
  }

  func add(_ page: Page) {
    for mark in page.marks { draw(mark) }
    queqiao_document_end_page(document)
  }

  private func draw(_ mark: Mark) {
    switch mark {
    case .text(let text): draw(text)
    case .line(let from, let to, let width, let ink):
      queqiao_line_draw(
        document, right(from.x), down(from.y), right(to.x), down(to.y), width * scale, ink.colour)
    case .box(let box, let outline, let ink):
      queqiao_box_draw(
        document, right(box.x), down(box.y), box.width * scale, box.height * scale,
        (outline ?? 0) * scale, ink.colour)
    case .code(let text, let box): draw(code: text, in: box)
    }
  }

  /// Larger about the middle of the paper, then moved.
  private func right(_ x: Double) -> Double {
    x * scale + (Page.width * (1 - part) / 2 + offset.x) * Self.pointsPerMillimetre
  }
  private func down(_ y: Double) -> Double {
    y * scale + (Page.height * (1 - part) / 2 + offset.y) * Self.pointsPerMillimetre
  }

  /// Four squares of white stand around it. Source: ISO/IEC 18004, "Quiet zone".
  private func draw(code text: String, in box: Box) {
    let code = press.code(text)
    guard code.across > 0 else { return }
    let side = min(box.width, box.height) / Double(code.across + 8)
    let length = side * Double(code.across)
    queqiao_squares_draw(
      document, right(box.x + (box.width - length) / 2), down(box.middle - length / 2),
      side * scale, code.squares, Int32(code.across))
  }

  /// The size and lines that were chosen for a text, and the room it takes by them.
  func setting(of text: TextMark) -> (Setting, Extent) {
    let setting = Setting(of: text) { self.measure($0, $1) }
    return (setting, measure(text, setting))
  }

  private func draw(_ text: TextMark) {
    let (setting, extent) = setting(of: text)
    let x =
      switch (text.lines, text.alignment) {
      case (.prose, _), (_, .left): text.box.x
      case (_, .middle): text.box.x + (text.box.width - extent.width) / 2
      case (_, .right): text.box.right - extent.width
      }
    queqiao_text_draw(
      document, right(x), down(setting.top(of: text, extent)), text.ink.colour)
  }

  /// In millimetres.
  private func measure(_ mark: TextMark, _ setting: Setting) -> Extent {
    let width = mark.lines == .prose ? mark.box.width : 0
    let extent = measure(
      setting.text, size: setting.size, bold: mark.isBold, width: width, mark.alignment)
    return Extent(
      width: extent.width / scale, height: extent.height / scale,
      baseline: extent.baseline / scale, lines: Int(extent.lines))
  }

  private func measure(
    _ text: String, size: Double, bold: Bool, width: Double, _ alignment: TextMark.Alignment
  ) -> queqiao_extent {
    var text = text.cleaned(keepingNewlines: true)
    return text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        var mark = queqiao_text(
          bytes: bytes.baseAddress, count: Int32(bytes.count), size: size * scale,
          weight: bold ? 700 : 400, width: width * scale,
          alignment: alignment == .left ? -1 : alignment == .right ? 1 : 0)
        return queqiao_text_measure(document, &mark)
      }
    }
  }

  /// Whether a font here has all of it.
  func hasGlyphs(for text: String) -> Bool {
    measure(text, size: 4, bold: false, width: 0, .left).unknown == 0
  }
}

extension Ink {
  fileprivate var colour: queqiao_ink {
    switch self {
    case .black: queqiao_ink(red: 0.08, green: 0.08, blue: 0.08)
    case .grey: queqiao_ink(red: 0.35, green: 0.35, blue: 0.35)
    case .faint: queqiao_ink(red: 0.72, green: 0.72, blue: 0.72)
    case .red: queqiao_ink(red: 0.68, green: 0.10, blue: 0.20)
    case .blue: queqiao_ink(red: 0.10, green: 0.26, blue: 0.50)
    }
  }
}
