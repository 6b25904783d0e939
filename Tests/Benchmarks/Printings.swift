import Foundation
import Matchmaking
import Printing
import Sample
import Wording

/// An evening on paper: 600 badges, from the guests to the bytes of the PDF.
enum Printings {
  private static let runs = 5
  private static let people = 600

  static func run(_ ground: Ground) throws {
    guard let day = Day("2026-08-19") else { return }
    let evening = PrintedEvening(title: "七夕联谊会", date: day, rule: .stable, maxPicks: 5)
    let guests = SampleRoster.workers(people).enumerated().map { place, worker in
      PrintedGuest(
        badge: Badge(place.isMultiple(of: 2) ? .men : .women, place / 2 + 1), name: worker.name,
        employer: worker.employer, lastFour: worker.lastFour)
    }
    for (name, job) in [
      ("600 badges", PrintJob.badges(guests)), ("600 ballots", .ballots(guests)),
      ("door list of 600", .doorList(guests)),
    ] {
      var samples = Samples()
      var size = 0
      for _ in 0..<runs {
        // With the libraries, as the first paper of a process has to.
        let (time, document) = try spent {
          try job.pdf(
            of: evening, PrintSettings(sheet: job.kind.sheets[0], language: .chinese), by: Press())
        }
        samples.add(time)
        size = document.bytes.count
      }
      Report.figure(
        name, samples.worst, under: 2_000, "ms", samples.text + ", \(size / 1_000) kB")
    }
  }
}
