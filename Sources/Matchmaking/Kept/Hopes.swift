/// Criteria as they are kept: what was understood of them, a few bytes for each.
///
/// They are told one after the other, so that whoever finds the first limit missed reads no further.
struct Hopes: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var criteria: Criteria { Criteria(Array(self)) }

  /// Nil at the end, and where there is what nobody hopes for, as in a damaged file.
  mutating func next() -> Criterion? {
    guard let head = number(UInt8.self), let condition = condition(head & 0x3f) else {
      place = bytes.count
      return nil
    }
    return Criterion(
      Demand(condition, isNegated: head & Self.negated != 0),
      head & Self.preferred != 0 ? .preference : .limit)
  }

  /// Those of each member, as they are kept.
  static func bytes(of members: [Member]) -> [UInt8] {
    struct Written: Hashable {
      let text: String
      let sex: Sex?
    }
    return TextColumn.bytes(
      of: members.map { Written(text: $0.texts[.criteria] ?? "", sex: $0.sex) }
    ) { written in
      written.text.isEmpty
        ? [] : bytes(of: CriteriaReading(written.text, of: written.sex).criteria)
    }
  }

  static func bytes(of criteria: Criteria) -> [UInt8] {
    var bytes: [UInt8] = []
    for criterion in criteria.all {
      let demand = criterion.demand
      let marks =
        (demand.isNegated ? negated : 0) | (criterion.strength == .preference ? preferred : 0)
      append(demand.condition, marks, to: &bytes)
    }
    return bytes
  }

  private static let negated: UInt8 = 0x80
  private static let preferred: UInt8 = 0x40
}

// What a condition is about stands in its first byte; a new kind is appended.
extension Hopes {
  private static func append(
    _ condition: Condition, _ marks: UInt8, to bytes: inout [UInt8]
  ) {
    switch condition {
    case .trait(let trait, let choices):
      bytes += [marks | 0, UInt8(trait.rawValue)]
      bytes.append(little: choices.rawValue)
    case .measure(let measure, let bounds):
      bytes += [marks | 1, UInt8(measure.rawValue)]
      append(bounds, to: &bytes)
    case .education(let bounds):
      bytes.append(marks | 2)
      append(Bounds(low: bounds.low?.rawValue, high: bounds.high?.rawValue), to: &bytes)
    case .work(let work):
      bytes.append(marks | 3)
      bytes.append(little: work.rawValue)
    case .text(let match):
      bytes += [marks | 4, UInt8(match.kind.rawValue), match.isWhole ? 1 : 0]
      bytes.append(little: UInt32(match.words.count))
      for word in match.words {
        bytes.append(little: UInt32(word.utf8.count))
        bytes += word.utf8
      }
    case .region(let kind, let regions):
      bytes += [marks | 5, UInt8(kind.rawValue)]
      bytes.append(little: UInt32(regions.count))
      for region in regions { bytes.append(little: region.code) }
    case .nearby(let kind, let nearby):
      bytes += [marks | 6, UInt8(kind.rawValue), UInt8(nearby.rawValue)]
    }
  }

  private static func append(_ bounds: Bounds<Int>, to bytes: inout [UInt8]) {
    bytes.append((bounds.low == nil ? 0 : 1) | (bounds.high == nil ? 0 : 2))
    for bound in [bounds.low, bounds.high] {
      if let bound { bytes.append(little: Int64(bound)) }
    }
  }

  private mutating func condition(_ kind: UInt8) -> Condition? {
    switch kind {
    case 0:
      guard let trait = byte(Trait.init(rawValue:)), let choices = number(UInt16.self) else {
        return nil
      }
      return .trait(trait, Choices(rawValue: choices))
    case 1:
      guard let measure = byte(Measure.init(rawValue:)), let bounds = bounds() else { return nil }
      return .measure(measure, bounds)
    case 2:
      guard let bounds = bounds() else { return nil }
      return .education(
        Bounds(
          low: bounds.low.flatMap(Education.init), high: bounds.high.flatMap(Education.init)))
    case 3: return number(UInt32.self).map { .work(Work(rawValue: $0)) }
    case 4: return text().map(Condition.text)
    case 5:
      guard let kind = byte(PlaceKind.init(rawValue:)), let regions = regions() else { return nil }
      return .region(kind, regions)
    case 6:
      guard let kind = byte(PlaceKind.init(rawValue:)), let nearby = byte(Nearby.init(rawValue:))
      else { return nil }
      return .nearby(kind, nearby)
    default: return nil
    }
  }

  private mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    let end = place + MemoryLayout<Number>.size
    guard end <= bytes.count else { return nil }
    defer { place = end }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Number.self))
  }

  private mutating func byte<Value>(_ value: (Int) -> Value?) -> Value? {
    number(UInt8.self).flatMap { value(Int($0)) }
  }

  private mutating func bounds() -> Bounds<Int>? {
    guard let ends = number(UInt8.self), ends < 4 else { return nil }
    var bounds = Bounds<Int>()
    if ends & 1 != 0 {
      guard let low = number(Int64.self) else { return nil }
      bounds.low = Int(low)
    }
    if ends & 2 != 0 {
      guard let high = number(Int64.self) else { return nil }
      bounds.high = Int(high)
    }
    return bounds
  }

  private mutating func regions() -> [Region]? {
    guard let count = number(UInt32.self), Int(count) <= (bytes.count - place) / 4 else {
      return nil
    }
    var regions: [Region] = []
    regions.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let code = number(Int32.self), (1..<1_000_000).contains(code) else { return nil }
      regions.append(Region(known: code))
    }
    return regions
  }

  private mutating func text() -> TextMatch? {
    guard let kind = byte(TextKind.init(rawValue:)), let isWhole = number(UInt8.self),
      let count = number(UInt32.self), Int(count) <= bytes.count - place
    else { return nil }
    var words: [String] = []
    for _ in 0..<count {
      guard let size = number(UInt32.self), place + Int(size) <= bytes.count else { return nil }
      words.append(String(decoding: bytes[place..<(place + Int(size))], as: UTF8.self))
      place += Int(size)
    }
    return TextMatch(kind, words, isWhole: isWhole == 1)
  }
}
