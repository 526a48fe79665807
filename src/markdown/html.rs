//! Markdown to HTML that is safe to show: the one function in this project that makes HTML.
//!
//! What a colleague's draft or a pasted log holds is a stranger's text, so: raw HTML shows as text,
//! nothing loads by itself, links have a scheme of a short list or none, no name or identity comes
//! from the text, and what is too large is cut. The output is always well-formed.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::Written;
use super::dialect::OWN_COMMENTS;
use super::outline::{OPTIONS, level_number};
use super::url::{Link, link};
use crate::postmortem::Place;

/// The longest text that is shown, in bytes.
const LONGEST: usize = 1 << 20;
/// The most elements that are made.
const MOST_NODES: usize = 20_000;
/// The deepest that elements are nested. What lies deeper is shown without any of its own.
const DEEPEST: usize = 100;
const CUT: &str = "<p class=\"md-cut\">Preview shortened: this part is very long; the export holds everything</p>";

/// The block as HTML, to be shown as it is. An element that shows a field says which in its
/// `data-place`, which is the place's key.
pub fn to_html(written: &Written) -> String {
    let (markdown, is_whole) = shortened(&written.markdown);
    // The page that shows the preview has the heading of the first level.
    let (mut html, is_complete) = render(markdown, &written.places, 1, MOST_NODES);
    if !(is_whole && is_complete) {
        html.push_str(CUT);
    }
    html
}

/// The whole of a text as HTML that stands for itself: nothing is cut, and no place is named.
pub(super) fn to_whole_html(markdown: &str) -> String {
    render(markdown, &[], 0, usize::MAX).0
}

/// Makes HTML of at most about so many elements whose headings are so many levels further down;
/// and says whether that is all.
fn render(
    markdown: &str,
    places: &[(Range<usize>, Place)],
    down: usize,
    most_nodes: usize,
) -> (String, bool) {
    let mut renderer = Renderer {
        html: String::with_capacity(markdown.len() + markdown.len() / 2),
        places,
        down,
        open: Vec::new(),
        too_deep: 0,
        levels: Vec::new(),
        nodes: 0,
        links: 0,
        raw: None,
        cells: Vec::new(),
        cell: 0,
        is_in_head: false,
    };
    let mut is_complete = true;
    for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        renderer.event(event, &range);
        if renderer.nodes > most_nodes {
            is_complete = false;
            break;
        }
    }
    renderer.close_all();
    (renderer.html, is_complete)
}

/// The start of a text that is too long, up to a line end where there is one.
fn shortened(markdown: &str) -> (&str, bool) {
    if markdown.len() <= LONGEST {
        return (markdown, true);
    }
    let end = (0..=LONGEST)
        .rev()
        .find(|at| markdown.is_char_boundary(*at));
    let start = markdown.get(..end.unwrap_or(0)).unwrap_or_default();
    let line = start.rfind('\n').and_then(|end| start.get(..end));
    (line.unwrap_or(start), false)
}

struct Renderer<'a> {
    html: String,
    places: &'a [(Range<usize>, Place)],
    /// How much further down headings stand than in the source.
    down: usize,
    /// What closes each element that is open, and the place it shows.
    open: Vec<(&'static str, Option<Place>)>,
    /// How many elements would be open below the deepest.
    too_deep: usize,
    /// The headings above, by their level in the source and in the HTML.
    levels: Vec<(usize, usize)>,
    nodes: usize,
    /// How many links are open: a link holds no other.
    links: usize,
    /// The text of the raw HTML block that is being read.
    raw: Option<(String, Range<usize>)>,
    /// How the columns of the open table are aligned.
    cells: Vec<Alignment>,
    cell: usize,
    is_in_head: bool,
}

impl Renderer<'_> {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(_) if self.open.len() >= DEEPEST => {
                self.html.push('\n');
                self.too_deep += 1;
            }
            Event::End(_) if self.too_deep > 0 => self.too_deep -= 1,
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.html.push_str("<code>");
                self.text(&text);
                self.html.push_str("</code>");
                self.nodes += 1;
            }
            Event::Html(text) => match &mut self.raw {
                Some((raw, _)) => raw.push_str(&text),
                None => self.text(&text),
            },
            Event::InlineHtml(text) if is_line_break(&text) => self.void("<br>"),
            Event::InlineHtml(text) if OWN_COMMENTS.contains(&&*text) => {}
            Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::FootnoteReference(label) => self.text(&format!("[^{label}]")),
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.void("<br>\n"),
            Event::Rule => {
                let place = self.place(range);
                self.begin("<hr", place);
                self.html.push('>');
            }
            Event::TaskListMarker(true) => {
                self.void("<input type=\"checkbox\" disabled checked aria-label=\"Done\"> ");
            }
            Event::TaskListMarker(false) => {
                self.void("<input type=\"checkbox\" disabled aria-label=\"Open\"> ");
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.open("<p", "</p>\n", range),
            Tag::HtmlBlock => self.raw = Some((String::new(), range.clone())),
            Tag::Heading { level, .. } => {
                let (open, close) = self.heading(level_number(level));
                self.open(open, close, range);
            }
            Tag::BlockQuote(_) => self.open("<blockquote", "</blockquote>\n", range),
            Tag::CodeBlock(kind) => self.code_block(&kind, range),
            Tag::List(None) => self.open_list("<ul", "</ul>\n", range),
            Tag::List(Some(1)) => self.open_list("<ol", "</ol>\n", range),
            Tag::List(Some(first)) => {
                self.open_list(&format!("<ol start=\"{first}\""), "</ol>\n", range);
            }
            Tag::Item => self.open("<li", "</li>\n", range),
            Tag::Table(cells) => {
                self.cells = cells;
                self.open(
                    "<div class=\"md-table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"",
                    "</div>\n",
                    range,
                );
                self.open_plain("<table>", "</table>");
            }
            Tag::TableHead => {
                self.cell = 0;
                self.is_in_head = true;
                self.open_plain("<thead><tr>", "</tr></thead>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.open("<tr", "</tr>", range);
            }
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.open_plain("<em>", "</em>"),
            Tag::Strong => self.open_plain("<strong>", "</strong>"),
            Tag::Strikethrough => self.open_plain("<del>", "</del>"),
            Tag::Link { dest_url, .. } => self.link(&dest_url, ""),
            Tag::Image { dest_url, .. } => self.link(&dest_url, "Image: "),
            // The options ask for none of the rest; whatever it may be, its text is shown.
            _ => self.open.push(("", None)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::HtmlBlock => {
                self.raw_block();
                return;
            }
            TagEnd::Link | TagEnd::Image => self.links = self.links.saturating_sub(1),
            TagEnd::Table => self.close(),
            TagEnd::TableHead => self.is_in_head = false,
            _ => {}
        }
        self.close();
        if tag == TagEnd::TableHead {
            self.html.push_str("<tbody>");
            if let Some((closing, _)) = self.open.last_mut() {
                *closing = "</tbody></table>";
            }
        }
    }

    /// A heading's tags: so far down as was asked for, and no level left out on the way down.
    fn heading(&mut self, level: usize) -> (&'static str, &'static str) {
        while self.levels.last().is_some_and(|(above, _)| *above >= level) {
            self.levels.pop();
        }
        let shown = match self.levels.last() {
            Some((_, above)) => above + 1,
            None => level + self.down,
        };
        self.levels.push((level, shown));
        match shown {
            ..=1 => ("<h1", "</h1>\n"),
            2 => ("<h2", "</h2>\n"),
            3 => ("<h3", "</h3>\n"),
            4 => ("<h4", "</h4>\n"),
            5 => ("<h5", "</h5>\n"),
            _ => ("<h6", "</h6>\n"),
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        self.open("<pre tabindex=\"0\"", "</code></pre>\n", range);
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let is_name = (1..=32).contains(&language.len())
            && language
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+#-".contains(&b));
        if is_name {
            self.html
                .push_str(&format!("<code class=\"language-{language}\">"));
        } else {
            self.html.push_str("<code>");
        }
    }

    fn table_cell(&mut self) {
        let class = match self.cells.get(self.cell) {
            Some(Alignment::Left) => " class=\"md-left\"",
            Some(Alignment::Center) => " class=\"md-center\"",
            Some(Alignment::Right) => " class=\"md-right\"",
            Some(Alignment::None) | None => "",
        };
        self.cell += 1;
        if self.is_in_head {
            self.open_plain(&format!("<th scope=\"col\"{class}>"), "</th>");
        } else {
            self.open_plain(&format!("<td{class}>"), "</td>");
        }
    }

    /// Opens a link, or shows its text alone where it leads nowhere safe or stands in another.
    fn link(&mut self, address: &str, label: &str) {
        self.links += 1;
        let target = link(address).filter(|_| self.links == 1);
        match target {
            None => self.open_plain("", ""),
            Some(target) => {
                let (address, attributes) = match &target {
                    Link::Here(address) => (address, ""),
                    Link::Away(address) => {
                        (address, " rel=\"noopener noreferrer\" target=\"_blank\"")
                    }
                };
                let mut tag = "<a href=\"".to_owned();
                escape_into(&mut tag, address);
                tag.push('"');
                tag.push_str(attributes);
                tag.push('>');
                self.open_plain(&tag, "</a>");
            }
        }
        self.html.push_str(label);
    }

    /// Shows raw HTML as text; the comments that the writer puts in are not shown.
    fn raw_block(&mut self) {
        let (raw, range) = self.raw.take().unwrap_or_default();
        let raw = raw.trim();
        if OWN_COMMENTS.contains(&raw) || is_line_break(raw) {
            return;
        }
        self.open("<p", "</p>\n", &range);
        self.text(raw);
        self.close();
    }

    /// Opens an element that may show a place: `start` is its tag without the end.
    fn open(&mut self, start: &str, close: &'static str, range: &Range<usize>) {
        let place = self.place(range);
        self.begin(start, place);
        self.html.push('>');
        self.open.push((close, place));
    }

    /// A list shows a place only if all of it does: the facts are a list of many.
    fn open_list(&mut self, start: &str, close: &'static str, range: &Range<usize>) {
        let stretch = self.stretch(range.start);
        let place = stretch
            .filter(|(stretch, _)| range.end <= stretch.end + 1)
            .map(|(_, place)| *place);
        self.begin(start, place);
        self.html.push('>');
        self.open.push((close, place));
    }

    fn open_plain(&mut self, start: &str, close: &'static str) {
        self.html.push_str(start);
        self.open.push((close, None));
        self.nodes += 1;
    }

    /// Writes the start of a tag, with the place unless an element around it says the same.
    fn begin(&mut self, start: &str, place: Option<Place>) {
        self.html.push_str(start);
        self.nodes += 1;
        let around = self.open.iter().rev().find_map(|(_, place)| *place);
        if let Some(place) = place.filter(|place| around != Some(*place)) {
            self.html
                .push_str(&format!(" data-place=\"{}\"", place.key()));
        }
    }

    fn place(&self, range: &Range<usize>) -> Option<Place> {
        self.stretch(range.start).map(|(_, place)| *place)
    }

    /// The stretch that a byte of the source stands in.
    fn stretch(&self, at: usize) -> Option<&(Range<usize>, Place)> {
        let after = self.places.partition_point(|(range, _)| range.start <= at);
        let found = self.places.get(after.checked_sub(1)?)?;
        found.0.contains(&at).then_some(found)
    }

    fn void(&mut self, tag: &str) {
        self.html.push_str(tag);
        self.nodes += 1;
    }

    fn text(&mut self, text: &str) {
        escape_into(&mut self.html, text);
    }

    fn close(&mut self) {
        if let Some((closing, _)) = self.open.pop() {
            self.html.push_str(closing);
        }
    }

    fn close_all(&mut self) {
        if self.raw.is_some() {
            self.raw_block();
        }
        while !self.open.is_empty() {
            self.close();
        }
    }
}

fn is_line_break(raw: &str) -> bool {
    matches!(raw, "<br>" | "<br/>" | "<br />")
}

/// Writes text so that it is nothing but text, in an attribute as well.
pub(super) fn escape_into(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\0' => html.push(char::REPLACEMENT_CHARACTER),
            c => html.push(c),
        }
    }
}
