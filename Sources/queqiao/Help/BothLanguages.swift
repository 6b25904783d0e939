import ArgumentParser
import Wording

// What the commands say of themselves, in both languages side by side. The parser knows one language, so
// the one of this run is chosen where the text is made; `Invocation` knows it before anything is parsed.

extension CommandConfiguration {
  /// - Parameters:
  ///   - name: said by each command: finding it out from the type is a tenth of a start.
  ///   - abstract: one sentence.
  ///   - discussion: what one has to know besides.
  init(
    _ name: String, _ abstract: Phrase, discussion: Phrase = .empty, version: String = "",
    shouldDisplay: Bool = true, subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    let language = Invocation.language
    self.init(
      commandName: name, abstract: abstract(language), discussion: discussion(language),
      version: version, shouldDisplay: shouldDisplay, subcommands: subcommands,
      defaultSubcommand: defaultSubcommand)
  }
}

extension ArgumentHelp {
  /// What an argument is.
  ///
  /// - Parameter value: what stands for it in `<…>`, one of ``Placeholder``; otherwise its own name.
  static func both(
    _ chinese: String, _ english: String, value: Placeholder? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(
      Phrase(chinese, english)(Invocation.language), valueName: value?.rawValue)
  }
}

extension ValidationError {
  /// Arguments that each can be read and do not go together.
  init(_ chinese: String, _ english: String) { self.init(Phrase(chinese, english)) }

  static var limit: ValidationError { ValidationError("--limit 至少为 1", "--limit takes 1 or more") }

  init(_ phrase: Phrase) { self.init(phrase(Invocation.language)) }
}
