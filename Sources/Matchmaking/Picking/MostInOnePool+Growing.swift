/// How trees grow, meet, and take blossoms in or let them out.
extension MostInOnePool {
  mutating func lookAtAll() {
    for person in toLookAt { look(at: person) }
    toLookAt.removeAll(keepingCapacity: true)
  }

  /// Looks at an outer person's entries as far as one can be tight by now.
  private mutating func look(at person: Int) {
    while next[person] < graph.start[person + 1] {
      let entry = next[person]
      let least = leastSlack(entry)
      guard least <= 0 else {
        return events.push(MatchingEvent.look(person).code, at: now + (least + 1) / 2)
      }
      next[person] += 1
      note(entry)
    }
  }

  /// Notes when an outer person's entry becomes tight, if its partner stays what they are.
  private mutating func note(_ entry: Int) {
    let partner = graph.partner[entry]
    guard !isInner(partner) else { return }
    var wait = slack(entry)
    if isOuter(partner) {
      guard top(of: partner) != top(of: graph.owner[entry]) else { return }
      // Both prices rise. The difference is even: roots pay alike, and along a tree costs are tight.
      wait /= 2
    } else {
      guard now + wait < earliest[partner] else { return }
      earliest[partner] = now + wait
    }
    if wait == 0 {
      tight.append(entry)
    } else {
      events.push(MatchingEvent.tight(entry).code, at: now + wait)
    }
  }

  /// - Returns: whether it joined two trees by a path, which was used.
  mutating func follow(_ entry: Int) -> Bool {
    let node = top(of: graph.owner[entry])
    let other = top(of: graph.partner[entry])
    // Somebody may have been inner meanwhile, and be outside again.
    guard node != other, slack(entry) == 0, !isUsed[root[node]] else { return false }
    switch role(of: other) {
    case .inner: return false
    case .outside: reach(other, by: entry)
    case .outer where root[node] == root[other]:
      close(entry, meetingPoint(node, other))
    case .outer:
      guard !isUsed[root[other]] else { return false }
      use(entry)
      return true
    }
    return false
  }

  /// A node becomes inner, and whoever its base is matched with outer.
  private mutating func reach(_ node: Int, by entry: Int) {
    let tree = root[top(of: graph.owner[entry])]
    becomeInner(node, by: entry, in: tree)
    for person in blossoms.persons(of: node) { setPace(of: person, -1) }
    let matched = match.entry[blossoms.base[node]]
    let mate = top(of: graph.partner[matched])
    root[mate] = tree
    becomeOuter(mate, by: matched)
  }

  private mutating func becomeInner(_ node: Int, by entry: Int, in tree: Int) {
    setRole(node, .inner)
    reached[node] = entry
    root[node] = tree
    guard blossoms.isBlossom(node) else { return }
    events.push(MatchingEvent.open(node).code, at: now + rebate(node) / 2)
  }

  mutating func becomeOuter(_ node: Int, by entry: Int) {
    setRole(node, .outer)
    reached[node] = entry
    lookAtAll(of: node)
  }

  private mutating func lookAtAll(of node: Int) {
    for person in blossoms.persons(of: node) {
      setPace(of: person, 1)
      toLookAt.append(person)
    }
  }

  /// The outer node before the one before.
  private mutating func grandparent(of node: Int) -> Int? {
    guard reached[node] >= 0 else { return nil }
    let inner = top(of: graph.owner[reached[node]])
    return top(of: graph.owner[reached[inner]])
  }

  /// Where two branches of one tree come together, found in steps of what lies above.
  private mutating func meetingPoint(_ one: Int, _ other: Int) -> Int {
    walk += 1
    var ends: (Int?, Int?) = (one, other)
    while let node = ends.0 ?? ends.1 {
      if seen[node] == walk { return node }
      seen[node] = walk
      let beyond = grandparent(of: node)
      ends = ends.0 == nil ? (nil, beyond) : (ends.1, beyond)
    }
    preconditionFailure("two branches of one tree that never meet")
  }
}

// MARK: - Blossoms

extension MostInOnePool {
  /// Two outer nodes of one tree become a blossom with what lies between them and where they meet.
  private mutating func close(_ entry: Int, _ meeting: Int) {
    let (left, leftLinks) = branch(from: top(of: graph.owner[entry]), to: meeting)
    let (right, rightLinks) = branch(from: top(of: graph.partner[entry]), to: meeting)
    let nodes = [meeting] + left.reversed() + right
    let links = leftLinks.reversed() + [entry] + rightLinks.map { graph.twin[$0] }
    let blossom = blossoms.form(nodes, links: links)
    clearRebate(blossom)
    takenIn[blossom] = blossom
    for node in nodes {
      let wasInner = role(of: node) == .inner
      setRole(node, .outside)
      takenIn[node] = blossom
      if wasInner { lookAtAll(of: node) }
    }
    setRole(blossom, .outer)
    root[blossom] = root[meeting]
    reached[blossom] = reached[meeting]
  }

  /// The nodes from one up to below another, and the entry by which each was reached.
  private mutating func branch(from node: Int, to end: Int) -> ([Int], [Int]) {
    var (nodes, links): ([Int], [Int]) = ([], [])
    var node = node
    while node != end {
      nodes.append(node)
      links.append(reached[node])
      node = top(of: graph.owner[reached[node]])
    }
    return (nodes, links)
  }

  /// An inner blossom falls apart: what lies on the even way through it stays in the tree.
  mutating func open(_ blossom: Int) {
    guard blossoms.parent[blossom] < 0, role(of: blossom) == .inner, rebate(blossom) == 0,
      !isUsed[root[blossom]]
    else { return }
    let tree = root[blossom]
    var by = reached[blossom]
    let place = blossoms.place(of: graph.partner[by], in: blossom)
    let links = blossoms.links[blossom]
    let isForward = place % 2 == 1
    setRole(blossom, .outside)
    let nodes = dissolve(blossom)
    var at = place
    while at % nodes.count != 0 {
      becomeInner(nodes[at], by: by, in: tree)
      let outer = nodes[isForward ? at + 1 : at - 1]
      root[outer] = tree
      becomeOuter(outer, by: isForward ? links[at] : graph.twin[links[at - 1]])
      by = isForward ? links[at + 1] : graph.twin[links[at - 2]]
      at += isForward ? 2 : -2
    }
    becomeInner(nodes[0], by: by, in: tree)
    release(Array(isForward ? nodes[1..<place] : nodes[(place + 1)...]))
  }

  /// Nodes that are in no tree any more; who could reach them is asked again.
  private mutating func release(_ nodes: [Int]) {
    let people = nodes.flatMap { blossoms.persons(of: $0) }
    for person in people {
      setPace(of: person, 0)
      earliest[person] = Self.never
    }
    for person in people {
      for entry in graph.list(of: person) where isOuter(graph.partner[entry]) {
        note(graph.twin[entry])
      }
    }
  }

  /// Its children are the outermost nodes of whom they hold.
  @discardableResult
  mutating func dissolve(_ blossom: Int) -> [Int] {
    let nodes = blossoms.dissolve(blossom)
    for node in nodes {
      takenIn[node] = node
      for person in blossoms.persons(of: node) { around[person] = node }
    }
    return nodes
  }

  /// Matches two trees' roots along the path that an entry closes.
  private mutating func use(_ entry: Int) {
    isUsed[root[top(of: graph.owner[entry])]] = true
    isUsed[root[top(of: graph.partner[entry])]] = true
    shift(from: entry)
    shift(from: graph.twin[entry])
  }

  /// Matches an entry's owner by it, and all down to the root anew.
  private mutating func shift(from entry: Int) {
    var entry = entry
    while true {
      let person = graph.owner[entry]
      let outer = top(of: person)
      blossoms.turn(outer, to: person, in: graph, &match)
      match.entry[person] = entry
      guard reached[outer] >= 0 else { return }
      let inner = top(of: graph.owner[reached[outer]])
      let before = reached[inner]
      let next = graph.partner[before]
      blossoms.turn(inner, to: next, in: graph, &match)
      match.entry[next] = graph.twin[before]
      entry = before
    }
  }
}
