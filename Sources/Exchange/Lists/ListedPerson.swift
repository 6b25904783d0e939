internal import Matchmaking

/// Whom a row of a list means, in as many words as it has for it.
public struct ListedPerson: Hashable, Sendable {
  /// A number, phone or name.
  public var member: String?
  public var number: String?
  public var name: String?
  /// As written.
  public var phone: String?
  public var employer: String?

  public init(
    member: String? = nil, number: String? = nil, name: String? = nil, phone: String? = nil,
    employer: String? = nil
  ) {
    self.member = member
    self.number = number
    self.name = name.flatMap { PersonName($0)?.text } ?? name
    self.phone = phone
    self.employer = employer
  }

  /// What the person is looked for by, the surest first; nil where nothing is said.
  public var word: String? { number ?? member ?? name ?? phone }
}
