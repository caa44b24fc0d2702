//! Tables: cells aligned by class, as a page may hold no `style`.

use pulldown_cmark::Alignment;

use super::writer::Writer;

/// The table that is being written; tables do not nest.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_body: bool,
}

impl Writer<'_> {
    /// Wide tables scroll by themselves; the keyboard must be able to reach them.
    pub(super) fn table(&mut self, alignments: &[Alignment]) {
        self.table = Table {
            alignments: alignments.to_vec(),
            ..Table::default()
        };
        self.block("<div class=\"table\" tabindex=\"0\"><table>\n");
    }

    pub(super) fn end_table(&mut self) {
        let end = if self.table.in_body {
            "</tbody></table></div>\n"
        } else {
            "</table></div>\n"
        };
        self.end_with(end);
    }

    pub(super) fn head_row(&mut self) {
        self.row("<thead><tr>");
    }

    fn row(&mut self, opening: &str) {
        self.table.column = 0;
        self.block(opening);
    }

    pub(super) fn body_row(&mut self) {
        let first = !std::mem::replace(&mut self.table.in_body, true);
        self.row(if first { "<tbody>\n<tr>" } else { "<tr>" });
    }

    fn cell_name(&self) -> &'static str {
        if self.table.in_body { "td" } else { "th" }
    }

    pub(super) fn cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"l\"",
            Some(Alignment::Center) => " class=\"c\"",
            Some(Alignment::Right) => " class=\"r\"",
            Some(Alignment::None) | None => "",
        };
        let opening = format!("<{}{class}>", self.cell_name());
        self.put(&opening);
        self.table.column += 1;
    }

    pub(super) fn end_cell(&mut self) {
        let closing = format!("</{}>", self.cell_name());
        self.end_with(&closing);
    }
}
