/// The languages of the program; every phrase exists in both.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  public var other: Language { self == .chinese ? .english : .chinese }

  /// Chinese where the locale is, otherwise English.
  ///
  /// - Parameter locale: what `LC_ALL`, `LC_MESSAGES` or `LANG` says, the first that is not empty.
  public init(locale: String) { self = locale.hasPrefix("zh") ? .chinese : .english }
}

/// A piece of text in both languages; there is no way to make one in a single language.
public struct Phrase: Hashable, Sendable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  public func callAsFunction(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
