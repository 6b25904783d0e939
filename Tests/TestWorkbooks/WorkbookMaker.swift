/// Makes workbooks out of the XML of their parts.
package struct WorkbookMaker {
  package struct Sheet {
    package var name: String
    /// What stands in `sheetData`.
    package var data: String
    package var state = ""
    /// What stands behind `sheetData`.
    package var behind = ""

    package init(name: String, data: String, state: String = "") {
      self.name = name
      self.data = data
      self.state = state
    }
  }

  package static let names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  package var sheets: [Sheet] = []
  /// What stands in `sst`.
  package var strings: String?
  /// What stands in `styleSheet`.
  package var styles: String?
  package var is1904 = false
  /// What stands behind the sheets of the workbook.
  package var behind = ""
  package var zip = ZipMaker()
  package var folder = "xl/"
  package var targetPrefix = ""

  /// One visible sheet of such rows.
  package init(_ data: String = "", strings: String? = nil, styles: String? = nil) {
    sheets = [Sheet(name: "Sheet1", data: data)]
    self.strings = strings
    self.styles = styles
  }

  package var parts: [(name: String, xml: String)] {
    var rels = ""
    var list = ""
    var parts: [(String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index)\"/>"
      rels += Self.relation("rId\(index)", "worksheet", "\(targetPrefix)worksheets/s\(index).xml")
      let xml =
        "<worksheet xmlns=\"\(Self.names)\"><sheetData>\(sheet.data)</sheetData>\(sheet.behind)</worksheet>"
      parts.append(("\(folder)worksheets/s\(index).xml", xml))
    }
    if let strings {
      rels += Self.relation("rIdS", "sharedStrings", "\(targetPrefix)sharedStrings.xml")
      parts.append(("\(folder)sharedStrings.xml", "<sst xmlns=\"\(Self.names)\">\(strings)</sst>"))
    }
    if let styles {
      rels += Self.relation("rIdF", "styles", "\(targetPrefix)styles.xml")
      parts.append(
        ("\(folder)styles.xml", "<styleSheet xmlns=\"\(Self.names)\">\(styles)</styleSheet>"))
    }
    let book =
      "<?xml version=\"1.0\"?><workbook xmlns=\"\(Self.names)\" xmlns:r=\"\(Self.relations)\"><workbookPr\(is1904 ? " date1904=\"1\"" : "")/><sheets>\(list)</sheets>\(behind)</workbook>"
    return [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        Self.relationships(Self.relation("r1", "officeDocument", folder + "workbook.xml"))
      ),
      ("\(folder)workbook.xml", book),
      ("\(folder)_rels/workbook.xml.rels", Self.relationships(rels)),
    ] + parts
  }

  package var bytes: [UInt8] { bytes { _, xml in Array(xml.utf8) } }

  /// - Parameter encode: makes the bytes of a part, by its name and its XML.
  package func bytes(_ encode: (String, String) -> [UInt8]) -> [UInt8] {
    var zip = zip
    zip.parts =
      parts.map { ZipMaker.Part(name: $0.name, bytes: encode($0.name, $0.xml)) } + zip.parts
    return zip.bytes
  }

  package static func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
  }

  package static func relationships(_ inside: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships>\(inside)</Relationships>"
  }

  /// A row of inline texts.
  package static func row(_ number: Int, _ cells: [String]) -> String {
    "<row r=\"\(number)\">"
      + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }
}
