/// What a tab shows; all of them stand side by side, and one is seen.
protocol Screen: Component {
  /// The tab was turned to: what it shows may be old, for it is followed only while it is seen.
  mutating func appear(in environment: Environment) -> [Intent]

  /// Brings up to date what is seen and is too dear to find out while drawing.
  mutating func refresh(in environment: Environment)
}

extension Screen {
  mutating func appear(in environment: Environment) -> [Intent] { [] }
  mutating func refresh(in environment: Environment) {}
}
