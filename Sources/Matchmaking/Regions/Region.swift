/// A province, city or county of China by its code in GB/T 2260: `370902` is 泰山区 of 泰安市.
public struct Region: Hashable, Sendable, Comparable {
  public let code: Int32

  /// Nil for a code that the table does not have.
  public init?(code: Int) {
    guard let code = Int32(exactly: code), RegionTable.shared.name(code) != nil else { return nil }
    self.code = code
  }

  init(known code: Int32) { self.code = code }

  public enum Level: Int, Sendable, Comparable {
    case province, city, county
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// Counties that stand directly under a province, such as 济源市, are counties.
  public var level: Level { code % 10_000 == 0 ? .province : code % 100 == 0 ? .city : .county }

  public var province: Region { Region(known: code / 10_000 * 10_000) }

  /// The city a county belongs to; the province itself for counties of 北京 and those directly under
  /// a province; nil for a province.
  public var city: Region? {
    switch level {
    case .province: nil
    case .city: self
    case .county:
      RegionTable.shared.name(code / 100 * 100) == nil ? province : Region(known: code / 100 * 100)
    }
  }

  /// The codes of everything within, itself among them.
  var codes: ClosedRange<Int32> {
    switch level {
    case .province: code...(code + 9999)
    case .city: code...(code + 99)
    case .county: code...code
    }
  }

  /// Whether the other lies within, or is the same.
  public func contains(_ other: Region) -> Bool { codes.contains(other.code) }

  /// `泰山区`.
  public var name: String { RegionTable.shared.name(code) ?? String(code) }

  /// `泰安市泰山区`; the province only where there is no city.
  public var fullName: String {
    switch level {
    case .province, .city: name
    case .county: (city?.name ?? "") + name
    }
  }

  /// The name as people say it, `泰安`, where that is enough to find it again; else the full name.
  public var shortName: String {
    let short = RegionTable.shared.short(code) ?? name
    if Region(short) == self { return short }
    return Region(name) == self
      ? name : Region(fullName) == self ? fullName : province.name + fullName
  }

  public static func < (one: Self, other: Self) -> Bool { one.code < other.code }
}
