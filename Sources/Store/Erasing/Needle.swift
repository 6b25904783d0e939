import GRDB
import Matchmaking

/// A text by which somebody is known and nobody else, to be looked for in other texts.
struct Needle: Hashable {
  let text: String
  /// A number of a member may stand inside a longer one; then it is another.
  private let standsAlone: Bool

  private init(_ text: String, standsAlone: Bool = false) {
    self.text = text
    self.standsAlone = standsAlone
  }

  /// As it stands within JSON, and within JSON that is a text in JSON, as the log has other columns.
  var quoted: [String] {
    let once = Needle.quoted(text)
    return once == text ? [] : [once, Needle.quoted(once)]
  }

  private static func quoted(_ text: String) -> String {
    String(JSONText.quoted(text).dropFirst().dropLast())
  }

  private static let shortestName = 2
  private static let shortestNumber = 5

  /// What of somebody's texts nobody else of the register has; asked once they are out of it.
  ///
  /// Names of one letter and short numbers stand in any text, so they are not looked for.
  static func all(of texts: TellingTexts, in db: Database) throws -> [Needle] {
    let names = texts.names.filter { $0.unicodeScalars.count >= shortestName }
    let numbers = texts.numbers.filter {
      $0.utf8.count >= shortestNumber && !names.contains($0) && !texts.phones.contains($0)
    }
    let accounts = texts.accounts.filter {
      $0.utf8.count >= shortestNumber && !texts.phones.contains($0)
    }
    return try free(names, "name", in: db).map { Needle($0) }
      + free(texts.phones, "phone", in: db).map { Needle($0) }
      + free(accounts, "wechat", in: db).map { Needle($0) }
      + free(numbers, "number", in: db).map { Needle($0, standsAlone: true) }
  }

  /// Employers whom nobody else has, to be told where a filter asks for them.
  static func employers(of texts: TellingTexts, in db: Database) throws -> [Needle] {
    let employers = texts.employers.filter { $0.unicodeScalars.count >= shortestName }
    return try free(employers, "employer", in: db).map { Needle($0) }
  }

  private static func free(
    _ texts: Set<String>, _ column: String, in db: Database
  ) throws -> [String] {
    let taken = try Prepared(
      """
      SELECT \(column) FROM member
      WHERE id NOT IN (SELECT id FROM erased_member)
        AND \(column) IN (SELECT value FROM json_each(?))
      """, in: db
    ).all([JSONText.list(texts)]) { $0.text(0) }
    return texts.subtracting(taken).sorted()
  }

  /// The places where it stands, from the last to the first.
  ///
  /// - Parameter longer: names of others that have it inside: there it is theirs.
  func places(in text: String, besides longer: [String]) -> [Range<String.Index>] {
    var spared: [Range<String.Index>] = []
    for name in longer { spared += text.ranges(of: name) }
    return text.ranges(of: self.text).filter { place in
      if spared.contains(where: { $0.overlaps(place) }) { return false }
      guard standsAlone else { return true }
      let before =
        place.lowerBound > text.startIndex ? text[text.index(before: place.lowerBound)] : " "
      let after = place.upperBound < text.endIndex ? text[place.upperBound] : " "
      return !before.isWordLike && !after.isWordLike
    }.reversed()
  }
}

extension Character {
  fileprivate var isWordLike: Bool { isASCII && (isLetter || isNumber) }
}

/// Several of them, and the names of others in which they stand.
struct Needles {
  let all: [Needle]
  private let longer: [String]

  /// Beyond so many a walk over all texts takes longer than anybody would wait.
  static let most = 200

  init(of texts: TellingTexts, in db: Database) throws {
    all = try Needle.all(of: texts, in: db)
    guard !all.isEmpty, all.count <= Needles.most else {
      longer = []
      return
    }
    longer = try Prepared(
      """
      SELECT DISTINCT name FROM member WHERE id NOT IN (SELECT id FROM erased_member)
        AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(member.name, value))
      """, in: db
    ).all([JSONText.list(all.map(\.text))]) { $0.text(0) }
  }

  var areTooMany: Bool { all.count > Needles.most }

  /// For `json_each`, to find out quickly where one of them may stand: as text and within JSON.
  var list: String { JSONText.list(Set(all.flatMap { [$0.text] + $0.quoted })) }

  func areIn(_ text: String) -> Bool {
    all.contains { !$0.places(in: text, besides: longer).isEmpty }
  }

  /// The same of what stands in a column, which may be JSON.
  func areIn(_ text: String, column: String) -> Bool {
    switch column {
    case "extras":
      Member.extras(text).contains { areIn($0.key) || areIn($0.value) }
    // Somebody else's own, who got it after it was taken back or merged away.
    case "number": false
    case "before", "after":
      (try? RowImage(json: text)).map { image in
        image.values.contains { column, value in
          guard column != "number", let text = String.fromDatabaseValue(value) else { return false }
          return areIn(text, column: column) || isQuoted(in: text)
        }
      } ?? areIn(text, column: "summary")
    case "summary": areIn(text) || isQuoted(in: text)
    default: areIn(text)
    }
  }

  private func isQuoted(in text: String) -> Bool {
    all.contains { $0.quoted.contains { text.contains($0) } }
  }

  /// The text with something else in the place of each.
  func replaced(in text: String, by mark: String) -> String {
    var text = text
    for needle in all {
      for place in needle.places(in: text, besides: longer) {
        text.replaceSubrange(place, with: mark)
      }
    }
    return text
  }
}
