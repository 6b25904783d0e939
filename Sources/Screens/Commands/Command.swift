public import Canvas
public import Wording

/// One thing the organizer can ask for: how it is called, which keys ask for it, and where.
///
/// Every screen and dialogue lists its own; `Command.all` yields the key bindings, the line of keys, the
/// help, the palette and the manual's table, so they cannot disagree.
public struct Command: Sendable, Identifiable {
  public let id: ID
  public let context: Context
  /// The first is the one that is shown. Every command has one that is no bare letter.
  public let keys: [Key]
  /// As short as the line of keys needs it.
  public let label: Phrase
  /// One sentence.
  public let help: Phrase
  /// In the line of keys, from the left; nil stands in the help only.
  public let prominence: Int?
  /// Why it does nothing now; the component in whose place it counts may know more reasons.
  let unless: Condition?
  /// What it does, where that is no business of the component in whose place it counts: a dialogue is opened
  /// by what its own folder says.
  let does: Action?

  typealias Condition = @Sendable (Environment) -> Obstacle?
  typealias Action = @Sendable (Environment) -> [Intent]

  init(
    _ id: ID, in context: Context, _ keys: [Key], _ label: Phrase, help: Phrase,
    at prominence: Int? = nil, unless: Condition? = nil, does: Action? = nil
  ) {
    self.id = id
    self.context = context
    self.keys = keys
    self.label = label
    self.help = help
    self.prominence = prominence
    self.unless = unless
    self.does = does
  }
}

extension Command {
  /// What is asked for, the same wherever it is asked; declared beside whoever does it.
  public struct ID: Sendable {
    public let rawValue: String
    /// A step within what lies open, which nobody looks for by name.
    let isStep: Bool

    init(_ rawValue: String, isStep: Bool = false) {
      self.rawValue = rawValue
      self.isStep = isStep
    }
  }
}

extension Command.ID: Hashable {
  public static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
