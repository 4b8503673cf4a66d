import ArgumentParser
import PolicyTesting

/// `holdline test --generate`.
struct TestGeneration {
    let paths: [String]
    let out: String?

    func run() throws { throw CommandFailure("not built") }
}
