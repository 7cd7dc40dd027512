import Canvas

extension ExplorerState {
    /// Draws everything, each row exactly as wide as the size; pure.
    package func frame(in size: Size, glyphs: GlyphSet) -> Frame {
        var frame = Frame(size: size)
        guard Arrangement(for: size) != .refused else {
            RefusalScreen(state: self, pen: Pen(glyphs)).draw(on: &frame)
            return frame
        }
        var state = self
        state.size = size
        if let body = state.body(Pen(glyphs)) {
            ScreenShell(state: state, contents: body, pen: Pen(glyphs)).draw(on: &frame)
        } else {
            ReviewScreen(state, glyphs: glyphs).draw(on: &frame)
        }
        if overlay == nil, !prefix.isEmpty {
            WhichKey(keymap: keymap, prefix: prefix, screen: screen, obstacle: state.obstacle(to:), pen: Pen(glyphs))
                .draw(on: &frame)
        }
        if let overlay { OverlayPicture(overlay: overlay, state: state, pen: Pen(glyphs)).draw(on: &frame) }
        PermissionMark(state: state, pen: Pen(glyphs)).draw(on: &frame)
        return frame
    }
}
