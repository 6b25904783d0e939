// swift-tools-version: 6.2

import PackageDescription

// Imports run one way; the compiler enforces it (see docs/ARCHITECTURE.md):
//   ground:  Matchmaking, Pinyin, Canvas, on the tables of CData, on Characters and Files
//   middle:  Wording, Sample, Store, Exchange, Screens, BigScreen, Printing, Terminal; none imports
//            another, but for Wording, the sentences, which the screens and Printing say
//   top:     Desk, then queqiao

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "queqiao",
  products: [
    // Put before the program's own libraries by tests.
    .library(name: "blows", type: .dynamic, targets: ["CBlows"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // The ground.
    .target(name: "CData"),
    // Loads what it is asked for; nothing of libxlsxwriter, nor of what prints, is linked.
    .target(name: "CLoading"),
    .target(name: "CXlsxWriter", dependencies: ["CLoading"]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Characters", dependencies: ["CData"], swiftSettings: strict),
    .target(name: "Files", swiftSettings: strict),
    .target(name: "Canvas", dependencies: ["Characters"], swiftSettings: strict),
    .target(name: "Matchmaking", dependencies: ["CData", "Characters"], swiftSettings: strict),
    .target(name: "Pinyin", dependencies: ["CData", "Characters"], swiftSettings: strict),
    // The middle.
    .target(name: "CSignal"),
    .target(name: "CTerm", dependencies: ["CSignal"]),
    .target(name: "CPrinting", dependencies: ["CLoading"]),
    .target(name: "CCrypt", linkerSettings: [.linkedLibrary("crypt")]),
    .target(name: "CSQLite"),
    .target(name: "Wording", dependencies: ["Files", "Matchmaking"], swiftSettings: strict),
    .target(name: "Sample", dependencies: ["CData", "Matchmaking"], swiftSettings: strict),
    .target(
      name: "Store",
      dependencies: [
        "CCrypt", "CSQLite", "CZlib", "Characters", "Files", "Matchmaking",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Exchange",
      dependencies: [
        "CData", "CXlsxWriter", "CZlib", "Canvas", "Characters", "Files", "Matchmaking",
      ],
      swiftSettings: strict),
    .target(
      name: "Screens", dependencies: ["Canvas", "Matchmaking", "Pinyin", "Wording"],
      swiftSettings: strict),
    .target(
      name: "BigScreen", dependencies: ["CData", "Canvas", "Matchmaking", "Wording"],
      swiftSettings: strict),
    .target(
      name: "Printing",
      dependencies: ["CPrinting", "Characters", "Matchmaking", "Pinyin", "Wording"],
      swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["Canvas", "Characters", "CTerm"],
      swiftSettings: strict + [.defaultIsolation(MainActor.self)]),
    // The top.
    .target(
      name: "Desk",
      dependencies: [
        "BigScreen", "Canvas", "Exchange", "Files", "Matchmaking", "Pinyin", "Printing", "Sample",
        "Screens",
        "Store", "Terminal", "Wording",
      ], swiftSettings: strict),
    .executableTarget(
      name: "queqiao",
      dependencies: [
        "BigScreen", "Canvas", "Characters", "Desk", "Exchange", "Files", "Matchmaking", "Pinyin",
        "Printing",
        "Sample", "Screens", "Store", "Terminal", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // The tests.
    .target(name: "CPseudoterminal", path: "Tests/CPseudoterminal"),
    .target(name: "CBlows", path: "Tests/CBlows"),
    .target(
      name: "TestSupport", dependencies: ["CPseudoterminal", "CSignal"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "TestFrames", dependencies: ["Canvas", "TestSupport"], path: "Tests/TestFrames",
      swiftSettings: strict),
    .target(
      name: "TestWorkbooks", dependencies: ["CZlib"], path: "Tests/TestWorkbooks",
      swiftSettings: strict),
    .target(
      name: "TestHopes", dependencies: ["Matchmaking"], path: "Tests/TestHopes",
      swiftSettings: strict),
    .target(
      name: "TestStories", dependencies: ["Matchmaking", "Screens"], path: "Tests/TestStories",
      swiftSettings: strict),
    .executableTarget(
      name: "frameplayer", dependencies: ["Canvas", "Terminal", "TestFrames", "TestSupport"],
      path: "Tests/FramePlayer", swiftSettings: strict + [.defaultIsolation(MainActor.self)]),
    .executableTarget(
      name: "queqiao-bench",
      dependencies: [
        "Canvas", "CPseudoterminal", "Desk", "Matchmaking", "Pinyin", "Printing", "Sample", "Store",
        "Terminal", "TestSupport", "TestWorkbooks", "Wording",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], path: "Tests/Benchmarks", swiftSettings: strict),
    .testTarget(name: "CharactersTests", dependencies: ["Characters"], swiftSettings: strict),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "TestFrames", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PinyinTests", dependencies: ["Characters", "Pinyin", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PrintingTests",
      dependencies: ["Matchmaking", "Pinyin", "Printing", "Sample", "TestSupport", "Wording"],
      swiftSettings: strict),
    .testTarget(
      name: "SampleTests", dependencies: ["Sample", "Pinyin", "Matchmaking"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CSignal", "CPseudoterminal", "Canvas", "Terminal", "TestFrames", "TestSupport",
        "frameplayer",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["CSignal", "TestSupport", "queqiao"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Canvas", "Matchmaking", "Pinyin", "Screens", "TestStories", "TestSupport", "Wording",
      ],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "BigScreenTests",
      dependencies: ["BigScreen", "Canvas", "Matchmaking", "TestSupport", "Wording"],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "MatchmakingTests", dependencies: ["Matchmaking", "TestHopes", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Characters", "Exchange", "Files", "Matchmaking", "TestSupport", "TestWorkbooks",
      ],
      exclude: ["Corpus", "Goldens"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Files", "Matchmaking", "Store", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "BigScreen", "Canvas", "Desk", "Exchange", "Files", "Matchmaking", "Pinyin", "Screens",
        "Store", "Terminal", "TestStories", "TestSupport", "Wording",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "CBlows", "Matchmaking", "Store", "TestSupport", "TestWorkbooks", "queqiao",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` alone builds the fuzzers, with coverage all through.
if Context.environment["QUEQIAO_FUZZ"] != nil {
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "queqiao-fuzz",
      dependencies: [
        "CFuzzer", "Canvas", "Exchange", "Matchmaking", "Store", "TestHopes", "TestWorkbooks",
      ],
      path: "Tests/Fuzzing", exclude: ["run"], swiftSettings: strict),
  ]
}
