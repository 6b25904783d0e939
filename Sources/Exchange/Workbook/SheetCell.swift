/// What the tag of a cell says.
struct SheetCell {
  enum Kind { case number, shared, text, inline, truth, error, isoDate }

  var kind = Kind.number
  /// Nil where it cannot be told.
  var column: Int?
  /// Nil where the tag says nothing of it.
  var row: Int?
  var style = 0
  /// Where a reference stands that cannot be read.
  var spoiltReference: Range<Int>?

  /// - Parameter column: of a cell that does not say where it stands.
  @inline(__always)
  init(_ scanner: borrowing XMLScanner, following column: Int?) {
    self.column = column
    let bytes = scanner.buffer.span
    var at = scanner.range.lowerBound
    while let found = XMLAttribute.next(bytes, at: &at, end: scanner.range.upperBound) {
      let value = bytes.extracting(found.value)
      switch found.name {
      case .reference: take(CellReference(value), found.value)
      case .style: style = CellReference.number(value) ?? 0
      case .text: kind = SheetCell.kind(value)
      default: break
      }
    }
  }

  @inline(__always)
  private mutating func take(_ reference: CellReference, _ place: Range<Int>) {
    if reference.isReadable {
      column = reference.column
      row = reference.row
    } else if !place.isEmpty {
      column = nil
      spoiltReference = place
    }
  }

  @inline(__always)
  private static func kind(_ name: Span<UInt8>) -> Kind {
    guard name.count > 0 else { return .number }
    return switch name[0] {
    case UInt8(ascii: "s"): name.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .truth
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .isoDate
    default: .number
    }
  }
}

/// What stands in a cell, as far as it must be told apart.
struct CellContent {
  /// A formula stands in it.
  var isCalculated = false
  /// A text stands in it (`is`), beside which no value counts.
  var isInline = false
  /// Two values, or two texts.
  var isTwofold = false
}
