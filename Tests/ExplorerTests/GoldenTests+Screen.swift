import Canvas
import Review
import TestSupport
import Testing

@testable import Explorer

/// A screen that has a picture in a file.
struct GoldenScreen: Sendable, CustomTestStringConvertible {
    let name: String
    let size: Size
    let glyphs: GlyphSet
    let layers: [GoldenLayer]
    let frame: Frame

    init(_ scene: GoldenScene, _ size: Size, _ glyphs: GlyphSet, _ layers: [GoldenLayer]) {
        name = glyphs == .ascii ? scene.name + "-ascii" : scene.name
        (self.size, self.glyphs, self.layers) = (size, glyphs, layers)
        frame = scene.state(GoldenScene.Setting(size: size, glyphs: glyphs)).frame(in: size, glyphs: glyphs)
    }

    /// A frame that was drawn of something else than an explorer.
    init(_ name: String, _ size: Size, _ glyphs: GlyphSet, _ frame: Frame) {
        self.name = glyphs == .ascii ? name + "-ascii" : name
        (self.size, self.glyphs, self.frame) = (size, glyphs, frame)
        layers = [.text, .roles]
    }

    var testDescription: String { file(.text) }

    /// The file of one layer: `review.120x36.txt`, `review-ascii.80x24.roles.txt`.
    func file(_ layer: GoldenLayer) -> String {
        "\(name).\(size.columns)x\(size.rows).\(layer.rawValue)"
    }
}

/// Something to look at, at any size.
struct GoldenScene: Sendable {
    /// What a scene is drawn for.
    struct Setting {
        let size: Size
        let glyphs: GlyphSet
    }

    let name: String
    let state: @Sendable (Setting) -> ExplorerState

    init(_ name: String, _ state: @escaping @Sendable (Setting) -> ExplorerState) {
        self.name = name
        self.state = state
    }
}

extension GoldenScreen {
    static let all: [GoldenScreen] =
        everySize + reviews + others + asking + approvals + ascii + mono + refusal + overriding + live
        + of(GoldenScene.disputes + [.blindPass], usual) + of([GoldenScene.disputes[0]], usual, .ascii)
        + of([GoldenScene.disputes[0], GoldenScene.comparing[0]], odd)
        + statistics + comparing + baselines + evaluations

    private static let usual = [Size.wide, .small]
    private static let smallest = Size(columns: 60, rows: 16)
    private static let odd = [
        smallest, .medium, Size(columns: 160, rows: 45), Size(columns: 84, rows: 44), Size(columns: 200, rows: 60),
    ]

    private static let everySize = of([.review], odd)

    /// Hostile texts are also looked at where there is least room.
    private static let reviews =
        of(GoldenScene.reviews, usual) + of([.hostile, .abroad, .growing, .edited], [smallest])

    private static let others =
        of(GoldenScene.panes, [.small]) + of(GoldenScene.overlays, usual)
        + of([.editArgument], [.wide])

    /// A question has to be read in full where there is least room, too.
    private static let asking =
        of(GoldenScene.permissions, usual + [smallest]) + of([GoldenScene.permissions[2]], [.small], .ascii)

    private static let ascii =
        of([.review], usual + odd, .ascii) + of([.growing, .edited, .filtered, .abroad], usual, .ascii)

    /// The same screens as in colour: what is read is compared there.
    private static let mono =
        of([.review], usual + odd, layers: [.attributes])
        + of([.growing, .edited, .filtered, .walkedBack, .hostile], usual, layers: [.attributes])

    static let statistics =
        of(GoldenScene.statistics, usual) + of([.stats], odd)
        + of([.stats], usual, .ascii)

    private static let baselines =
        of(GoldenScene.baselineScreens, usual) + of([.baselines, .answerTree], [smallest])
        + of([.baselines, .answerTree], usual, .ascii)

    private static let evaluations =
        of(GoldenScene.evaluationScreens, usual) + of([.evaluations, .evaluated], [smallest])
        + of([.evaluations, .evaluated], usual, .ascii)

    private static let refusal = of([.review], [Size(columns: 54, rows: 9)])

    private static func of(
        _ scenes: [GoldenScene], _ sizes: [Size], _ glyphs: GlyphSet = .utf8, layers: [GoldenLayer] = [.text, .roles]
    ) -> [GoldenScreen] {
        scenes.flatMap { scene in
            sizes.map { GoldenScreen(scene, $0, glyphs, layers) }
        }
    }
}
