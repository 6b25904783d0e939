import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "calendar",
    Phrase(
      "一年的节日：元宵、七夕、5·20 等；加 --events 连同已安排的活动。",
      "The festivals of a year; with --events the events that are planned as well."))
  @Argument(help: .both("哪一年，如 2027。", "The year, such as 2027.", value: .year)) var year: Int
  @Flag(help: .both("也列出这一年的活动。", "The year's events as well.")) var events = false
  @OptionGroup var output: FormatOptions

  func validate() throws {
    guard !Festival.years.contains(year) else { return }
    let (first, last) = (Festival.years.lowerBound, Festival.years.upperBound)
    throw ValidationError("年份要在 \(first) 到 \(last) 之间", "the year is one of \(first) to \(last)")
  }

  func run() throws {
    let festivals = (Festival.all(in: year) ?? []).map {
      ($0.day, [TableCell.word($0.festival.rawValue, $0.festival.phrase)])
    }
    guard events else {
      return show([.date, .festival], festivals)
    }
    let planned = try Session.open().store.events().map(\.event).filter { $0.date.year == year }
      .sorted { ($0.date, $0.code) < ($1.date, $1.code) }
      .map { ($0.date, [TableCell.none, .text($0.code), .text($0.title)]) }
    show(
      [.date, .festival, .code, .title],
      (festivals.map { ($0, $1 + [.none, .none]) } + planned).enumerated()
        .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element))
  }

  private func show(_ columns: [Column], _ rows: [(Day, [TableCell])]) {
    output.print(
      Table(
        columns.map { TableColumn($0) }, rows: rows.map { [.text($0.description)] + $1 }))
    Output.flush()
  }
}
