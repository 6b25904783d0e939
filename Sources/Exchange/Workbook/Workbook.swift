import Characters

/// A workbook of Office Open XML (.xlsx, .xlsm), transitional or strict: its sheets and what they share.
struct Workbook {
  struct Sheet: Hashable, Sendable {
    let name: String
    let isHidden: Bool
    /// The name of the part within the archive.
    let path: String
    let part: ZipArchive.Part
  }

  /// What the cells of every sheet refer to.
  struct Tables: Sendable {
    var strings = SharedStrings()
    var formats = CellFormats()
    var is1904 = false
  }

  struct Limits: Sendable {
    var inflater = Inflater.Limits()
    var sheet = SheetReader.Limits()
  }

  /// In the order of their tabs.
  let sheets: [Sheet]
  let archive: ZipArchive
  let limits: Limits
  private let stringsPart: ZipArchive.Part?
  private let stylesPart: ZipArchive.Part?
  private let is1904: Bool

  init(_ archive: ZipArchive, limits: Limits = Limits()) throws(WorkbookFault) {
    self.archive = archive
    self.limits = limits
    let root = try Relationships("", in: archive, limits)
    let main = root.first("officeDocument")?.target ?? "xl/workbook.xml"
    guard let part = archive[main] else { throw .damaged }
    let own = try Relationships(main, in: archive, limits)
    stringsPart = own.first("sharedStrings").flatMap { archive[$0.target] }
    stylesPart = own.first("styles").flatMap { archive[$0.target] }
    var scanner = try archive.scanner(part, limits)
    var sheets: [Sheet] = []
    var is1904 = false
    reading: while true {
      switch try scanner.next() {
      case .atEnd: break reading
      case .start where scanner.name == .workbookPr:
        is1904 = ["1", "true", "on"].contains(scanner.attribute(.date1904) ?? "")
      case .start where scanner.name == .sheet:
        guard sheets.count < 10_000, let name = scanner.attribute(.name),
          let id = scanner.attribute(.id), let relationship = own.byID[id],
          relationship.type == "worksheet", let part = archive[relationship.target]
        else { continue }
        let isHidden = scanner.attribute(.state).map { $0 != "visible" } ?? false
        sheets.append(
          Sheet(
            name: PlainText(name, lines: .joined).text, isHidden: isHidden,
            path: relationship.target, part: part))
      default: break
      }
    }
    self.sheets = sheets
    self.is1904 = is1904
  }

  /// What cells refer to: read once, before the first sheet.
  func tables() throws(WorkbookFault) -> Tables {
    var tables = Tables()
    tables.is1904 = is1904
    if let stylesPart {
      var scanner = try archive.scanner(stylesPart, limits)
      tables.formats = try CellFormats(&scanner)
    }
    if let stringsPart {
      var scanner = try archive.scanner(stringsPart, limits)
      tables.strings = try SharedStrings(&scanner)
    }
    return tables
  }

  /// A pump that unpacks the sheet from now on.
  func pump(_ sheet: Sheet, lookahead: Int = 64) throws(WorkbookFault) -> InflatingPump {
    try InflatingPump(sheet.part, of: archive, limits: limits.inflater, lookahead: lookahead)
  }

  func reader(_ pump: InflatingPump, _ tables: Tables) throws(WorkbookFault) -> SheetReader {
    let scanner = try XMLScanner { () throws(WorkbookFault) in try pump.next() }
    return SheetReader(scanner, book: tables, limits: limits.sheet)
  }
}

extension ZipArchive {
  /// A scanner of a small part, unpacked as it is read.
  fileprivate func scanner(
    _ part: Part, _ limits: Workbook.Limits
  ) throws(WorkbookFault) -> XMLScanner {
    let inflater = try Inflater(part, of: self, limits: limits.inflater)
    return try XMLScanner { () throws(WorkbookFault) in try inflater.next() }
  }
}

/// What a part of the package refers to, by its `.rels` (ECMA-376, part 2).
struct Relationships {
  struct Relationship {
    /// The last word of the type's address, which transitional and strict workbooks share.
    let type: String
    /// The part's name, without a slash before it.
    let target: String
  }

  var byID: [String: Relationship] = [:]
  private(set) var inOrder: [Relationship] = []

  /// - Parameter part: empty for the package itself.
  init(_ part: String, in archive: ZipArchive, _ limits: Workbook.Limits) throws(WorkbookFault) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let rels = archive["\(folder)_rels/\(file).rels"] else { return }
    var scanner = try archive.scanner(rels, limits)
    while true {
      switch try scanner.next() {
      case .atEnd: return
      case .start where scanner.name == .relationship:
        guard inOrder.count < 100_000, let id = scanner.attribute(.relationID),
          let type = scanner.attribute(.type), let target = scanner.attribute(.target),
          scanner.attribute(.targetMode) != "External"
        else { continue }
        let word = type.split(separator: "/").last.map(String.init) ?? ""
        let relationship = Relationship(
          type: word, target: Relationships.resolved(target, from: folder))
        if byID[id] == nil { byID[id] = relationship }
        inOrder.append(relationship)
      default: break
      }
    }
  }

  func first(_ type: String) -> Relationship? { inOrder.first { $0.type == type } }

  /// `/xl/a.xml`, `a.xml` and `../xl/a.xml`, seen from `xl/`, are the same part.
  private static func resolved(_ target: String, from folder: String) -> String {
    let slashed = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps = slashed.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in slashed.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
