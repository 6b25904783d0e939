import Characters
import Foundation
import Matchmaking

extension MemberDossier {
  /// One document with machine names; its member has all details, also those that lists mask.
  ///
  /// Whoever meddled with the file may have put into it what drives a terminal: that is taken out.
  func json(acts: [Act]) throws -> String {
    let document = Document(
      member: details.cleaned, extras: member.extras.cleaned,
      verifications: verifications.map {
        [
          "outcome": $0.outcome.rawValue, "by": $0.by, "on": $0.on.description,
          "evidence": $0.evidence.map(\.rawValue).sorted().joined(separator: " "),
          "until": $0.until?.description, "note": $0.note,
        ].cleaned
      },
      consents: consents.all.map {
        [
          "purpose": $0.purpose.rawValue, "granted": $0.granted.description,
          "until": $0.until?.description, "revoked": $0.revoked?.description,
        ]
      },
      events: attendances.map(\.facts.cleaned),
      log: acts.map {
        [
          "at": ISOTime.text($0.at), "by": $0.operatorName, "station": $0.station,
          "kind": $0.kind.rawValue, "summary": $0.summary.verb.rawValue,
        ].cleaned
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private struct Document: Encodable {
    let member: [String: String]
    let extras: [String: String]
    let verifications: [[String: String?]]
    let consents: [[String: String?]]
    let events: [[String: String?]]
    let log: [[String: String]]
  }

  private var details: [String: String] {
    var details = [
      "id": member.id.description, "status": member.status.rawValue,
      "verification": member.verification.rawValue,
    ]
    details["verified_until"] = verifiedUntil?.description
    if !member.byHand.isEmpty {
      details["by_hand"] = member.byHand.map(\.word).sorted().joined(separator: " ")
    }
    for field in MemberField.all {
      let text = member.text(of: field)
      if !text.isEmpty { details[field.column] = text }
    }
    return details
  }
}

extension Attendance {
  fileprivate var facts: [String: String?] {
    [
      "event": event.code, "title": event.title, "date": event.date.description,
      "badge": registration.badge.map { Badge(registration.pool, $0).description },
      "status": registration.status.rawValue,
      "arrived_at": registration.arrival.map { ISOTime.text($0.at) },
      "left_at": registration.leftAt.map(ISOTime.text), "slips": String(slips),
    ]
  }
}

/// A moment as ISO 8601 has it, in UTC.
private enum ISOTime {
  static func text(_ moment: Timestamp) -> String {
    Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
      .ISO8601Format()
  }
}

extension [String: String] {
  fileprivate var cleaned: [String: String] {
    reduce(into: [:]) { clean, entry in
      clean[entry.key.cleaned()] = entry.value.cleaned(keepingNewlines: true)
    }
  }
}

extension [String: String?] {
  fileprivate var cleaned: [String: String?] {
    mapValues { $0?.cleaned(keepingNewlines: true) }
  }
}
