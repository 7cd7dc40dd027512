import Canvas
import Engine

@testable import Explorer

extension GoldenScene {
    /// Calls that ask for permission.
    static let permissions = [
        GoldenScene("ask-write") { setting in
            setting.reviewing().taking(
                .approvalAsked(AskedCall.question(1)), .approvalAsked(AskedCall.question(2)),
                .approvalAsked(AskedCall.question(3))
            ).listening()
        },
        GoldenScene("ask-destructive") { setting in
            setting.reviewing().taking(
                .approvalAsked(AskedCall.question(1, AskedCall.deleting, ["path": "/home/zh/資料"], sample: nil))
            ).listening()
        },
        GoldenScene("ask-hostile") { setting in
            var state = setting.reviewing()
            _ = state.ask(AskedCall.question(1, AskedCall.deleting, AskedCall.hostile))
            return state.pressing("y")
        },
        GoldenScene("ask-deaf") { $0.reviewing().taking(.approvalAsked(AskedCall.question(1))) },
        GoldenScene("ask-missed") { $0.reviewing().taking(.approvalAsked(AskedCall.question(1))).pressing("y") },
        GoldenScene("ask-posing") { setting in
            setting.reviewing().taking(.approvalAsked(AskedCall.question(1, AskedCall.posing))).listening()
        },
        GoldenScene("ask-quitting") { setting in
            setting.growing(24).taking(.approvalAsked(AskedCall.question(1))).listening().pressing("ctrl-c")
        },
        GoldenScene("ask-later") { setting in
            setting.reviewing().pressing(":").taking(.approvalAsked(AskedCall.question(1)))
        },
    ]
}

extension ExplorerState {
    /// The explorer once its dialog hears keys.
    fileprivate func listening() -> ExplorerState {
        var state = self
        state.listen()
        return state
    }
}

/// The approval screen as somebody sees it.
struct ApprovalScene: Sendable {
    let name: String
    let state: @Sendable (GoldenScene.Setting) -> ApprovalState

    init(_ name: String, _ state: @escaping @Sendable (ApprovalState) -> ApprovalState) {
        self.init(name, of: ApprovalExample.subject, ApprovalExample.items, state)
    }

    init(
        _ name: String, of subject: ApprovalSubject, _ items: [ApprovalItem],
        _ state: @escaping @Sendable (ApprovalState) -> ApprovalState
    ) {
        self.name = name
        self.state = { setting in
            state(.example(items, subject: subject, size: setting.size, glyphs: setting.glyphs))
        }
    }

    static let approve = ApprovalScene("approve") { $0.pressing("j j") }
    static let hostile = ApprovalScene("approve-hostile") { $0.pressing("G k") }

    /// What the screen can be, each at the usual sizes.
    static let all = [
        approve, hostile,
        ApprovalScene("approve-classified") { $0.pressing("d j j s k") },
        ApprovalScene("approve-marked") { $0.pressing("space j V j") },
        ApprovalScene("approve-filter") { $0.pressing("/").typing("file 東") },
        ApprovalScene("approve-filtered", of: ApprovalExample.subject, ApprovalExample.server(of: 60)) {
            $0.pressing("/").typing("get_*").pressing("enter * r j")
        },
        ApprovalScene("approve-pattern") { $0.pressing(":").typing("*_file write") },
        ApprovalScene("approve-pattern-fault") { $0.pressing("p").typing("get_* reed").pressing("enter") },
        ApprovalScene("approve-reading") { $0.pressing("j j enter j") },
        ApprovalScene("approve-confirming") { $0.pressing("r r r s").pressing("a") },
        ApprovalScene("approve-missed") { $0.pressing("s").typing("ay") },
        ApprovalScene("approve-leaving") { $0.pressing("d q") },
        ApprovalScene("approve-milder", of: ApprovalExample.second, ApprovalExample.severe) {
            $0.pressing("r r r r r g")
        },
        ApprovalScene("approve-milder-confirming", of: ApprovalExample.second, ApprovalExample.severe) {
            $0.pressing("r r r r r a")
        },
        ApprovalScene("approve-suggested", of: ApprovalExample.subject, ApprovalExample.server(of: 60)) {
            $0.pressing("s")
        },
        ApprovalScene("approve-posing", of: ApprovalExample.second, ApprovalExample.posing) { $0.pressing("r r a") },
        ApprovalScene("approve-help") { $0.pressing("? j") },
        ApprovalScene("approve-moved", of: ApprovalExample.moved, ApprovalExample.items) { $0 },
        ApprovalScene("approve-endless", of: ApprovalExample.endless, ApprovalExample.server(of: 500)) {
            $0.pressing("G")
        },
        ApprovalScene("approve-command", of: ApprovalExample.endless, []) { $0.pressing("c j") },
    ]
}

extension GoldenScreen {
    init(_ scene: ApprovalScene, _ size: Size, _ glyphs: GlyphSet = .utf8) {
        let state = scene.state(GoldenScene.Setting(size: size, glyphs: glyphs))
        self.init(scene.name, size, glyphs, state.frame(in: size, glyphs: glyphs))
    }

    /// The calls that ask, and the screen on which a source is approved.
    static let approvals =
        ApprovalScene.all.flatMap { scene in [Size.wide, .small].map { GoldenScreen(scene, $0) } }
        + [GoldenScreen(.hostile, Size(columns: 60, rows: 16)), GoldenScreen(.approve, Size(columns: 54, rows: 9))]
        + [GoldenScreen(.approve, .small, .ascii), GoldenScreen(.hostile, .wide, .ascii)]
}
