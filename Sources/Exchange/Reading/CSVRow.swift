import Characters

/// One row of a CSV file, as text.
public struct CSVRow: Hashable, Sendable {
  /// Counted from 1 as a spreadsheet shows them: empty lines count, line ends within quotes do not.
  public let number: Int
  /// As they stand between their separators, without the quotes; empty where the cell is at fault.
  public var cells: [String]
  public var faults: [CSVFault]
  /// Whether characters may be among the text that `PlainText` changes; if not, none are.
  var needsCare = true

  public var isBlank: Bool { faults.isEmpty && cells.allSatisfy { $0.allBlank } }

  /// Whether no cell of the row can be trusted to stand in its column.
  public var isBroken: Bool { faults.contains { $0.column == nil } }
}

/// Something wrong with how a row is written down.
public struct CSVFault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A quote within an unquoted cell, which is kept as it stands.
    case strayQuote
    /// A quote is missing or one too many, so that the cell's end is unsure.
    case brokenQuotes
    case notUTF8
    case tooLong
  }

  public let kind: Kind
  /// Counted from 0; nil where the whole row is meant.
  public let column: Int?
  /// What stood there, cleaned and shortened.
  public let evidence: String
}

/// What is more than any honest file holds, in bytes.
public struct CSVLimits: Hashable, Sendable {
  /// A spreadsheet's cell has room for 32,767 characters.
  public var cell = 100_000
  public var row = 1 << 20

  public init() {}
}

extension String {
  var allBlank: Bool { isEmpty || unicodeScalars.allSatisfy(\.isBlank) }
}
