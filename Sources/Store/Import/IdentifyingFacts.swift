import Matchmaking

/// What tells who a row of a roster is about; bytes that are lent, empty where nothing is known.
struct IdentifyingFacts {
  var number: UnsafeBufferPointer<UInt8>
  var phone: UnsafeBufferPointer<UInt8>
  var name: UnsafeBufferPointer<UInt8>
  var birth: UnsafeBufferPointer<UInt8>
  var employer: UnsafeBufferPointer<UInt8>

  func writeCaller(to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: phone)
    NameKey.append(name, to: &key)
  }

  /// Each ended by a byte that none of them holds.
  func writeNamesake(to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    NameKey.append(name, to: &key)
    key.append(0)
    key.append(contentsOf: birth)
    key.append(0)
    key.append(contentsOf: employer)
  }

  /// However its letters are written.
  fileprivate var nameKey: [UInt8] {
    var key: [UInt8] = []
    NameKey.append(name, to: &key)
    return key
  }
}

extension IdentifyingFacts {
  /// Of a row of which the next five columns are number, phone, name, birth and employer.
  init(_ row: Columns) {
    let fact = { (place: Int) in row.bytes(place).bindMemory(to: UInt8.self) }
    self.init(number: fact(0), phone: fact(1), name: fact(2), birth: fact(3), employer: fact(4))
  }
}

/// What a member is and was called, where somebody corrected it by hand or a column was understood late.
struct KnownFacts {
  private var phones: Set<[UInt8]> = []
  private var names: Set<[UInt8]> = []
  private var births: Set<[UInt8]> = []
  private var employers: Set<[UInt8]> = []

  init(_ facts: IdentifyingFacts) { add(facts) }

  mutating func add(_ facts: IdentifyingFacts) {
    if !facts.phone.isEmpty { phones.insert(Array(facts.phone)) }
    names.insert(facts.nameKey)
    births.insert(Array(facts.birth))
    employers.insert(Array(facts.employer))
  }

  /// What a column said that was kept as it stood, and is read as a detail now.
  mutating func add(phone: String?, birth: String?, employer: String?) {
    if let phone { phones.insert(Array(phone.utf8)) }
    if let birth { births.insert(Array(birth.utf8)) }
    if let employer { employers.insert(Array(employer.utf8)) }
  }

  /// Whether a row has one of the names or one of the phones.
  func agrees(with facts: IdentifyingFacts) -> Bool {
    names.contains(facts.nameKey) || phones.contains(Array(facts.phone))
  }

  /// Every phone with every name.
  var callers: Set<[UInt8]> {
    var keys: Set<[UInt8]> = []
    for phone in phones {
      for name in names { keys.insert(phone + name) }
    }
    return keys
  }

  /// Every name with every birth date and every employer.
  var namesakes: Set<[UInt8]> {
    var keys: Set<[UInt8]> = []
    for name in names {
      for birth in births {
        for employer in employers { keys.insert(name + [0] + birth + [0] + employer) }
      }
    }
    return keys
  }
}
