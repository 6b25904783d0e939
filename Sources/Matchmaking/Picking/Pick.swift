/// One line of a slip that is not blank: whom it names, and the place printed before it.
///
/// A blank line keeps its place, so places ascend but need not follow on one another: they are the
/// ranks.
public struct Pick<Person: Hashable & Sendable>: Hashable, Sendable {
  public let person: Person
  /// Counted from 1.
  public let place: Int

  public init(_ person: Person, at place: Int) {
    self.person = person
    self.place = place
  }
}

extension Array {
  /// One line after another without a blank one.
  public static func inOrder<Person>(_ persons: some Sequence<Person>) -> Self
  where Element == Pick<Person> {
    persons.enumerated().map { Pick($1, at: $0 + 1) }
  }
}
