import ArgumentParser
import Exchange
import Foundation
import Matchmaking
import Wording

/// What an import changes of members who were known, field by field, and what stands against it.
enum ImportReport {
  // MARK: - For people

  private static let most = 20

  /// A screenful of what became what.
  static func sayChanges(_ summary: ImportSummary) {
    for change in summary.changes.prefix(most) {
      let whose = "\(change.number) \(change.name)"
      let phrase = Phrase("第 \(change.row) 行 \(whose) ", "row \(change.row), \(whose): ")
      Output.message("changed: " + (phrase + change.change)(Invocation.language))
    }
    let rest = summary.changes.count - most
    guard rest > 0 else { return }
    Output.message(
      Phrase(
        "另有 \(rest) 处改动；--format json 全部列出",
        "and \(rest) more changes; --format json lists them all")(
          Invocation.language))
  }

  /// How much of each field, and how to have the roster's word where it does not stand.
  static func counts(_ summary: ImportSummary) -> Phrase {
    var lines: [Phrase] = []
    if !summary.changes.isEmpty {
      lines.append(Phrase("改动：", "changed: ") + summary.changesPhrase)
    }
    if !summary.correctionsPhrase.isEmpty {
      lines.append(Phrase("手工更正：", "by hand: ") + summary.correctionsPhrase)
    }
    if summary.kept.contains(where: \.canBeTaken) {
      lines.append(
        Phrase(
          "要改用名册的：加 --take-roster all；只改几项：--take-roster phone,employer",
          "to have the roster's: --take-roster all, or some columns, as in --take-roster phone,employer"
        ))
    }
    return lines.reduce(.empty) { $0 + $1 + .verbatim("\n") }
  }

  // MARK: - For machines

  /// Parts of the one document; phones are masked as in every list.
  static func json(_ summary: ImportSummary) -> String {
    """
    "overruled": \(summary.overruled), "fields": \(list(fields(summary))), \
    "changes": \(list(differences(summary.changes, summary))), \
    "kept": \(list(differences(summary.kept, summary)))
    """
  }

  private static func list(_ table: Table) -> String {
    let text = table.written(as: .json) { $0.count }
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  private static func fields(_ summary: ImportSummary) -> Table {
    var kept: [DraftField: Int] = [:]
    for difference in summary.kept { kept[difference.field, default: 0] += 1 }
    let changed = summary.changesByField
    let others = kept.keys.filter { field in !changed.contains { $0.field == field } }
      .sorted { $0.word < $1.word }.map { (field: $0, count: 0) }
    return Table(
      ["field", "column", "changed", "kept"].map { TableColumn($0) },
      rows: (changed + others).map { field, count in
        [
          .text(field.word), .text(column(field, summary)), .number(count),
          .number(kept[field] ?? 0),
        ]
      })
  }

  private static func differences(
    _ differences: [FieldDifference], _ summary: ImportSummary
  ) -> Table {
    Table(
      ["row", "number", "name", "field", "column", "before", "after"].map { TableColumn($0) },
      rows: differences.map { difference in
        let (before, after) = difference.masked
        return [
          .number(difference.row), .text(difference.number), .text(difference.name),
          .text(difference.field.word), .text(column(difference.field, summary)),
          .text(before.isEmpty ? nil : before),
          .text(after + difference.hiddenDifference(Invocation.language)),
        ]
      })
  }

  /// As the file calls it.
  private static func column(_ field: DraftField, _ summary: ImportSummary) -> String {
    summary.heads[field] ?? field.detail?.column ?? field.word
  }
}

extension RosterPreference {
  /// Reads what stands behind each `--take-roster`: `all`, or columns between commas.
  init(typed texts: [String]) throws {
    self.init()
    for text in texts {
      let words = try Self.words(of: text)
      if words.contains(where: { ["all", "全部"].contains($0.lowercased()) }) {
        guard words.count == 1 else { throw Self.misread(text) }
        isForAll = true
      } else {
        fields.formUnion(try words.map(Self.field))
      }
    }
  }

  /// A head may have commas in it, so what stands behind `extra:` is one head to its end.
  private static func words(of text: String) throws -> [String] {
    let known = text.range(of: "extra:").map { text[..<$0.lowerBound] } ?? text[...]
    var words = known.split(whereSeparator: { ",，、".contains($0) }).map(String.init)
    if known.endIndex < text.endIndex { words.append(String(text[known.endIndex...])) }
    words = words.map(\.cleanedLine).filter { !$0.isEmpty }
    guard !words.isEmpty else { throw misread(text) }
    return words
  }

  private static func field(_ word: String) throws -> MemberField {
    if let field = MemberField(word) { return field }
    let head = word.hasPrefix("extra:") ? String(word.dropFirst(6)).cleanedLine : ""
    guard !head.isEmpty else { throw misread(word) }
    return .extra(head)
  }

  private static func misread(_ word: String) -> ValidationError {
    let columns = MemberField.all.map(\.column).joined(separator: ", ")
    let phrase = Phrase(
      "--take-roster 认不得“\(word.cleanedLine)”；写 all，或几项（中间用逗号）：\(columns)，或 extra:表头",
      "--take-roster knows no '\(word.cleanedLine)'; write all, or columns between commas: \(columns), or extra:HEAD"
    )
    return ValidationError(phrase(Invocation.language))
  }
}
