import Canvas

/// One thing of a card, in the sizes it can have.
struct Block {
  struct Form {
    var rows: Int
    /// Draws it from a row on.
    var draw: (inout Sheet, Int) -> Void
  }

  /// Smallest first.
  var forms: [Form]
  /// What is more important has its room first; lower goes first.
  var rank: Int

  /// The same, with its room kept and nothing in it while it is not to be seen.
  func seen(_ isSeen: Bool) -> Block {
    guard !isSeen else { return self }
    return Block(forms: forms.map { Form(rows: $0.rows) { _, _ in } }, rank: rank)
  }

  /// The same room with what another block has of that height, while that is to be seen instead.
  func giving(way isGivingWay: Bool, to other: Block) -> Block {
    guard isGivingWay else { return self }
    return Block(
      forms: forms.map { form in
        let drawn = other.forms.last { $0.rows <= form.rows }
        return Form(rows: form.rows) { sheet, row in
          guard let drawn else { return }
          drawn.draw(&sheet, row + (form.rows - drawn.rows) / 2)
        }
      }, rank: rank)
  }
}

/// Puts blocks below one another: each as large as there is room, the more important ones first, and what is
/// left over between them and around.
struct Stack {
  private struct Placed {
    let block: Block
    var form: Int?
    var rows: Int { form.map { block.forms[$0].rows } ?? 0 }
  }

  private var placed: [Placed]

  init(_ blocks: [Block]) {
    placed = blocks.filter { !$0.forms.isEmpty }.map { Placed(block: $0) }
  }

  /// - Parameter area: where they may stand.
  mutating func draw(in area: Area, on sheet: inout Sheet) {
    fit(area.rows)
    let shown = placed.filter { $0.form != nil }
    guard !shown.isEmpty else { return }
    let spare = max(0, area.rows - shown.reduce(0) { $0 + $1.rows })
    let gaps = shown.count - 1
    // More of it around than between, so that what belongs together stands together.
    let inner = gaps > 0 ? min(max(1, area.rows / 12, spare / (gaps + 3)), spare / gaps, 6) : 0
    var row = area.row + (spare - inner * gaps) / 2
    for one in shown {
      if let form = one.form { one.block.forms[form].draw(&sheet, row) }
      row += one.rows + inner
    }
  }

  private mutating func fit(_ rows: Int) {
    let order = placed.indices.sorted { placed[$0].block.rank < placed[$1].block.rank }
    // A row of air between two, as soon as there is any room at all.
    let air = rows >= 12 ? 1 : 0
    func used() -> Int {
      let shown = placed.filter { $0.form != nil }
      return shown.reduce(0) { $0 + $1.rows } + air * max(0, shown.count - 1)
    }
    for place in order {
      placed[place].form = 0
      if used() > rows { placed[place].form = nil }
    }
    for place in order where placed[place].form != nil {
      for form in placed[place].block.forms.indices.reversed() {
        let before = placed[place].form
        placed[place].form = form
        if used() <= rows { break }
        placed[place].form = before
      }
    }
  }
}
