import ArgumentParser
import Foundation

/// A command with its arguments, as the parser tells of it in version 0 of its tool information.
struct Outline: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let defaultSubcommand: String?
  private let subcommands: [Outline]?
  private let arguments: [Argument]?

  /// Without `help`, which the parser puts into each.
  var commands: [Outline] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// Those that are not hidden; `--no-…` is part of the one it denies.
  var shown: [Argument] {
    (arguments ?? []).filter(\.shouldDisplay).reduce(into: []) { all, argument in
      if let last = all.last, let name = last.long, argument.long == "no-" + name {
        all[all.count - 1].denial = argument.long
      } else {
        all.append(argument)
      }
    }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }
    struct Name: Decodable {
      let kind: String
      let name: String
      var dashed: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    /// The name that says the contrary.
    fileprivate(set) var denial: String?

    var long: String? { names?.first { $0.kind == "long" }?.name }
  }

  private struct Whole: Decodable { let command: Outline }

  /// The program with all its commands; nil where the parser tells of itself in another form.
  static func whole() -> Outline? {
    try? JSONDecoder().decode(Whole.self, from: Data(Queqiao._dumpHelp().utf8)).command
  }

  /// The commands on the way to one, the program first.
  func way(to path: [String]) -> [Outline] {
    var way = [self]
    for word in path {
      guard let next = way.last?.subcommands?.first(where: { $0.commandName == word }) else {
        break
      }
      way.append(next)
    }
    return way
  }
}
