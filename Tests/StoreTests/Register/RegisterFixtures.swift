import Foundation
import Matchmaking

@testable import Store

extension Store {
  static func day(_ text: String) -> Day { Day(text) ?? .fallback }

  /// A member with a phone and details, entered by hand.
  @discardableResult
  func enter(_ name: String, _ details: [MemberField: String] = [:]) throws -> Member {
    try addMember(details.merging([.name: name]) { one, _ in one }).0
  }
}

extension VerificationRecord {
  static func verified(
    by: String = "市总工会", on day: Day = Store.day("2026-08-01"), until: Day? = nil
  ) throws -> VerificationRecord {
    try VerificationRecord(
      .verified, by: by, on: day, evidence: Set(Evidence.allCases), until: until)
  }

  static func rejected(
    by: String = "市总工会", on day: Day = Store.day("2026-08-01")
  ) throws -> VerificationRecord {
    try VerificationRecord(.rejected, by: by, on: day, evidence: [], note: "单位不符")
  }
}

/// A resident number made for a test, with a right check digit; the place is none that exists.
func residentNumber(_ birth: String, serial: String) -> String {
  let digits = ("990000" + birth + serial).compactMap(\.wholeNumberValue)
  let check = ResidentNumber.checkDigit(digits)
  return digits.map(String.init).joined() + (check == 10 ? "X" : "\(check)")
}
