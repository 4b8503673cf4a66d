import CEL
import SourceText

/// Checks of what a sound policy means, made once its names and types are known to be right.
enum Checks {
    /// What the checks find, in any order.
    static func all(_ policy: Policy, typed: (Condition) -> CheckedCEL?) -> [Diagnostic] {
        []
    }
}
