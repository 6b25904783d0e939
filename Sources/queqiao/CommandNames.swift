import ArgumentParser
import Characters
import Wording

/// Looks whether the words of a command are commands, and names the nearest where one is not: the
/// parser would take it for an argument of the desk.
enum CommandNames {
  static func check(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = Queqiao.self
    var path: [String] = []
    // An option before any word is the desk's.
    for word in words(of: arguments) {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-") else { return }
      guard let next = known.first(where: { name(of: $0) == word }) else {
        // What it takes without a word of its own, such as the code of an event.
        if !path.isEmpty, command.configuration.defaultSubcommand != nil { return }
        throw Stop(status: 64, phrase: unknown(word.shortened(to: 40), among: known, of: path))
      }
      command = next
      path.append(word)
    }
  }

  /// The commands that are named, from the program down; those that `help` is asked about too.
  static func path(of arguments: [String]) -> [String] {
    var known = Queqiao.configuration.subcommands
    return Array(
      words(of: arguments).prefix { word in
        guard let next = known.first(where: { name(of: $0) == word }) else { return false }
        known = next.configuration.subcommands
        return true
      })
  }

  private static func words(of arguments: [String]) -> ArraySlice<String> {
    let rest = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    return rest.first == "help" ? [] : rest
  }

  private static func unknown(
    _ word: String, among known: [any ParsableCommand.Type], of path: [String]
  ) -> Phrase {
    let typed = (path + [word]).joined(separator: " ")
    let help = (["queqiao"] + path + ["--help"]).joined(separator: " ")
    let nearest =
      near(word, known.map { name(of: $0) }).map { (path + [$0]).joined(separator: " ") }
      + elsewhere(word, below: Queqiao.self, at: []).filter { !$0.hasPrefix(typed + " ") }
    guard !nearest.isEmpty else {
      return Phrase("没有“\(typed)”这个命令；全部命令见 \(help)", "there is no command \(typed); see \(help)")
    }
    let few = nearest.prefix(3)
    return Phrase(
      "没有“\(typed)”这个命令；是不是 \(few.joined(separator: "、"))？全部命令见 \(help)",
      "there is no command \(typed); did you mean \(few.joined(separator: ", "))? See \(help)")
  }

  /// The names that differ by a slip or two of the finger, or are begun or gone beyond; nearest first.
  private static func near(_ word: String, _ names: [String]) -> [String] {
    let word = word.lowercased()
    let judged = names.map { name -> (distance: Int, name: String) in
      let isPart = word.count > 1 && (name.hasPrefix(word) || word.hasPrefix(name))
      return (isPart ? 1 : distance(Array(word), Array(name)), name)
    }
    let least = judged.map(\.distance).min() ?? .max
    return judged.filter { $0.distance == least && least <= max(1, min(word.count, 9) / 3) }
      .map(\.name)
  }

  /// Commands of this name that are part of another: `import` is `member import`.
  private static func elsewhere(
    _ word: String, below command: any ParsableCommand.Type, at path: [String]
  ) -> [String] {
    command.configuration.subcommands.flatMap { sub -> [String] in
      let own = path + [name(of: sub)]
      let isIt = own.count > 1 && own.last == word.lowercased()
      return (isIt ? [own.joined(separator: " ")] : []) + elsewhere(word, below: sub, at: own)
    }
  }

  /// Each command says its own; finding it out from the type is a tenth of a start.
  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// How many letters were changed, left out, put in, or changed places (Damerau 1964).
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var rows = [Array(0...other.count)]
    for (place, letter) in one.enumerated() {
      var row = [place + 1]
      for (column, against) in other.enumerated() {
        var least = min(
          rows[place][column] + (letter == against ? 0 : 1), rows[place][column + 1] + 1,
          row[column] + 1)
        if place > 0, column > 0, letter == other[column - 1], one[place - 1] == against {
          least = min(least, rows[place - 1][column - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
