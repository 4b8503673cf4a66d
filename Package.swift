// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "holdline",
    products: [
        .executable(name: "holdline", targets: ["holdline"]),
        .library(name: "CEL", targets: ["CEL"]),
        .library(name: "PolicyEngine", targets: ["PolicyEngine"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"])]
        ),
        library("SourceText"),
        library("YAMLTree", ["CLibYAML", "SourceText"]),
        library("JSONSchema", ["SourceText", "YAMLTree"]),
        library("PolicyFormat", ["SourceText", "YAMLTree"]),
        library("CEL"),
        library(
            "PolicyLanguage",
            ["CEL", "JSONSchema", "SourceText", "YAMLTree", .product(name: "Crypto", package: "swift-crypto")]),
        library("PolicyGraph", ["PolicyLanguage", "SourceText"]),
        library("PolicyEngine", ["CEL", "JSONSchema", "PolicyLanguage", "SourceText"]),
        library("AuditLog", ["PolicyEngine"]),
        library("PolicyExplain", ["AuditLog", "CEL", "PolicyEngine", "PolicyLanguage", "SourceText"]),
        library(
            "PolicyTesting",
            ["JSONSchema", "PolicyEngine", "PolicyExplain", "PolicyLanguage", "SourceText", "YAMLTree"]),
        library("AuditSQLite", ["AuditLog", .product(name: "GRDB", package: "GRDB.swift")]),
        .executableTarget(
            name: "holdline",
            dependencies: [
                "AuditLog", "AuditSQLite", "CEL", "JSONSchema", "PolicyEngine", "PolicyExplain", "PolicyFormat",
                "PolicyGraph",
                "PolicyLanguage", "PolicyTesting", "SourceText", "YAMLTree",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "interpreter",
            dependencies: ["PolicyEngine", "PolicyLanguage"],
            path: "Benchmarks/interpreter",
            swiftSettings: strict
        ),
        tests("SourceTextTests", ["SourceText"]),
        tests("YAMLTreeTests", ["YAMLTree", "SourceText"], exclude: ["conformance-outcomes.txt"]),
        tests("PolicyFormatTests", ["PolicyFormat", "SourceText", "YAMLTree"]),
        tests("CELTests", ["CEL"]),
        tests(
            "PolicyLanguageTests", ["CEL", "PolicyLanguage", "SourceText", "YAMLTree"], exclude: ["Corpus"]),
        tests(
            "PolicyEngineTests", ["PolicyEngine", "PolicyExplain", "PolicyLanguage", "SourceText", "CEL", "YAMLTree"]),
        tests("PolicyTestingTests", ["PolicyTesting", "PolicyEngine", "PolicyLanguage", "SourceText", "YAMLTree"]),
        tests(
            "AuditTests",
            [
                "AuditLog", "AuditSQLite", "PolicyEngine", "PolicyLanguage", "SourceText", "holdline",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests(
            "SchemaTests",
            ["JSONSchema", "PolicyEngine", "PolicyLanguage", "PolicyTesting", "SourceText", "YAMLTree"],
            exclude: ["validate.py"]),
        tests("PolicyGraphTests", ["PolicyGraph", "PolicyLanguage", "SourceText"], exclude: ["Golden"]),
        tests("CommandTests", ["holdline", "PolicyLanguage", "PolicyTesting", "SourceText"]),
        tests("BenchmarkTests", ["holdline"]),
    ]
)
