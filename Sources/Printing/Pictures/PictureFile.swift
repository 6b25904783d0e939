import Characters
public import Matchmaking
public import Wording

/// The mutual picks as an SVG file: pairs joined by a solid line, mutual picks left over by a broken one,
/// badges and nothing else. The same picture is the same bytes.
public struct PictureFile {
  private let picture: MutualPicture
  private let head: String
  private let language: Language
  private let places: PicturePlaces

  /// - Parameter title: of the event.
  public init(_ picture: MutualPicture, title: String, date: Day, _ language: Language) {
    self.picture = picture
    self.language = language
    head = "\(title) · \(date)" + Phrase(" · 互选图", " · mutual picks")(language)
    places = PicturePlaces(picture, least: head.count * 20)
  }

  public var text: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<svg xmlns="http://www.w3.org/2000/svg" xml:lang="\#(language.rawValue)" "#
        + #"width="\#(places.width)" height="\#(places.height)" "#
        + #"viewBox="0 0 \#(places.width) \#(places.height)">"#,
      "<title>\(Self.escaped(head))</title>", Self.style,
      #"<rect class="ground" width="100%" height="100%"/>"#,
      #"<text class="head" x="\#(PicturePlaces.margin)" y="36">\#(Self.escaped(head))</text>"#,
    ]
    lines += legend
    for group in picture.groups { lines += drawn(group) }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Generic fonts alone: a report is read on other machines.
  private static let style = """
    <style>
    text { font-family: sans-serif; font-size: 13px; fill: #222222; }
    .head { font-size: 20px; }
    .badge { text-anchor: middle; }
    .ground { fill: #ffffff; }
    .box { fill: #ffffff; stroke: #666666; stroke-width: 1; }
    .paired { stroke: #222222; stroke-width: 2; }
    .pair { fill: none; stroke: #b3123b; stroke-width: 3; }
    .left { fill: none; stroke: #666666; stroke-width: 1; stroke-dasharray: 5 4; }
    </style>
    """

  private static func escaped(_ text: String) -> String {
    text.cleaned().reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }

  private var legend: [String] {
    let said = [
      (Phrase("牵手 \(picture.pairs)", "pairs: \(picture.pairs)"), "pair"),
      (
        Phrase("互选未牵手 \(picture.leftOver)", "mutual picks left over: \(picture.leftOver)"), "left"
      ),
    ]
    return said.enumerated().flatMap { place, entry in
      let x = PicturePlaces.margin + place * 170
      return [
        #"<path class="\#(entry.1)" d="M\#(x) 58H\#(x + 40)"/>"#,
        #"<text x="\#(x + 48)" y="62">\#(Self.escaped(entry.0(language)))</text>"#,
      ]
    }
  }

  /// Lines first, so that no badge is crossed out.
  private func drawn(_ group: MutualPicture.Group) -> [String] {
    var drawn: [String] = []
    for line in group.lines where !line.isPair { drawn.append(path(line)) }
    for line in group.everyLine where line.isPair { drawn.append(path(line)) }
    let paired = Set(group.everyLine.filter(\.isPair).flatMap { [$0.a, $0.b] })
    for badge in group.people {
      guard let spot = places.spots[badge] else { continue }
      let shade = paired.contains(badge) ? "box paired" : "box"
      drawn.append(
        #"<rect class="\#(shade)" x="\#(spot.x - PicturePlaces.half)" y="\#(spot.y - 10)" "#
          + #"width="\#(2 * PicturePlaces.half)" height="20" rx="6"/>"#)
      drawn.append(
        #"<text class="badge" x="\#(spot.x)" y="\#(spot.y + 5)">\#(badge.phrase(language))</text>"#)
    }
    return drawn
  }

  private func path(_ line: MutualPicture.Line) -> String {
    guard let a = places.spots[line.a], let b = places.spots[line.b] else { return "" }
    let shade = line.isPair ? "pair" : "left"
    guard a.isLeft == b.isLeft else {
      let (left, right) = a.isLeft ? (a, b) : (b, a)
      return #"<path class="\#(shade)" d="M\#(left.x + PicturePlaces.half) \#(left.y)"#
        + #"L\#(right.x - PicturePlaces.half) \#(right.y)"/>"#
    }
    // On one side they are joined by a bow around whoever stands between.
    let edge = a.isLeft ? a.x - PicturePlaces.half : a.x + PicturePlaces.half
    let reach = min(PicturePlaces.bow, 14 + abs(a.y - b.y) / 6)
    let out = a.isLeft ? edge - reach : edge + reach
    return
      #"<path class="\#(shade)" d="M\#(edge) \#(a.y)C\#(out) \#(a.y) \#(out) \#(b.y) \#(edge) \#(b.y)"/>"#
  }
}
