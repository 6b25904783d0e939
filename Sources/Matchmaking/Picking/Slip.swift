/// One paper slip as typed and found right: `F12 3 7 21` is F12 picking M03, M07, M21 in order.
///
/// Letters in either case, 男 and 女, full-width forms; spaces, tabs, `,`, `，` and `、` part the
/// words. A dash is a line left blank, which keeps its place: `F12 3 - 21` puts M21 third. A slip
/// that names nobody is a slip.
public struct Slip: Hashable, Sendable {
  public let picker: Badge
  public let picks: [Pick<Badge>]

  public var choices: [Badge] { picks.map(\.person) }

  /// Reads a finished line.
  ///
  /// - Throws: what is wrong with the line, else the first wrong word in typing order. `SlipDraft`
  ///   tells all of them.
  public static func check(_ line: String, rules: SlipRules) throws(SlipRefusal) -> Slip {
    let draft = SlipDraft(complete: line, rules: rules)
    if let refusal = draft.refusals.first { throw refusal }
    guard let picker = draft.picker else { throw .noPicker }
    return Slip(picker: picker, picks: draft.picks)
  }
}
