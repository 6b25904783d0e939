import Characters

/// A workbook of Office Open XML (.xlsx, .xlsm), transitional or strict: its sheets and what they share.
struct Workbook {
  struct Sheet: Hashable, Sendable {
    let name: String
    let isHidden: Bool
    /// Nil where the workbook names it and does not hold it.
    let part: ZipArchive.Part?
    /// The name of the part within the archive.
    var path = ""
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
  /// Whether days are counted from 1904.
  let is1904: Bool
  let archive: ZipArchive
  let limits: Limits
  private let stringsPart: ZipArchive.Part?
  private let stylesPart: ZipArchive.Part?

  init(_ archive: ZipArchive, limits: Limits = Limits()) throws(WorkbookFault) {
    self.archive = archive
    self.limits = limits
    let root = try Relationships("", in: archive, limits)
    let main = root.first("officeDocument")?.target ?? "xl/workbook.xml"
    guard let part = archive[main] else { throw .damaged }
    let own = try Relationships(main, in: archive, limits)
    stringsPart = try own.first("sharedStrings").map { (strings) throws(WorkbookFault) in
      // Without its texts nothing of it can be read.
      guard let part = archive[strings.target] else { throw .damaged }
      return part
    }
    stylesPart = own.first("styles").flatMap { archive[$0.target] }
    var scanner = try archive.scanner(part, limits)
    var sheets: [Sheet] = []
    var is1904: Bool?
    reading: while true {
      switch try scanner.next() {
      case .atEnd: break reading
      case .start where scanner.name == .workbookPr && is1904 == nil:
        is1904 = scanner.attribute(.date1904).map { ["1", "true", "on"].contains($0.lowercased()) }
      case .start where scanner.name == .sheet && sheets.count < 10_000:
        if let sheet = Workbook.sheet(scanner, own, archive) { sheets.append(sheet) }
      default: break
      }
    }
    self.sheets = sheets
    self.is1904 = is1904 ?? false
  }

  /// Nil for what is no sheet of cells, such as one that holds a chart.
  private static func sheet(
    _ scanner: XMLScanner, _ relationships: Relationships, _ archive: ZipArchive
  ) -> Sheet? {
    guard let name = scanner.attribute(.name) else { return nil }
    let target = scanner.relationship.flatMap { relationships.byID[$0] }
    if let target, target.type != "worksheet" { return nil }
    let state = scanner.attribute(.state)?.trimmed.lowercased()
    // Others than these are no states; some libraries write `show`.
    return Sheet(
      name: PlainText(name, lines: .joined).text,
      isHidden: state == "hidden" || state == "veryhidden",
      part: target.flatMap { archive[$0.target] }, path: target?.target ?? "")
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
    guard let part = sheet.part else { throw .damaged }
    return try InflatingPump(part, of: archive, limits: limits.inflater, lookahead: lookahead)
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
    let slashed = String(ZipArchive.decoded(target).map { $0 == "\\" ? "/" : $0 })
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
