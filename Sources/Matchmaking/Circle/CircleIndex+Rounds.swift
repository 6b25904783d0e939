extension CircleIndex {
  /// How well two fit each other at a table: the reciprocal fit of the fate circle, per mille.
  ///
  /// 0 where one misses a limit of the other. Whoever is here is asked about, also who takes no part in
  /// circles.
  public func tableFit(_ one: Int, _ other: Int) -> Int {
    withView { view in
      guard view.fit(one, other) else { return 0 }
      return CircleScore.mutual(view.score(one, of: other), view.score(other, of: one))
    }
  }
}
