extension Phrase {
  /// Where something was done, by the station on record: `B台`, `desk B`; 命令行 for a command.
  public static func station(_ station: String) -> Phrase {
    station == commandLine
      ? Phrase("命令行", "command line") : Phrase("\(station)台", "desk \(station)")
  }

  /// What commands are on record as.
  public static let commandLine = "cli"
}
