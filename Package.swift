// swift-tools-version: 6.2
import PackageDescription

// The package is the architecture diagram: dependencies only point down this file.
// See docs/ARCHITECTURE.md for what each target is and why.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let hummingbird: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
]
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let threads: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

/// A part of the plinth, or a numeric library: it has exactly the dependencies it names.
func plinth(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A feature: a folder that stands on the plinth, may use the features it names, and has doors to the outside.
func feature(_ name: String, uses features: [Target.Dependency] = []) -> Target {
    .target(
        name: name,
        dependencies: ["Ground", "HTML", "Database", "Web", "Interface", "Charts", "Accounts", argumentParser]
            + hummingbird + features,
        swiftSettings: settings
    )
}

/// The tests of one target, with the named world and the drivers for every engine at hand.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

let package = Package(
    name: "sightline",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CScan"),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // The plinth.
        plinth("Ground"),
        plinth("HTML", ["Ground"]),
        plinth("Secrets", ["CSodium", threads]),
        plinth("Database", ["Ground"]),
        plinth("Jobs", ["Ground", "Database", lifecycle, logging]),
        .target(
            name: "Interface", dependencies: ["Ground", "HTML"],
            resources: [.embedInCode("Assets/sightline.css"), .embedInCode("Assets/sightline.js")],
            swiftSettings: settings),
        plinth(
            "Web",
            ["Ground", "HTML", "Database", "Jobs", "Secrets", "Interface", lifecycle, logging]
                + hummingbird + [.product(name: "NIOHTTPTypes", package: "swift-nio-extras")]),

        plinth("Charts", ["Ground", "HTML"]),
        plinth("Statistics"),
        plinth("DisclosureControl"),
        plinth("Archives", ["CArchive", "Ground"]),
        plinth("Tables", ["Archives", "CExpat", "CScan", "CXLSXWriter", "Ground"]),
        plinth("Rosters", ["Archives", "Ground", "Tables"]),
        plinth("DatabaseSQLite", ["CSQLite", "Database", "Ground", threads]),
        plinth("DatabasePostgres", ["CPostgres", "Database", "Ground", threads]),
        .target(
            name: "Programmes", dependencies: ["Ground", yams],
            resources: [
                .embedInCode("Packs/community-of-practice.yaml"), .embedInCode("Packs/collective-advantage.yaml"),
                .embedInCode("Packs/demo-tools.yaml"),
            ], swiftSettings: settings),

        // Features.
        .target(
            name: "Accounts",
            dependencies: ["Ground", "HTML", "Database", "Jobs", "Secrets", "Interface", "Web"] + hummingbird,
            swiftSettings: settings),
        feature("Communities", uses: ["Programmes", "Tables", threads]),
        feature("FocusAreas", uses: ["Communities", "Programmes"]),
        feature("Challenges", uses: ["Communities", "Programmes", "FocusAreas"]),
        feature(
            "Measurement",
            uses: [
                "Communities", "Programmes", "Statistics", "DisclosureControl", "Archives", "Tables", "Rosters",
                "Secrets", "Jobs", threads, lifecycle,
            ]),
        feature("Gems", uses: ["Communities", "Programmes", "FocusAreas"]),
        feature("Impact", uses: ["Communities", "Programmes", "Gems", "Measurement", "Statistics"]),
        feature(
            "Overview",
            uses: ["Communities", "Programmes", "FocusAreas", "Challenges", "Gems", "Impact", "Measurement"]),
        feature(
            "Reports",
            uses: [
                "Communities", "Programmes", "FocusAreas", "Challenges", "Gems", "Impact", "Measurement", "Statistics",
            ]),
        feature("Backups", uses: ["Archives", "Secrets", threads]),
        feature(
            "Exports",
            uses: ["Archives", "Backups", "Communities", "Measurement", "Programmes", "Tables", threads]),

        plinth(
            "App",
            [
                "Ground", "HTML", "Database", "DatabaseSQLite", "DatabasePostgres", "Jobs", "Secrets", "Interface",
                "Charts", "Web", "Backups", "Exports",
                "Programmes", "Accounts", "Communities", "FocusAreas", "Challenges", "Measurement", "Gems", "Impact",
                "Overview", "Reports", logging, threads,
            ] + hummingbird),
        plinth("World", ["Ground"]),
        plinth(
            "Demo",
            [
                "World", "App", "Ground", "Database", "Programmes", "Accounts", "Communities", "FocusAreas",
                "Challenges", "Measurement", "Gems", "Impact", "Tables",
            ]),

        // For bin/bench csv only. It stands in this package because the readers are no other package's business.
        .executableTarget(
            name: "csvbench", dependencies: ["Tables"], path: "Benchmarks/Sources/csvbench", swiftSettings: settings),
        // For bin/bench import only: bare inserts into a database that Sightline has made.
        .executableTarget(
            name: "importbench", dependencies: ["CSQLite"], path: "Benchmarks/Sources/importbench",
            swiftSettings: settings),

        // For tests only.
        plinth("DatabaseTesting", ["Database", "DatabaseSQLite", "DatabasePostgres", "Ground"]),
        plinth("SnapshotTesting", ["HTML"]),
        plinth(
            "TestSupport",
            [
                "Ground", "Database", "DatabaseTesting", "Jobs", "Secrets", "Interface", "Web", "Programmes",
                "Accounts", "Communities", logging, .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + hummingbird),

        .executableTarget(
            name: "sightline",
            dependencies: [
                "App", "Archives", "Backups", "Demo", "Exports", "Ground", "Accounts", "Communities", "Measurement",
                "Database", "Programmes", "Rosters", "Tables", "Web", argumentParser, lifecycle, logging,
            ]
                + [.product(name: "UnixSignals", package: "swift-service-lifecycle")],
            swiftSettings: settings),

        .testTarget(
            name: "AppTests",
            dependencies: [
                "App", "Accounts", "Challenges", "Communities", "Database", "DatabaseTesting", "FocusAreas", "Gems",
                "Ground", "Interface", "Measurement", "Secrets", "TestSupport", "Web",
            ] + hummingbird, exclude: ["Snapshots"], swiftSettings: settings),
        tests("Accounts", ["TestSupport", "DatabaseTesting", "Ground", "Database", "Secrets"]),
        tests(
            "Communities",
            ["TestSupport", "DatabaseTesting", "Ground", "Database", "Programmes", "Accounts", "Tables"],
            exclude: ["Fixtures"]),
        tests(
            "Overview",
            [
                "TestSupport", "DatabaseTesting", "Ground", "Database", "Communities", "FocusAreas", "Challenges",
                "Gems",
                "Impact", "Measurement", "Web",
            ]),
        tests("FocusAreas", ["TestSupport", "DatabaseTesting", "Ground", "Database", "Communities", "Web"]),
        tests(
            "Challenges",
            [
                "TestSupport", "DatabaseTesting", "Ground", "Database", "Communities", "FocusAreas", "Programmes",
                "Web", "Charts",
            ]),
        tests(
            "Gems",
            [
                "TestSupport", "DatabaseTesting", "Ground", "Database", "HTML", "Programmes", "Accounts", "Communities",
                "FocusAreas",
            ]),
        tests(
            "Impact",
            [
                "TestSupport", "DatabaseTesting", "Ground", "Database", "HTML", "Programmes", "Accounts", "Communities",
                "FocusAreas", "Gems",
            ]),
        tests("Jobs", ["DatabaseTesting", "Database", "Ground", logging]),
        tests(
            "Backups",
            [
                "App", "Accounts", "Archives", "Communities", "Database", "DatabasePostgres", "DatabaseSQLite",
                "DatabaseTesting",
                "Ground", "HTML", "Secrets", "TestSupport", "Web",
            ], exclude: ["Fixtures"]),
        tests(
            "Exports",
            [
                "App", "Accounts", "Archives", "Communities", "Database", "DatabaseTesting", "Ground", "Measurement",
                "Programmes", "Secrets", "Tables", "TestSupport", "Web",
            ]),
        tests("Database", ["DatabaseTesting", "DatabaseSQLite", "DatabasePostgres", "Ground"]),
        tests("DisclosureControl"),
        tests("Secrets"),
        tests("Programmes", ["Ground"]),
        tests(
            "Measurement",
            [
                "TestSupport", "DatabaseTesting", "Ground", "Database", "Programmes", "Accounts", "Communities",
                "Tables", "Rosters", "Jobs",
                "World", "Web", "HTML", "DisclosureControl", "Statistics", "Interface", "Charts",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ], exclude: ["Fixtures"]),
        tests(
            "Reports",
            [
                "TestSupport", "DatabaseTesting", "Ground", "Database", "Programmes", "Communities", "Measurement",
                "DisclosureControl", "FocusAreas", "Challenges", "Gems", "Web",
            ]),
        tests("Statistics"),
        tests("World", ["Ground"]),
        tests("Archives", ["Ground"], exclude: ["Fixtures"]),
        tests("Tables", ["Archives", "Ground"], exclude: ["Fixtures"]),
        tests("Rosters", ["Archives", "Ground", "Tables"], exclude: ["Fixtures"]),
        .testTarget(
            name: "InterfaceTests", dependencies: ["Interface", "Ground", "HTML", "SnapshotTesting"],
            exclude: ["Snapshots"],
            swiftSettings: settings),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "Ground", "HTML", "SnapshotTesting"], exclude: ["Snapshots"],
            swiftSettings: settings),
        tests(
            "Web",
            [
                "Accounts", "App", "Communities", "Database", "DatabaseTesting", "Ground", "HTML", "Interface",
                "Secrets", "TestSupport", threads, lifecycle, logging,
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ] + hummingbird),
        .testTarget(name: "TidyTests", swiftSettings: settings),
    ]
)
