/// The local name of an element or attribute as one number, so that names are compared at once.
///
/// The first seven bytes, the first the lowest, and the length in the lower seven bits of the highest.
/// The bit above says that a prefix stood before it, or, once the scanner has looked the prefix up, that
/// the name belongs to another namespace than the part: such a name equals none of those below. Two names
/// can share a number, but no name of the format does with one that is looked for.
struct XMLName: Hashable, Sendable {
  private static let prefixed: UInt64 = 1 << 63

  let bits: UInt64

  var isPrefixed: Bool { bits & Self.prefixed != 0 }
  /// As without a prefix, or as of the part's own namespace.
  var own: XMLName { XMLName(bits: bits & ~Self.prefixed) }
  /// As with a prefix, or as of another namespace.
  var foreign: XMLName { XMLName(bits: bits | Self.prefixed) }

  init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var bits: UInt64 = 0
    var length = 0
    var mark: UInt64 = 0
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        bits = 0
        length = 0
        mark = Self.prefixed
      } else {
        if length < 7 { bits |= UInt64(byte) << UInt64(length * 8) }
        length += 1
      }
    }
    self.bits = bits | UInt64(min(length, 127)) << 56 | mark
  }
}

// A number each, as a constant made at run time would be asked for once a cell. `XMLNameTests` makes
// them anew from the names beside them.
extension XMLName {
  /// `c`
  static let cell = XMLName(bits: 0x0100_0000_0000_0063)
  /// `r`
  static let reference = XMLName(bits: 0x0100_0000_0000_0072)
  /// `v`
  static let value = XMLName(bits: 0x0100_0000_0000_0076)
  /// `t`
  static let text = XMLName(bits: 0x0100_0000_0000_0074)
  /// `f`
  static let formula = XMLName(bits: 0x0100_0000_0000_0066)
  /// `s`
  static let style = XMLName(bits: 0x0100_0000_0000_0073)
  /// `si`
  static let sharedString = XMLName(bits: 0x0200_0000_0000_6973)
  /// `is`
  static let inline = XMLName(bits: 0x0200_0000_0000_7369)
  /// `row`
  static let row = XMLName(bits: 0x0300_0000_0077_6f72)
  /// `sst`
  static let sst = XMLName(bits: 0x0300_0000_0074_7373)
  /// `rPh`
  static let rPh = XMLName(bits: 0x0300_0000_0068_5072)
  /// `sheetData`
  static let sheetData = XMLName(bits: 0x0961_4474_6565_6873)
  /// `mergeCell`
  static let mergeCell = XMLName(bits: 0x0965_4365_6772_656d)
  /// `sheets`
  static let sheets = XMLName(bits: 0x0600_7374_6565_6873)
  /// `sheet`
  static let sheet = XMLName(bits: 0x0500_0074_6565_6873)
  /// `workbookPr`
  static let workbookPr = XMLName(bits: 0x0a6f_6f62_6b72_6f77)
  /// `Relationship`
  static let relationship = XMLName(bits: 0x0c6f_6974_616c_6552)
  /// `numFmt`
  static let numFmt = XMLName(bits: 0x0600_746d_466d_756e)
  /// `cellXfs`
  static let cellXfs = XMLName(bits: 0x0773_6658_6c6c_6563)
  /// `xf`
  static let xf = XMLName(bits: 0x0200_0000_0000_6678)
  /// `name`
  static let name = XMLName(bits: 0x0400_0000_656d_616e)
  /// `id`
  static let id = XMLName(bits: 0x0200_0000_0000_6469)
  /// `state`
  static let state = XMLName(bits: 0x0500_0065_7461_7473)
  /// `date1904`
  static let date1904 = XMLName(bits: 0x0830_3931_6574_6164)
  /// `Id`
  static let relationID = XMLName(bits: 0x0200_0000_0000_6449)
  /// `Target`
  static let target = XMLName(bits: 0x0600_7465_6772_6154)
  /// `Type`
  static let type = XMLName(bits: 0x0400_0000_6570_7954)
  /// `numFmtId`
  static let numFmtId = XMLName(bits: 0x0849_746d_466d_756e)
  /// `formatCode`
  static let formatCode = XMLName(bits: 0x0a43_7461_6d72_6f66)
  /// `ref`
  static let ref = XMLName(bits: 0x0300_0000_0066_6572)
  /// `TargetMode`
  static let targetMode = XMLName(bits: 0x0a4d_7465_6772_6154)
  /// `extLst`
  static let extensions = XMLName(bits: 0x0600_7473_4c74_7865)
  /// `Choice`, of another namespace
  static let foreignChoice = XMLName(bits: 0x8600_6563_696f_6843)
  /// `Choice`
  static let choice = XMLName(bits: 0x0600_6563_696f_6843)
  /// `xmlns`
  static let namespace = XMLName(bits: 0x0500_0073_6e6c_6d78)
}
