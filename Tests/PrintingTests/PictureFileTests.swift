import Foundation
import Matchmaking
import TestSupport
import Testing
import Wording

@testable import Printing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `The picture of mutual picks as a file` {
  private func picture(
    _ pools: Pools, people: Int, picks: Int, rule: PairingRule = .stable, seed: UInt64 = 3
  ) throws -> MutualPicture {
    var dice = Dice(seed: seed)
    let roll: [Badge] =
      pools == .two
      ? (1...people / 2).flatMap { [Badge(.men, $0), Badge(.women, $0)] }
      : (1...people).map { Badge(.everyone, $0) }
    let ballots = roll.map { picker -> Ballot in
      let others = roll.filter { $0.pool == picker.pool.opposite && $0 != picker }
      return Ballot(
        picker: picker, choices: Array(others.shuffled(using: &dice).prefix(picks)))
    }
    return MutualPicture(of: try Pairing.make(ballots: ballots, pools: pools, rule: rule))
  }

  private func file(
    _ picture: MutualPicture, title: String = "七夕联谊会", _ language: Language = .chinese
  ) throws -> String {
    guard let day = Day("2026-08-19") else { throw Missing("a day", "write it as 2026-08-19") }
    return PictureFile(picture, title: title, date: day, language).text
  }

  @Test(arguments: Pools.allCases, PairingRule.allCases)
  func `is well-formed and has every badge once, every line once`(
    pools: Pools, rule: PairingRule
  ) throws {
    for people in [2, 20, 300] {
      let picture = try picture(pools, people: people, picks: min(10, people / 2), rule: rule)
      let read = try Reading(of: file(picture))
      #expect(
        read.badges.sorted() == picture.groups.flatMap(\.people).map(\.phrase.chinese).sorted())
      // One more of each in the legend.
      #expect(read.classes["pair"] == picture.pairs + 1)
      #expect(read.classes["left"] == picture.leftOver + 1)
      #expect(Set(read.spots).count == read.spots.count)
    }
  }

  @Test func `badges do not touch, and stay on the sheet`() throws {
    for pools in Pools.allCases {
      let picture = try picture(pools, people: 300, picks: 8)
      let places = PicturePlaces(picture, least: 0)
      let spots = Array(places.spots.values)
      for (place, one) in spots.enumerated() {
        #expect(one.x >= PicturePlaces.half && one.x + PicturePlaces.half <= places.width)
        #expect(one.y >= 80 && one.y + 12 <= places.height)
        for other in spots[..<place] where one.x == other.x { #expect(abs(one.y - other.y) >= 24) }
        for other in spots[..<place] where one.y == other.y {
          #expect(abs(one.x - other.x) > 2 * PicturePlaces.half)
        }
      }
    }
  }

  @Test(arguments: ["<b>&\"'", "阿卜杜拉·买买提 & Co", "", "a\u{0}b\u{1b}[31m", "𠮷野]]>"])
  func `a title is text, whatever is in it`(title: String) throws {
    let read = try Reading(of: file(picture(.two, people: 4, picks: 2), title: title))
    #expect(read.title.hasPrefix(title.filter { $0 != "\0" && $0 != "\u{1b}" }.prefix(2)))
  }

  @Test func `the same picture is the same bytes, in each language its own words`() throws {
    let picture = try picture(.two, people: 40, picks: 6)
    #expect(try file(picture) == file(picture))
    let english = try Reading(of: file(picture, .english))
    #expect(english.badges.allSatisfy { $0.hasPrefix("M") || $0.hasPrefix("F") })
  }

  @Test func `no mutual picks are an empty sheet`() throws {
    let read = try Reading(of: file(picture(.two, people: 2, picks: 0)))
    #expect(read.badges.isEmpty)
    #expect(read.classes["pair"] == 1)
  }

  /// Two who picked each other are near: nobody has to look for the other end of a line over the whole
  /// sheet.
  @Test func `a chain is drawn along itself`() throws {
    let roll = (1...60).map { Badge(.everyone, $0) }
    // In an order of badges that is not the chain's.
    let chain = roll.map { roll[($0.number * 23) % 60] }
    let ballots = chain.indices.map { place in
      Ballot(
        picker: chain[place],
        choices: [place - 1, place + 1].filter(chain.indices.contains).map { chain[$0] })
    }
    let pairing = try Pairing.make(ballots: ballots, pools: .one, rule: .best)
    let places = PicturePlaces(MutualPicture(of: pairing), least: 0)
    for pick in pairing.mutual {
      guard let one = places.spots[pick.a], let other = places.spots[pick.b] else {
        Issue.record("\(pick.a) or \(pick.b) is not drawn")
        continue
      }
      #expect(abs(one.y - other.y) <= 3 * 28)
    }
  }
}

/// What a reader of XML finds in it.
private final class Reading: NSObject, XMLParserDelegate {
  private(set) var title = ""
  private(set) var badges: [String] = []
  private(set) var classes: [String: Int] = [:]
  private(set) var spots: [String] = []
  private var text = ""
  private var isBadge = false

  init(of file: String) throws {
    super.init()
    let parser = XMLParser(data: Data(file.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Missing("well-formed XML", "look at \(file.prefix(400))") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    text = ""
    isBadge = attributes["class"] == "badge"
    classes[attributes["class"] ?? name, default: 0] += 1
    if isBadge { spots.append("\(attributes["x"] ?? "") \(attributes["y"] ?? "")") }
  }

  func parser(_ parser: XMLParser, foundCharacters found: String) { text += found }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { title = text }
    if isBadge { badges.append(text) }
    isBadge = false
  }
}
