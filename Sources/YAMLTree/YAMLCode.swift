/// The stable names of what a file can be refused for.
public enum YAMLCode: String, Sendable, CaseIterable {
    // The bytes.
    case encoding = "yaml-encoding"
    case byteOrderMark = "yaml-byte-order-mark"
    case controlCharacter = "yaml-control-character"
    case tooLong = "yaml-too-long"
    // The syntax.
    case syntax = "yaml-syntax"
    case indentation = "yaml-indentation"
    case tab = "yaml-tab"
    case unclosedQuote = "yaml-unclosed-quote"
    case unclosedBracket = "yaml-unclosed-bracket"
    case missingColon = "yaml-missing-colon"
    case missingSpace = "yaml-missing-space"
    case colonInValue = "yaml-colon-in-value"
    case textAfterValue = "yaml-text-after-value"
    case reservedCharacter = "yaml-reserved-character"
    case escape = "yaml-escape"
    case blockHeader = "yaml-block-header"
    // What YAML allows and this reader does not.
    case empty = "yaml-empty"
    case severalDocuments = "yaml-several-documents"
    case directive = "yaml-directive"
    case tag = "yaml-tag"
    case duplicateKey = "yaml-duplicate-key"
    case keyNotText = "yaml-key-not-text"
    case missingKey = "yaml-missing-key"
    case mergeKey = "yaml-merge-key"
    case unknownAlias = "yaml-unknown-alias"
    case aliasCycle = "yaml-alias-cycle"
    // The limits.
    case tooDeep = "yaml-too-deep"
    case tooManyNodes = "yaml-too-many-nodes"
    case tooManyAliases = "yaml-too-many-aliases"
    case aliasExpansion = "yaml-alias-expansion"
}
