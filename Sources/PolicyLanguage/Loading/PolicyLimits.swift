/// How much of a policy is taken before it is refused, beyond the limits of its YAML (`YAMLLimits`) and of its
/// conditions (`CELLimits`).
public enum PolicyLimits {
    /// Files that extend each other.
    public static let files = 8
    /// Findings told of one policy; of the rest the number is told.
    public static let findings = 200
    /// Letters of a name.
    public static let nameLength = 80
    /// Bytes that are looked at of a sentence in the place of a name, to tell what was meant.
    static let proseLength = 400
    /// The longest elapsed time, in milliseconds: 36,500 days.
    public static let longestTime: Int64 = 36_500 * 86_400_000
}
