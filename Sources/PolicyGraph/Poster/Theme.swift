/// The colours of a poster: both sets, of which the reader's preference chooses, or one.
public enum Theme: String, Sendable, CaseIterable {
    case auto, light, dark
}

/// The style sheet. Every pair of text and ground has a contrast of 4.5 to 1 at least.
enum StyleSheet {
    static func text(_ theme: Theme) -> String {
        let colours =
            switch theme {
            case .light: rules(\.light)
            case .dark: rules(\.dark)
            case .auto: rules(\.light) + "@media (prefers-color-scheme: dark) {\n\(rules(\.dark))}\n"
            }
        return forms + colours
    }

    private static let forms = """
        text { font-family: Arial, Helvetica, "Liberation Sans", "DejaVu Sans", sans-serif; }
        .title { font-size: 26px; font-weight: bold; }
        .heading { font-size: 15px; font-weight: bold; }
        .name { font-size: 14px; font-weight: bold; }
        .action { font-size: 13px; font-weight: bold; }
        .when { font-size: 12px; font-weight: bold; }
        .note { font-size: 12px; }
        .link { font-size: 11.5px; font-weight: bold; }
        .detail, .role { font-size: 11.5px; }
        .fact { font-size: 11px; }
        .badge { font-size: 9.5px; font-weight: bold; letter-spacing: 0.4px; }
        .may { stroke-dasharray: 3 2; stroke-width: 1.4; }
        .should, .statusEnd { stroke-width: 1.4; }
        .statusCard { stroke-width: 1.6; }
        .missed, .headingLine, .stairEdge { fill: none; }
        .stairEdge { stroke-width: 3; }

        """

    /// The colour that an element of this selector is filled with.
    static func fill(_ selector: String, _ theme: Theme) -> String {
        let colour = all.first { $0.selector == selector && $0.property == "fill" }
        return (theme == .dark ? colour?.dark : colour?.light) ?? ""
    }

    private struct Colour {
        var selector: String
        var property: String
        var light: String
        var dark: String
    }

    private static func rules(_ theme: KeyPath<Colour, String>) -> String {
        all.map { "\($0.selector) { \($0.property): \($0[keyPath: theme]); }\n" }.joined()
    }

    private static let all: [Colour] = [
        Colour(selector: ".page", property: "fill", light: "#f6f5f1", dark: "#15181d"),
        Colour(selector: ".card", property: "fill", light: "#ffffff", dark: "#20252c"),
        Colour(selector: ".card", property: "stroke", light: "#c9c6bd", dark: "#454d58"),
        Colour(selector: ".statusCard", property: "fill", light: "#f8f3fd", dark: "#2a2336"),
        Colour(selector: ".statusCard", property: "stroke", light: "#8a5cc2", dark: "#b08fe0"),
        Colour(selector: ".stair", property: "fill", light: "#e7eef8", dark: "#1d2c42"),
        Colour(selector: ".stairEdge", property: "stroke", light: "#3d6196", dark: "#84aae0"),
        Colour(selector: "text", property: "fill", light: "#1b1d21", dark: "#eceef1"),
        Colour(selector: ".when", property: "fill", light: "#2b5288", dark: "#a5c6f5"),
        Colour(selector: ".fact, .note", property: "fill", light: "#55585f", dark: "#b4bac4"),
        Colour(selector: ".link", property: "fill", light: "#6a3ea5", dark: "#cdb2f2"),
        Colour(selector: ".headingLine", property: "stroke", light: "#8d8a80", dark: "#69717d"),
        Colour(selector: ".missed", property: "stroke", light: "#a8a499", dark: "#6b7480"),
        Colour(selector: ".statusSign", property: "fill", light: "#8a5cc2", dark: "#b08fe0"),
        Colour(selector: ".statusEnd", property: "fill", light: "#ffffff", dark: "#20252c"),
        Colour(selector: ".statusEnd", property: "stroke", light: "#8a5cc2", dark: "#b08fe0"),
        Colour(selector: ".must", property: "fill", light: "#9a4a00", dark: "#ffb45e"),
        Colour(selector: ".should", property: "fill", light: "#e3eeff", dark: "#1d3b63"),
        Colour(selector: ".should", property: "stroke", light: "#2b62ad", dark: "#8dbaf9"),
        Colour(selector: ".may", property: "fill", light: "#e6f4e4", dark: "#1c3f24"),
        Colour(selector: ".may", property: "stroke", light: "#2f7a3b", dark: "#8fd59b"),
        Colour(selector: ".mustNot", property: "fill", light: "#b3261e", dark: "#ff8f88"),
        Colour(selector: ".badgeOnDark", property: "fill", light: "#ffffff", dark: "#1b0d00"),
        Colour(selector: ".r0", property: "fill", light: "#1f77b4", dark: "#6db7ee"),
        Colour(selector: ".r1", property: "fill", light: "#c2571a", dark: "#f0a06a"),
        Colour(selector: ".r2", property: "fill", light: "#2c8a57", dark: "#74d3a0"),
        Colour(selector: ".r3", property: "fill", light: "#a03a8c", dark: "#e58fd4"),
        Colour(selector: ".r4", property: "fill", light: "#6b6f77", dark: "#aab1bc"),
        Colour(selector: ".r5", property: "fill", light: "#9a7b00", dark: "#e2c34d"),
    ]
}
