import ArgumentParser
import Characters
import Exchange
import Matchmaking
import Wording

/// What columns of a file are, as a command is told and as it tells.
enum ColumnWords {
  /// Reads `HEAD=FIELD`, one for a column.
  static func read(_ texts: [String]) throws -> [String: ColumnDecision] {
    var decisions: [String: ColumnDecision] = [:]
    for text in texts {
      guard let mark = text.lastIndex(of: "=") else {
        throw ValidationError(
          "“\(text.cleanedLine)”应写成 表头=字段", "'\(text.cleanedLine)' is no HEAD=FIELD")
      }
      let word = String(text[text.index(after: mark)...]).cleanedLine
      guard let decision = decision(word) else {
        let known = RosterField.everyOne.map(\.machineName)
        throw ValidationError(
          "没有“\(word)”这个字段；可用的有 keep、skip、" + known.joined(separator: "、"),
          "'\(word)' is no field; known are keep, skip and " + known.joined(separator: ", "))
      }
      decisions[String(text[..<mark]).cleanedLine] = decision
    }
    return decisions
  }

  private static func decision(_ word: String) -> ColumnDecision? {
    if word == "keep" { return .kept }
    if word == ColumnDecision.passingWord { return .passedOver }
    let field = RosterField.everyOne.first { $0.machineName == word || $0.canonicalHead == word }
    return field.map(ColumnDecision.field)
  }

  /// Says what became of the columns of a list, where some of them are not read.
  ///
  /// - Parameter isCounted: whether it is known which of them are empty.
  static func say(_ columns: [ColumnReport], isCounted: Bool = true) {
    let lines = ColumnLine.all(isCounted ? columns : columns.map(\.asIfFilled))
    guard lines.contains(where: \.isRemark) else { return }
    for line in lines { Output.message(line.phrase(Invocation.language)) }
  }

  /// What became of the columns of a roster and needs no look, for its summary.
  static func account(_ columns: [ColumnReport]) -> Phrase {
    ColumnLine.all(columns).filter { !$0.isRemark }
      .reduce(.empty) { $0 + $1.phrase + .verbatim("\n") }
  }

  /// Says which heads somebody named that the file does not have; nothing came of those.
  static func sayMissing(_ heads: some Sequence<String>, among columns: [ColumnReport]) {
    let known = columns.map(\.head)
    let list = known.joined(separator: ", ").shortened(to: 200)
    for head in heads.sorted() where !known.isEmpty && !known.contains(head) {
      Output.message(
        Phrase(
          "没有“\(head)”这一列，--column 没有起作用；表头有：\(list)",
          "no column is called \u{201c}\(head)\u{201d}, so --column did nothing; the heads are: \(list)"
        )(Invocation.language))
    }
  }

  /// Says which columns of a roster somebody should look at, and how to have them read.
  static func sayRemarks(_ columns: [ColumnReport]) {
    let language = Invocation.language
    for line in ColumnLine.all(columns) where line.isRemark {
      Output.message("note: " + line.phrase(language))
    }
    for column in columns {
      guard let purpose = column.likelyConsent else { continue }
      Output.message(
        Phrase(
          "“\(column.head)”像是授权；确认后用 --column '\(column.head)=consent:\(purpose.rawValue)' 导入",
          "\u{201c}\(column.head)\u{201d} looks like a consent; --column '\(column.head)=consent:\(purpose.rawValue)' takes it as one"
        )(language))
    }
    let unknown = columns.contains {
      $0.became == "kept" && !$0.isDecided && $0.likelyConsent == nil
    }
    if unknown {
      Output.message(
        Phrase(
          "要改认作别的：--column '表头=字段'", "to read one as something else: --column 'HEAD=FIELD'")(
            language))
    }
  }

  static func table(_ columns: [ColumnReport]) -> Table {
    let names = [
      TableColumn("column", side: .right), TableColumn("head"), TableColumn("field"),
      TableColumn("became"), TableColumn("reason"), TableColumn("unit"),
      TableColumn("rows", side: .right), TableColumn("told"),
    ]
    return Table(
      names,
      rows: columns.map { column in
        [
          .number(column.place), .text(column.head), .text(column.field), .text(column.became),
          .text(reason(column)), .text(column.unit.isEmpty ? nil : column.unit),
          .number(column.filled), .flag(column.isDecided),
        ]
      })
  }

  private static func reason(_ column: ColumnReport) -> String? {
    switch column.fate {
    case .passedOver(let reason): reason.rawValue
    case .repeated(let field): field
    case .read, .kept: nil
    }
  }
}

extension ColumnReport {
  fileprivate var asIfFilled: ColumnReport {
    var report = self
    report.filled = max(1, filled)
    return report
  }
}
