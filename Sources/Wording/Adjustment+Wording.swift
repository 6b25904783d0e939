/// What is wrong with how a printer's drift was typed.
public enum Adjustment {
  public static let badOffset = Phrase(
    "偏移写两个毫米数，各在 ±20 以内，例如 1.5,-2", "the offset is two numbers of mm within ±20: 1.5,-2")
  public static let badScale = Phrase(
    "缩放写 90 到 110 之间的百分数，例如 101.5", "the scale is a percentage from 90 to 110: 101.5")
}
