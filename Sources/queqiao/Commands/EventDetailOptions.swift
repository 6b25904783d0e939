import ArgumentParser
import Characters
import Matchmaking
import Wording

/// What is told of an event, and whom it is for: the same when it is made and when it is changed.
struct EventDetailOptions: ParsableArguments {
  @Option(help: .both("主题。", "The theme.", value: .name)) var theme: String?
  @Option(help: .both("地点。", "Where it is.", value: .name)) var place: String?
  @Option(help: .both("几点开始，如 19:30、晚上7点半。", "When it begins, as 19:30 or 7:30pm.", value: .clock))
  var starts: String?
  @Option(help: .both("主办的工会。", "The union that gives it.", value: .name)) var host: String?
  @Option(help: .both("报名热线。", "The hotline.", value: .phone)) var hotline: String?
  @Option(
    help: .both(
      "专场：只限符合这些条件的人，写法同 member list。",
      "A special session: only for who meets these conditions, written as in member list.",
      value: .condition))
  var eligible: String?
  @Flag(
    inversion: .prefixedNo,
    help: .both(
      "大屏可以显示姓名，限本人授权的。", "The big screen may show names, of those who consented."))
  var showNames: Bool?

  var isEmpty: Bool {
    [theme, place, starts, host, hotline, eligible].allSatisfy { $0 == nil } && showNames == nil
  }

  /// Puts into the form what was said; an empty text takes away what stood there.
  func fill(_ form: inout EventForm) {
    let fill = { (detail: inout String?, text: String?) in
      guard let text = text?.cleanedLine else { return }
      detail = text.isEmpty ? nil : text
    }
    fill(&form.details.theme, theme)
    fill(&form.details.place, place)
    fill(&form.details.starts, starts.map { EventDetails.start(typed: $0.cleanedLine) ?? $0 })
    fill(&form.details.host, host)
    fill(&form.details.hotline, hotline)
    fill(&form.eligible, eligible)
    if let showNames { form.details.showsNames = showNames }
  }
}
