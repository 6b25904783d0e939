import CFuzzer
import Foundation
import Matchmaking
import TestHopes
import TestWorkbooks

@testable import Exchange

/// What libFuzzer throws bytes at; `QUEQIAO_FUZZ` names one of them.
enum Fuzzer: String, CaseIterable {
  case csv, encoding, heads, words, zip, sheet, hopes, stored, filters, keys

  static let chosen =
    ProcessInfo.processInfo.environment["QUEQIAO_FUZZ"].flatMap(Fuzzer.init) ?? .csv

  /// Ends the process where something that must hold does not.
  func run(_ bytes: [UInt8]) {
    do {
      switch self {
      case .csv: try Self.readCSV(bytes)
      case .encoding: Self.decode(bytes)
      case .heads: try Self.readHeads(bytes)
      case .zip: try Self.unpack(bytes)
      case .sheet: try Self.readSheet(bytes)
      case .words: Self.readWords(bytes)
      case .hopes: Self.readHopes(bytes)
      case .stored: try Self.readStored(bytes)
      case .filters: Self.readFilters(bytes)
      case .keys: Self.readKeys(bytes)
      }
    } catch {
      // A fault is an answer; only crashes and broken promises are found here.
    }
  }

  private static func readCSV(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    var limits = CSVLimits()
    // Small limits bring small inputs to where they matter.
    if first & 1 == 1 { (limits.row, limits.cell) = (64, 24) }
    let source = ByteSource(Array(bytes.dropFirst()), piece: Int(first >> 1) + 1)
    var reader = try RosterReader(source, limits: limits)
    var last = 0
    while let row = try reader.next() {
      precondition(row.number > last, "rows come in order")
      let isTold = row.problems.contains { $0.isRefusal || $0.code == .passedOver }
      precondition((row.draft == nil) == isTold, "no row is lost")
      last = row.number
    }
    var rows = try CSVReader(ByteSource(Array(bytes.dropFirst())), limits: limits)
    var row = RawRow()
    while try rows.next(into: &row) { check(row) }
  }

  /// A head, and cells as people say things: each line is one.
  private static func readWords(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let day = Day(year: 2026, month: 11, day: 27)
    let fields = RosterColumns.standard.fields(of: lines)
    let taken = fields.compactMap(\.self)
    precondition(Set(taken).count == taken.count, "no two columns are one field")
    for line in lines {
      let names = HeadText(line).names
      precondition(Set(names).count == names.count, "no reading of a head twice")
      _ = RowGrammar(line)
      _ = RowGrammar.isTitle(line)
      let birth = FieldReading.birth(line, on: day)
      let isLater = birth.flatMap { birth in day.map { birth.begins(after: $0) } } ?? false
      precondition(!isLater, "nobody is born later")
      let height = FieldReading.spokenHeight(line)
      precondition(height.map((120...230).contains) ?? true, "heights are people's")
      let masked = Masking.numbers(in: line)
      precondition(masked.unicodeScalars.count == line.unicodeScalars.count, "masks hide, no more")
      precondition(Masking.numbers(in: masked) == masked, "what is hidden stays so")
      _ = FieldReading.withoutOptionLetter(line)
      _ = FieldReading.agreement(line)
      _ = AnswerTime(line)
    }
  }

  /// Heads stand between unit separators, the lines of two between record separators.
  private static func readHeads(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\u{1e}", omittingEmptySubsequences: false).prefix(3)
    for line in lines {
      let heads = line.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
      let head = RosterHead(TextRow(number: 1, cells: heads, faults: []), columns: .standard)
      precondition(head.columns.count == head.names.count, "every column has a name")
      precondition(Set(head.names).count == head.names.count, "no two columns have one name")
      let fields = RosterColumns.standard.fields(of: heads)
      precondition(fields.count == heads.count, "every head has an answer")
      let known = fields.compactMap { $0 }
      precondition(Set(known).count == known.count, "no two columns have one field")
      precondition(
        RosterPlaces(head).columns.count == head.columns.count, "every column has a place")
      for (head, field) in Swift.zip(heads, fields) where field != nil {
        let dressed = RosterColumns.standard.fields(of: [" *\(head)： "])
        precondition(
          dressed == RosterColumns.standard.fields(of: [head]), "marks are no part of it")
      }
      checkHopes(heads)
    }
    let table = lines.map {
      $0.split(separator: "\u{1f}").map { "\"\($0.filter { $0 != "\"" })\"" }
    }
    let csv = table.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n王一,男\n"
    var reader = try RosterReader(ByteSource(Array(csv.utf8)))
    while let row = try reader.next() {
      let isTold = row.problems.contains { $0.isRefusal || $0.code == .passedOver }
      precondition((row.draft == nil) == isTold, "no row is lost")
    }
  }

  /// Whatever stands below 择偶要求 is no detail of the person.
  private static func checkHopes(_ heads: [String]) {
    let upper = TextRow(number: 1, cells: ["姓名", "择偶要求"], faults: [])
    let lower = TextRow(
      number: 2, cells: [""] + heads.filter { !RosterColumns.cleaned($0).isEmpty }, faults: [])
    guard let whole = HeadLines(.standard).joined(upper, lower) else { return }
    let fields = Set(RosterColumns.standard.fields(of: whole.cells).compactMap { $0 })
    precondition(fields.isSubset(of: [.name, .text(.criteria)]), "hopes are no facts")
  }

  private static func check(_ row: RawRow) {
    for column in 0..<row.count {
      let bytes = row.bytes[row.range(of: column)]
      precondition(String(validating: bytes, as: UTF8.self) != nil, "cells are UTF-8")
    }
  }

  private static func decode(_ bytes: [UInt8]) {
    var text: [UInt8] = []
    let isRead = GB18030.decode(bytes.span, into: &text)
    precondition(isRead == GB18030.isValid(bytes.span), "the look and the reading agree")
    precondition(String(validating: text, as: UTF8.self) != nil, "what is decoded is UTF-8")
    precondition(isRead || text.isEmpty, "nothing is read by halves")
    _ = TextEncoding(of: bytes[...])
    _ = TextEncoding.text(of: bytes[...])
    _ = FileKind(bytes[...])
    _ = Separator(bytes[...], in: TextEncoding(of: bytes[...]) ?? .utf8)
    for isBigEndian in [false, true] {
      for size in [2, 4] {
        decode(bytes) { WideText(size: size, isBigEndian: isBigEndian).decoder }
      }
    }
    decode(bytes) { GB18030Decoder() }
    decode(bytes) { Windows1252Decoder() }
    _ = try? CompoundFile.kind(.bytes(bytes))
  }

  private static func decode(_ bytes: [UInt8], by make: () -> some TextDecoder) {
    var whole: [UInt8] = []
    var pieces: [UInt8] = []
    var decoder = make()
    decoder.decode(bytes, into: &whole)
    decoder.end(into: &whole)
    decoder = make()
    for byte in bytes { decoder.decode([byte], into: &pieces) }
    decoder.end(into: &pieces)
    precondition(whole == pieces, "pieces change nothing")
  }

  private static func unpack(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(.bytes(bytes))
    var limits = Inflater.Limits()
    (limits.free, limits.total) = (1 << 16, 1 << 20)
    for name in archive.names {
      guard let part = archive[name],
        let inflater = try? Inflater(part, of: archive, limits: limits)
      else { continue }
      while let piece = try? inflater.next(), !piece.bytes.isEmpty {}
    }
    let book = try Workbook(archive, limits: Workbook.Limits(inflater: limits))
    _ = try book.tables()
  }

  private static func readSheet(_ bytes: [UInt8]) throws {
    guard bytes.count > 1 else { return }
    let size = Int(bytes[0]) + 1
    var rest = bytes.dropFirst(2)
    var scanner = try XMLScanner { () throws(WorkbookFault) in
      let piece = rest.prefix(size)
      rest = rest.dropFirst(size)
      return Inflater.Piece(bytes: Array(piece), packed: bytes.count - rest.count)
    }
    switch bytes[1] % 3 {
    case 0:
      let strings = try SharedStrings(&scanner)
      precondition(String(validating: strings.bytes, as: UTF8.self) != nil, "texts are UTF-8")
    case 1: _ = try CellFormats(&scanner)
    default:
      var reader = SheetReader(scanner, book: Seeds.tables)
      var row = RawRow()
      var last = 0
      while try reader.next(into: &row) {
        precondition(row.number > last, "rows come in order")
        precondition(row.count <= 1000, "no row is wider than is allowed")
        last = row.number
        check(row)
      }
    }
  }
}

extension Fuzzer {
  /// The first byte tells what the others are: text as it stands, or draws of words.
  private static func readHopes(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    var rest = bytes.dropFirst()
    let maker = HopeMaker { sides in
      // Lists may be longer than a byte can count.
      let draw = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(2)
      return draw % sides
    }
    switch first % 3 {
    case 0: check(HopeCheck.fault(of: String(decoding: rest, as: UTF8.self)))
    case 1: check(HopeCheck.fault(of: maker.jumble()))
    default:
      let pair = maker.pair()
      check(HopeCheck.fault(of: pair))
      check(HopeCheck.fault(of: pair.with))
    }
  }

  private static func check(_ fault: String?) {
    guard let fault else { return }
    FileHandle.standardError.write(Data("\(fault)\n".utf8))
    preconditionFailure(fault)
  }
}

@main
struct Fuzzing {
  static func main() {
    if let folder = ProcessInfo.processInfo.environment["QUEQIAO_SEEDS"] {
      Seeds.write(for: Fuzzer.chosen, to: folder)
    }
    var count = CommandLine.argc
    var words = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &words) { data, size in
        Fuzzer.chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      })
  }
}
