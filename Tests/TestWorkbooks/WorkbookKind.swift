/// The same roster in the ways that spreadsheets and libraries write workbooks.
package struct WorkbookKind: Sendable, CustomStringConvertible {
  package let name: String
  package let bytes: [UInt8]

  package var description: String { name }

  private init(
    _ name: String, _ sheet: (inout RosterSheet) -> Void = { _ in },
    _ book: (inout WorkbookMaker) -> Void = { _ in },
    encode: (String, String) -> [UInt8] = { _, xml in Array(xml.utf8) }
  ) {
    var rows = RosterSheet()
    sheet(&rows)
    var maker = WorkbookMaker(rows.data, strings: rows.strings, styles: RosterSheet.styles)
    book(&maker)
    self.name = name
    bytes = maker.bytes(encode)
  }

  package static let all: [WorkbookKind] = spreadsheets + libraries + oddities

  private static let again =
    "<extLst><ext uri=\"{140A7094-0E35-4892-8432-C4D2E57EDEB5}\" "
    + "xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\">"
    + "<x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>"

  private static let spreadsheets = [
    WorkbookKind("Excel", { _ in }, { $0.behind = again }),
    WorkbookKind(
      "Excel, days from 1904", { $0.days = .serial1904 },
      {
        $0.is1904 = true
        $0.behind = again
      }),
    WorkbookKind(
      "Excel, strict", { $0.days = .isoWithNoise },
      encode: { _, xml in
        Array(
          xml.replacing(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            with: "http://purl.oclc.org/ooxml/officeDocument"
          ).replacing(WorkbookMaker.names, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .utf8)
      }),
    WorkbookKind(
      "Excel Mobile, UTF-16 with a mark", encode: { _, xml in [0xff, 0xfe] + wide(xml) }),
    WorkbookKind(
      "UTF-16 without a mark, the other way round",
      encode: { _, xml in wide(xml, isBigEndian: true) }),
    WorkbookKind(
      "Google Sheets", { $0.hasEmptyCells = true },
      { $0.sheets[0].behind = "<drawing r:id=\"rId9\" xmlns:r=\"\(WorkbookMaker.relations)\"/>" }),
    WorkbookKind("LibreOffice", { $0.hasEmptyCells = true }),
    WorkbookKind("LibreOffice 4", { $0.texts = .inlineValue }),
    WorkbookKind(
      "Numbers, with a summary before", { _ in },
      {
        let summary = WorkbookMaker.row(1, ["此文稿导出自 Numbers 表格", "工作表", "表格"])
        $0.sheets.insert(.init(name: "导出摘要", data: summary), at: 0)
      }),
    WorkbookKind(
      "WPS, pretty printed", { $0.gap = "\r\n  " },
      encode: { _, xml in
        let alternative =
          "<mc:AlternateContent xmlns:mc=\"\(compatibility)\"><mc:Choice Requires=\"x15\"><sheets>"
          + "<sheet name=\"?\" sheetId=\"9\"/></sheets></mc:Choice></mc:AlternateContent><sheets>"
        return Array(xml.replacing("<sheets>", with: alternative).utf8)
      }),
  ]

  private static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  private static let libraries = [
    WorkbookKind("openpyxl, written at once", { $0.texts = .inline }),
    WorkbookKind("openpyxl, ISO dates", { $0.days = .iso }),
    WorkbookKind("SheetJS, texts as of formulas", { $0.texts = .formula }),
    WorkbookKind("SheetJS, dates as moments", { $0.days = .greenwich }),
    WorkbookKind("ExcelJS", { _ in }, { $0.sheets[0].state = "show" }),
    WorkbookKind(
      "Open XML SDK, everything with a prefix",
      encode: { name, xml in
        name.hasPrefix("xl/") && !name.contains("_rels") ? prefixed(xml) : Array(xml.utf8)
      }),
    WorkbookKind("POI, streaming", { $0.texts = .inline }, { $0.targetPrefix = "/xl/" }),
    WorkbookKind("EPPlus, rich texts", { $0.texts = .rich }),
    WorkbookKind("Java, numbers with exponents", { $0.hasExponents = true }),
    WorkbookKind(
      "dates as texts",
      {
        $0.days = .text
        $0.texts = .inline
      }),
  ]

  private static let oddities = [
    WorkbookKind("a row element for each cell", { $0.isRowPerCell = true }),
    WorkbookKind("references with dollars", { $0.references = .dollars }),
    WorkbookKind("references in small letters", { $0.references = .small }),
    WorkbookKind(
      "no references",
      {
        $0.references = .none
        $0.hasEmptyCells = true
      }),
    WorkbookKind("targets that are percent-encoded", { _ in }, { $0.targetPrefix = "%2E/" }),
    WorkbookKind("targets with backslashes", { _ in }, { $0.targetPrefix = "\\xl\\" }),
    WorkbookKind("64-bit sizes", { _ in }, { $0.zip.isWide = true }),
    WorkbookKind(
      "a declaration that lies",
      encode: { _, xml in
        Array("<?xml version=\"1.0\" encoding=\"utf-16\"?>".utf8)
          + Array(withoutDeclaration(xml).utf8)
      }),
  ]

  private static func withoutDeclaration(_ xml: String) -> String {
    guard xml.hasPrefix("<?"), let end = xml.firstRange(of: "?>")?.upperBound else { return xml }
    return String(xml[end...])
  }

  /// Every element of the part's own namespace with a prefix.
  private static func prefixed(_ xml: String) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = Array(withoutDeclaration(xml).replacing(" xmlns=", with: " xmlns:x=").utf8)
    for (index, byte) in bytes.enumerated() {
      out.append(byte)
      guard index + 1 < bytes.count else { continue }
      let isOpening = byte == UInt8(ascii: "<") && bytes[index + 1] != UInt8(ascii: "/")
      let isClosing =
        index > 0 && bytes[index - 1] == UInt8(ascii: "<") && byte == UInt8(ascii: "/")
      let isOwn = !bytes[(index + 1)...].starts(with: "x15:".utf8)
      if isOpening || isClosing, isOwn { out += Array("x:".utf8) }
    }
    return out
  }

  package static func wide(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 255), UInt8(unit >> 8))
      return isBigEndian ? [high, low] : [low, high]
    }
  }
}
