/// Which names belong to a part, by the namespaces that its elements declare.
///
/// A part's own namespace is that of its root, transitional or strict. A prefix that is declared nowhere,
/// and a name without one where there is no default, tell nothing against it: they count as own.
struct XMLNamespaces {
  enum Kind { case own, relationships, other }

  private struct Binding {
    /// Of no letters for the default.
    let prefix: XMLName
    let kind: Kind
    /// Of the element that declares it.
    let depth: Int
  }

  /// More than any honest part declares within one another.
  private static let limit = 1000
  private static let main: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// Of the element that is open; the root's is 1.
  private(set) var depth = 0
  private var bindings: [Binding] = []
  /// The depth of the last of them; 0 where there is none.
  private var innermost = 0
  private var isDefaultForeign = false
  /// Nil before the root was seen.
  private var root: [UInt8]?

  /// The element's name, marked where it is none of the part's.
  @inline(__always)
  func resolved(_ name: XMLName, _ bytes: Span<UInt8>, _ range: Range<Int>) -> XMLName {
    if !name.isPrefixed { return isDefaultForeign ? name.foreign : name }
    return kind(ofPrefix: Self.prefix(bytes, range)) == .other ? name : name.own
  }

  /// Takes note of an element that begins.
  @inline(__always)
  mutating func open() { depth += 1 }

  /// Takes note of an element that ends; one that nobody began changes nothing.
  @inline(__always)
  mutating func close() {
    if depth == 0 { return }
    if innermost >= depth { forget() }
    depth -= 1
  }

  /// Nil for a prefix that is declared nowhere.
  func kind(ofPrefix prefix: XMLName) -> Kind? {
    bindings.last { $0.prefix == prefix }?.kind
  }

  /// What stands before the colon, as a name.
  static func prefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> XMLName {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != UInt8(ascii: ":") { end += 1 }
    return end < range.upperBound
      ? XMLName(bytes, range.lowerBound..<end) : XMLName(bits: 0)
  }

  /// Takes note of what the element declares that was opened last; the first is the root.
  mutating func declare(
    _ bytes: Span<UInt8>, name: Range<Int>, attributes: Range<Int>
  ) throws(WorkbookFault) {
    var found: [(prefix: XMLName, address: [UInt8])] = []
    var at = attributes.lowerBound
    while let attribute = XMLAttribute.next(bytes, at: &at, end: attributes.upperBound) {
      guard let prefix = Self.declared(attribute, bytes) else { continue }
      var address: [UInt8] = []
      XMLText.append(bytes.extracting(attribute.value), to: &address)
      found.append((prefix, address))
      if bindings.count + found.count > Self.limit { throw .damaged }
    }
    if root == nil {
      let own = Self.prefix(bytes, name)
      root = found.last { $0.prefix == own }?.address ?? []
    }
    for (prefix, address) in found {
      bindings.append(Binding(prefix: prefix, kind: kind(of: address), depth: depth))
    }
    lookAgain()
  }

  /// Which prefix an attribute declares, of no letters for the default; nil where it declares none.
  private static func declared(_ attribute: XMLAttribute, _ bytes: Span<UInt8>) -> XMLName? {
    if attribute.name == .namespace { return XMLName(bits: 0) }
    guard attribute.name.isPrefixed, prefix(bytes, attribute.place) == .namespace else {
      return nil
    }
    return attribute.name.own
  }

  private func kind(of address: [UInt8]) -> Kind {
    if address == root || address.isEmpty { return .own }
    if address.ends("/relationships") { return .relationships }
    return Self.main.contains { address.ends($0) } ? .own : .other
  }

  private mutating func forget() {
    while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
    lookAgain()
  }

  private mutating func lookAgain() {
    innermost = bindings.last?.depth ?? 0
    isDefaultForeign = kind(ofPrefix: XMLName(bits: 0)) == .other
  }
}

extension [UInt8] {
  fileprivate func ends(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
