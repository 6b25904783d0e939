/// What demands need room for outside of themselves: lists of places, and who has which words.
struct CirclePool {
  private var places: [ClosedRange<Int32>] = []
  private var tables: [TextMatch: Int32] = [:]
  /// One table after the other, a verdict for each member.
  private var verdicts: [UInt8] = []
  private var members = 0

  mutating func add(_ codes: [ClosedRange<Int32>]) -> Range<Int32> {
    let start = Int32(places.count)
    places += codes
    return start..<Int32(places.count)
  }

  /// The same words are the same table, whoever hopes for them.
  mutating func table(of match: TextMatch) -> Int32 {
    let next = Int32(tables.count)
    tables[match] = tables[match] ?? next
    return tables[match] ?? next
  }

  /// Looks every member's texts through, once for each table.
  mutating func fillTables(_ members: [CircleMember]) {
    self.members = members.count
    verdicts = tables.sorted { $0.value < $1.value }.flatMap { match, _ in
      members.map { Self.byte(match.verdict(on: $0.facts.texts)) }
    }
  }

  private static func byte(_ verdict: Verdict) -> UInt8 {
    switch verdict {
    case .unknown: 0
    case .met: 1
    case .missed: 2
    }
  }

  /// The pool where it lies; valid only inside of `withView`.
  struct View {
    let places: UnsafeBufferPointer<ClosedRange<Int32>>
    fileprivate let verdicts: UnsafeBufferPointer<UInt8>
    fileprivate let members: Int

    @inline(__always)
    func verdict(_ table: Int32, of member: Int32) -> Verdict {
      switch verdicts[Int(table) * members + Int(member)] {
      case 1: .met
      case 2: .missed
      default: .unknown
      }
    }
  }

  func withView<Result>(_ body: (View) -> Result) -> Result {
    places.withUnsafeBufferPointer { places in
      verdicts.withUnsafeBufferPointer { verdicts in
        body(View(places: places, verdicts: verdicts, members: members))
      }
    }
  }
}
