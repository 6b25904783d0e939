/// The apostrophe that keeps a spreadsheet from taking text for a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@` or their full-width forms may run as a program when the
/// file is opened. Plain numbers such as `-5` or `-0.25` stay as they are. Text that begins with
/// apostrophes before such a character gets one more, so that reading takes away exactly what writing
/// put there. Source: OWASP, CSV Injection.
enum CellArmour {
  static func added(_ text: String) -> String {
    isDangerous(text) && !isNegativeNumber(text) ? "'" + text : text
  }

  static func removed(_ text: String) -> String {
    text.utf8.first == apostrophe && isDangerous(text) ? String(text.dropFirst()) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isDangerous(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func isNegativeNumber(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "-") else { return false }
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      }
  }
}
