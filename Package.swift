// swift-tools-version: 6.2

import PackageDescription

// Imports run one way; the compiler enforces it (see docs/ARCHITECTURE.md):
//   ground:  Matchmaking, Pinyin, Canvas (and CData's tables)
//   middle:  Wording, Sample, Store, Exchange, Screens, Terminal, which never import one another
//            but for Wording, the sentences, which Screens and queqiao share
//   top:     Desk, then queqiao

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "queqiao",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .target(name: "Canvas", swiftSettings: strict),
    .target(name: "CTerm"),
    .target(name: "Matchmaking", swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["Canvas", "CTerm"],
      swiftSettings: strict + [.defaultIsolation(MainActor.self)]),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "TestFrames"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Canvas", "Terminal", "TestFrames", "CPseudoterminal", "frameplayer"],
      swiftSettings: strict),
    .executableTarget(
      name: "frameplayer", dependencies: ["Canvas", "Terminal", "TestFrames"],
      path: "Tests/FramePlayer", swiftSettings: strict + [.defaultIsolation(MainActor.self)]),
    .target(name: "CPseudoterminal", path: "Tests/CPseudoterminal"),
    .target(
      name: "TestFrames", dependencies: ["Canvas"], path: "Tests/TestFrames",
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
