import Canvas
import Matchmaking
import Wording

extension ProgrammeScreen {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard let open = environment.open, event == open.event.id, let running else {
      let said = environment.open == nil ? Phrase.noEvening : Phrase("正在读取…", "Reading…")
      sheet.draw(Line(sheet.look(said), Theme.dim), row: 0, in: area, indent: 2)
      return
    }
    guard !running.programme.segments.isEmpty else {
      sheet.paragraph(
        sheet.look(
          Phrase(
            "还没有流程。\n按 F2 编排：先给出通常的八个环节，改好保存即可。",
            "There is no programme yet.\nF2 sets one: it begins with the usual eight segments.")),
        row: 0, in: area.inset(left: 2, right: 2))
      return
    }
    drawHead(running, environment, on: &sheet, in: area)
    let body = area.inset(top: 2, left: 1, right: 1)
    guard body.columns >= 108, !running.rounds.isEmpty else {
      return drawMain(running, open, environment, on: &sheet, in: body)
    }
    let pane = body.inset(left: body.columns - max(40, body.columns / 3))
    sheet.partition(before: pane)
    drawMain(
      running, open, environment, on: &sheet, in: body.inset(right: pane.columns + 3))
    drawTables(running, open, on: &sheet, in: pane)
  }

  // MARK: - What is now

  private func drawHead(
    _ running: EveningProgramme, _ environment: Environment, on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    var spans: [Span] = []
    if let current = running.programme.current {
      spans = [
        Span(look(Phrase("现在 ", "Now ")), Theme.dim),
        Span(look(running.programme.segments[current].name), Theme.strong),
      ]
      if let round = running.currentRound {
        spans.append(
          Span(look(Phrase(" 第 \(round.number) 轮", ", round \(round.number)")), Theme.strong))
      }
      spans += left(of: running.phase, environment, look)
    } else {
      let said =
        running.programme.upcoming == nil
        ? Phrase("流程已全部结束", "The programme is over")
        : running.programme.hasBegun
          ? Phrase("等待下一环节", "Waiting for the next segment")
          : Phrase("还没有开始", "Not begun yet")
      spans = [Span(look(said), Theme.strong)]
    }
    if let upcoming = running.programme.upcoming, area.columns >= 60 {
      spans += [
        Span(look(Phrase("   接下来 ", "   next ")), Theme.dim),
        Span(look(running.programme.segments[upcoming].name)),
      ]
    }
    sheet.draw(Line(spans), row: 0, in: area, indent: 2)
  }

  private func left(of phase: Phase?, _ environment: Environment, _ look: Look) -> [Span] {
    guard let phase else { return [] }
    let isPaused = phase.state == .paused
    var spans: [Span] = []
    if let left = phase.left(at: environment.now) {
      let isLate = left < 0
      spans = [
        Span(
          look(isLate ? Phrase("   超时 ", "   over by ") : Phrase("   还剩 ", "   left ")), Theme.dim),
        Span(
          Countdown.text(left),
          isLate || left <= Countdown.warning && !isPaused ? Theme.warning : Theme.title),
      ]
    }
    if isPaused { spans.append(Span(look(Phrase("   已暂停", "   paused")), Theme.warning)) }
    return spans
  }

  // MARK: - Segments

  private func drawMain(
    _ running: EveningProgramme, _ open: OpenEvening, _ environment: Environment,
    on sheet: inout Sheet, in area: Area
  ) {
    let note = changeNote(running, open)
    drawSegments(
      running, open, environment, on: &sheet, in: area.inset(bottom: note == nil ? 0 : 2))
    if let note {
      sheet.draw(
        Line("\(sheet.look.marks.dot) " + sheet.look(note), Theme.warning), row: 0,
        in: area.bottom(1), indent: 1)
    }
  }

  private func drawSegments(
    _ running: EveningProgramme, _ open: OpenEvening, _ environment: Environment,
    on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let segments = running.programme.segments
    let times = ProgrammeTimes(running.programme, open.event, environment)
    let names = segments.map { look($0.name) }
    let columns = Columns(
      [
        .fixed(1), .fixed(look.width.columns(look.marks.open)),
        .fitting(names, look.width, in: 8...(area.columns < 70 ? 14 : 28)),
        .fixed(13), .fixed(look.language == .chinese ? 10 : 9, .right), .rest,
      ], across: area.columns, gap: area.columns < 60 ? 1 : 2)
    let window = Window(
      count: segments.count, marked: running.programme.current ?? running.programme.upcoming,
      height: area.rows)
    for (row, place) in window.rows.enumerated() {
      let segment = segments[place]
      let isNow = segment.phase.isUnderWay
      let style =
        isNow ? Theme.strong : segment.phase.state == .done ? Theme.dim : Theme.plain
      columns.draw(
        [
          Span(isNow ? look.marks.pointer : "", Theme.accent),
          Span(mark(of: segment.phase, look), isNow ? Theme.accent : Theme.dim),
          Span(names[place], style), Span(look(times.text(place)), isNow ? Theme.plain : Theme.dim),
          Span(
            look(length(of: segment, environment)),
            isNow ? urgency(of: segment.phase, environment) : Theme.dim),
          Span(look(detail(of: segment, running, open)), Theme.dim),
        ], row: row, in: area, on: &sheet)
    }
    sheet.tellPlace(window.rows, of: segments.count, in: area)
  }

  private func urgency(of phase: Phase, _ environment: Environment) -> Style {
    guard let left = phase.left(at: environment.now) else { return Theme.plain }
    return left < 0 ? Theme.warning : Theme.title
  }

  private func mark(of phase: Phase, _ look: Look) -> String {
    switch phase.state {
    case .done: look.marks.done
    case .running, .paused: look.marks.chosen
    case .waiting: look.marks.open
    }
  }

  /// What is left of it, how long it is to be, or how long it was.
  private func length(of segment: Segment, _ environment: Environment) -> Phrase {
    switch segment.phase {
    case .waiting: return segment.minutes == 0 ? Phrase("不计时", "open") : .minutes(segment.minutes)
    case .running, .paused:
      guard let left = segment.phase.left(at: environment.now) else { return .empty }
      return .verbatim((left < 0 ? "-" : "") + Countdown.text(left))
    case .done(let since, let at):
      return .minutes(Int((at.milliseconds - since.milliseconds + 30_000) / 60_000))
    }
  }

  private func detail(
    of segment: Segment, _ running: EveningProgramme, _ open: OpenEvening
  ) -> Phrase {
    guard let kind = segment.kind.seating, segment.phase.state != .done else { return .empty }
    let rounds = running.rounds(kind)
    guard !rounds.isEmpty else { return Phrase("还没有排桌次", "no tables yet") }
    let tables = rounds.last?.tables.count { $0.number != nil } ?? 0
    if segment.phase.isUnderWay, let round = rounds.first(where: { $0.phase.isUnderWay }) {
      return Phrase(
        "第 \(round.number)/\(rounds.count) 轮  \(tables) 桌",
        "round \(round.number) of \(rounds.count), \(tables.counted("table"))")
    }
    let left = rounds.count { $0.phase == .waiting }
    return left == rounds.count
      ? Phrase(
        "\(rounds.count) 轮  \(tables) 桌",
        "\(rounds.count.counted("round")), \(tables.counted("table"))")
      : Phrase("还有 \(left) 轮", "\(left.counted("round")) left")
  }

  /// Whoever came or went since the tables were planned.
  private func changeNote(_ running: EveningProgramme, _ open: OpenEvening) -> Phrase? {
    guard open.event.state == .open else { return nil }
    for kind in running.kindsToCome {
      guard let changes = running.changes(of: kind, at: open.evening) else { continue }
      let left = running.rounds(kind).count { $0.phase == .waiting }
      return kind.short + Phrase("：", ": ") + changes.phrase
        + Phrase("；F5 重排剩下的 \(left) 轮", "; F5 plans \(left.counted("round")) anew")
    }
    return nil
  }

  // MARK: - Tables of the round

  private func drawTables(
    _ running: EveningProgramme, _ open: OpenEvening, on sheet: inout Sheet, in area: Area
  ) {
    let kind = running.seating ?? .rounds
    let rounds = running.rounds(kind).isEmpty ? running.rounds : running.rounds(kind)
    guard
      let round = rounds.first(where: { $0.phase.isUnderWay })
        ?? rounds.first(where: { $0.phase == .waiting }) ?? rounds.last
    else { return }
    let look = sheet.look
    let title =
      round.phase.isUnderWay
      ? Phrase("第 \(round.number) 轮", "Round \(round.number)")
      : Phrase("第 \(round.number) 轮（未开始）", "Round \(round.number), to come")
    sheet.draw(Line(look(title), Theme.title), row: 0, in: area)
    let lines = SeatLines(round, open.evening, look)
    var room = area.inset(top: 2)
    if lines.count(in: room.columns) > room.rows {
      let said = Phrase(
        "共 \(lines.tables) 桌，F6 看全部", "\(lines.tables.counted("table")): F6 shows all")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: room.bottom(1))
      room = room.inset(bottom: 1)
    }
    lines.draw(on: &sheet, in: room, from: 0)
  }
}

/// A time that runs down, as it is read.
enum Countdown {
  /// From here on it is time to end.
  static let warning: Int64 = 60_000

  /// `04:12`, `1:02:03`; a second that has begun counts, so that 00:00 is the end. Beyond it, how long ago
  /// that was.
  static func text(_ milliseconds: Int64) -> String {
    let seconds = milliseconds > 0 ? (milliseconds + 999) / 1000 : -milliseconds / 1000
    let two = { (number: Int64) in number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return (hours > 0 ? "\(hours):" : "") + "\(two(minutes)):\(two(seconds % 60))"
  }
}

extension Phrase {
  static func minutes(_ minutes: Int) -> Phrase { Phrase("\(minutes) 分钟", "\(minutes) min") }
}

/// When each segment began, or is to begin as things go now.
private struct ProgrammeTimes {
  private var texts: [Phrase] = []

  init(_ programme: Programme, _ event: Event, _ environment: Environment) {
    let clock = environment.clock
    var next: Timestamp? =
      programme.hasBegun ? nil : Self.start(of: event, environment)
    for segment in programme.segments {
      switch segment.phase {
      case .done(let since, let at):
        texts.append(.verbatim("\(clock.time(since))–\(clock.time(at))"))
        next = environment.now.wall
      case .running(let since, _), .paused(let since, _):
        texts.append(Phrase("\(clock.time(since)) 起", "from \(clock.time(since))"))
        let left = max(0, segment.phase.left(at: environment.now) ?? 0)
        next = environment.now.advanced(by: left).wall
      case .waiting:
        texts.append(
          next.map { Phrase("约 \(clock.time($0))", "about \(clock.time($0))") } ?? .empty)
        next = next.map {
          Timestamp(milliseconds: $0.milliseconds + Int64(segment.minutes) * 60_000)
        }
      }
    }
  }

  func text(_ place: Int) -> Phrase { texts[place] }

  /// As planned, on the event's own day.
  private static func start(of event: Event, _ environment: Environment) -> Timestamp? {
    guard let parts = event.details.starts?.split(separator: ":").compactMap({ Int64($0) }),
      parts.count == 2
    else { return nil }
    // Only the time of day is shown, so any day will do.
    let minutes = parts[0] * 60 + parts[1] - Int64(environment.setting.minutesFromUTC)
    return Timestamp(milliseconds: (minutes + 2880) % 1440 * 60_000)
  }
}
