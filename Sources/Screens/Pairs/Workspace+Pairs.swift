extension Workspace {
  mutating func showPair() {
    guard let entry = pairs.markedEntry else { return }
    modals.append(.pair(entry))
  }
}
