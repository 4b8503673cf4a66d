import SourceText

/// Why a file was refused: at least one finding of severity `error`, in the order of reading.
public struct YAMLFailure: Error, Sendable, Equatable {
    public let diagnostics: [Diagnostic]

    public init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
