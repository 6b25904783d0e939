/// What lies on the tabs until it is closed; the topmost has the keys.
protocol Dialogue: Component {
  /// What it has to ask when it is opened.
  mutating func begin(in environment: Environment) -> [Intent]

  /// Whether something in it would be lost; it stays then, and says so.
  mutating func holdsUnsaved() -> Bool

  /// What Escape takes back besides.
  func leave() -> [Intent]

  /// Its keys never wait for a disk.
  var isUrgent: Bool { get }
}

extension Dialogue {
  mutating func begin(in environment: Environment) -> [Intent] { [] }
  mutating func holdsUnsaved() -> Bool { false }
  func leave() -> [Intent] { [] }
  var isUrgent: Bool { false }
}
