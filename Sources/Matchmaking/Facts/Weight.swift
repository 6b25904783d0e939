/// Weights in kilograms.
enum WeightReading {
  static let plausible = 35...160

  /// `60kg`, `120斤`, `60公斤`, `150磅`. A bare number up to 85 are kilograms; from 86 on it may be 斤 and is
  /// not understood.
  static func read(_ text: Written) -> Int? {
    var place = 0
    while place < text.count, Numeral(text, at: place) == nil { place += 1 }
    guard let numeral = Numeral(text, at: place), !numeral.isMultiplied, numeral.upper == nil else {
      return nil
    }
    let rest = Written(String(text.substring(numeral.end..<text.count)))
    if (0..<rest.count).contains(where: { Numeral(rest, at: $0) != nil }) { return nil }
    let kilograms = (numeral.thousandths + 500) / 1000
    let value: Int? =
      if text.containsAny(["公斤", "kg", "千克"]) {
        kilograms
      } else if text.containsAny(["斤"]) {
        (numeral.thousandths + 1000) / 2000
      } else if text.containsAny(["磅", "lb", "pound"]) {
        (numeral.thousandths * 45_359 / 100_000 + 500) / 1000
      } else {
        kilograms <= 85 ? kilograms : nil
      }
    return value.flatMap { plausible.contains($0) ? $0 : nil }
  }
}
