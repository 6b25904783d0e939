extension Command {
  /// Every command, in the order the help lists them.
  public static let all: [Command] =
    evening + register + importing + keeping + desk + lists + dialogues + everywhere

  static func all(in context: Context) -> [Command] { byContext[context] ?? [] }

  static func named(_ id: ID) -> Command? { byID[id] }

  private static let byContext = Dictionary(grouping: all, by: \.context)
  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
