extension Member {
  /// What stands in a field, as lists and screens show it that others can see: numbers by which somebody
  /// is called or found are masked, in whatever text they stand.
  public func shown(_ field: MemberField) -> String {
    switch field {
    case .phone: phone?.masked ?? ""
    case .text, .extra: Masking.numbers(in: text(of: field))
    case .number, .name, .sex, .birth, .height: text(of: field)
    }
  }

  public func shown(_ text: MemberText) -> String { shown(.text(text)) }
}
