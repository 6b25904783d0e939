extension CircleIndex {
  /// How well two fit each other, per mille, the same in either order; 0 where one misses a limit of the
  /// other, or takes no part.
  ///
  /// What the fate circle orders by, and the rounds add up.
  public func mutualFit(_ one: Int, _ other: Int) -> Int {
    guard one != other else { return 0 }
    return withView { view in
      view.fit(one, other)
        ? CircleScore.mutual(view.score(one, of: other), view.score(other, of: one)) : 0
    }
  }
}
