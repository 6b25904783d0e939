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
    .target(name: "Matchmaking", swiftSettings: strict),
    .target(name: "CData"),
    .target(name: "Pinyin", dependencies: ["CData"], swiftSettings: strict),
    .target(name: "Sample", dependencies: ["CData", "Matchmaking"], swiftSettings: strict),
    .testTarget(name: "PinyinTests", dependencies: ["Pinyin"], swiftSettings: strict),
    .testTarget(
      name: "SampleTests", dependencies: ["Sample", "Pinyin", "Matchmaking"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
