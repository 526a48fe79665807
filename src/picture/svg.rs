//! The picture as an SVG element: phases above, below them the rows on an axis.
//!
//! Shares of the width across, pixels down. No `style` attribute and no script: a page may forbid
//! both. Every text goes through `escape`.

use super::marks::{CELL, Mark, marks};
use super::plan::{Plan, seconds};
use super::scale::{Scale, WIDE};
use super::told::{self, clock, counted, span, title};
use crate::postmortem::{Choice, EventKind, length_in_words, one_line};

/// How high a phase is: its name, and below it its bar.
const PHASE: usize = 34;
const BAR: usize = 8;
/// How high the words above the rows are that tell the length of a silence.
const LENGTHS: usize = 20;
/// How high the rows are, and the axis with its words.
const ROWS: usize = 44;
const AXIS: usize = 40;
/// The narrowest bar, of [`WIDE`].
const NARROWEST: i64 = 40;
/// How far apart the lengths of two silences are at least.
const APART: i64 = 1_400;
/// How much of a row's text is shown, in characters.
const MOST_LETTERS: usize = 80;
/// More rows than this at one place are a bar as high as there are many.
const MOST_IN_A_MARK: usize = 4;
/// The shape of several rows of different kinds.
const SEVERAL: (&str, &str) = ("several", "M-3-7h6v14h-6z");

/// The SVG of a plan, with identifiers that begin with `id`.
pub(super) fn write(plan: &Plan<'_>, id: &str, text: &str) -> String {
    let scale = Scale::of(plan);
    let rows = plan.phases.len() * PHASE + LENGTHS;
    let drawing = Drawing {
        plan,
        scale: &scale,
        id,
        axis: rows + ROWS,
        rows,
    };
    let mut svg = String::new();
    drawing.begin(&mut svg, text);
    drawing.silences(&mut svg);
    drawing.phases(&mut svg);
    drawing.axis(&mut svg);
    drawing.marks(&mut svg);
    svg.push_str("</svg>");
    svg
}

struct Drawing<'a> {
    plan: &'a Plan<'a>,
    scale: &'a Scale,
    id: &'a str,
    /// How far down the rows begin.
    rows: usize,
    /// How far down the axis is.
    axis: usize,
}

impl Drawing<'_> {
    fn begin(&self, svg: &mut String, text: &str) {
        let (id, height) = (self.id, self.axis + AXIS);
        svg.push_str(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-text\" width=\"100%\" height=\"{height}\" \
             fill=\"currentColor\" font-size=\"12\"><title id=\"{id}-title\">{}</title>\
             <desc id=\"{id}-text\">{}</desc><defs><pattern id=\"{id}-hatch\" width=\"6\" \
             height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path d=\"M0 0v6\" stroke=\"currentColor\" stroke-width=\"2\"/></pattern>\
             <path id=\"{id}-break\" d=\"M-5 6L-1-6M1 6L5-6\" fill=\"none\" \
             stroke=\"currentColor\"/>",
            escape(&title(self.plan)),
            escape(text),
        ));
        let kinds = EventKind::ALL
            .iter()
            .map(|kind| (key(*kind), shape(*kind).to_owned()));
        let several = (SEVERAL.0.to_owned(), SEVERAL.1.to_owned());
        for (name, path) in kinds.chain([several]) {
            svg.push_str(&format!("<path id=\"{id}-{name}\" d=\"{path}\"/>"));
        }
        svg.push_str("</defs>");
    }

    /// Hatched stretches, each with its length where there is room for it.
    fn silences(&self, svg: &mut String) {
        let (top, height) = (self.rows, self.axis - self.rows);
        let mut last = None;
        for silence in &self.plan.silences {
            let (from, to) = (self.scale.x(silence.from), self.scale.x(silence.to));
            let (x, width) = (share(from), share((to - from).max(1)));
            svg.push_str(&format!(
                "<rect class=\"picture__silence\" x=\"{x}\" y=\"{top}\" width=\"{width}\" \
                 height=\"{height}\" fill=\"url(#{}-hatch)\" fill-opacity=\"0.25\"><title>{}\
                 </title></rect>",
                self.id,
                escape(&told::silence(self.plan, silence)),
            ));
            let middle = from.midpoint(to);
            if last.is_some_and(|last| middle - last < APART) {
                continue;
            }
            last = Some(middle);
            let length = length_in_words(silence.seconds());
            self.word(svg, "picture__length", middle, top - 6, &length);
        }
    }

    fn phases(&self, svg: &mut String) {
        for (phase, index) in self.plan.phases.iter().zip(0..) {
            let (from, to) = (seconds(phase.from.at), seconds(phase.to.at));
            let (from, to) = (self.scale.x(from), self.scale.x(to));
            let top = index * PHASE;
            let width = (to - from).max(NARROWEST);
            let x = from.min(WIDE - width);
            let bar = top + PHASE - BAR - 6;
            svg.push_str(&format!(
                "<rect class=\"picture__phase\" data-phase=\"{}\" x=\"{}\" y=\"{bar}\" \
                 width=\"{}\" height=\"{BAR}\" rx=\"2\" fill-opacity=\"0.6\"/>",
                phase.milestones.1.label().to_lowercase(),
                share(x),
                share(width),
            ));
            let (anchor, at) = anchor(x, x + width);
            let label = format!("{} · {}", phase.name(), phase.length());
            svg.push_str(&format!(
                "<text class=\"picture__name\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}\
                 </text>",
                share(at),
                bar - 6,
                escape(&label)
            ));
            for end in [from, to] {
                let x = share(end);
                svg.push_str(&format!(
                    "<line class=\"picture__milestone\" x1=\"{x}\" y1=\"{bar}\" x2=\"{x}\" \
                     y2=\"{}\" stroke=\"currentColor\" stroke-opacity=\"0.35\" \
                     stroke-dasharray=\"2 3\"/>",
                    self.axis
                ));
            }
        }
    }

    fn axis(&self, svg: &mut String) {
        let y = self.axis;
        let mut from = self.scale.x(self.plan.from);
        let breaks = self.scale.breaks.iter();
        let ends = breaks.map(|silence| (self.scale.x(silence.from), self.scale.x(silence.to)));
        let last = self.scale.x(self.plan.to);
        for (to, next) in ends.chain([(last, last)]) {
            svg.push_str(&format!(
                "<line class=\"picture__axis\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" \
                 stroke=\"currentColor\"/>",
                share(from),
                share(to)
            ));
            if next > to {
                let x = share(to.midpoint(next));
                let id = self.id;
                svg.push_str(&format!("<use href=\"#{id}-break\" x=\"{x}\" y=\"{y}\"/>"));
            }
            from = next;
        }
        for tick in self.scale.ticks(self.plan.is_dated) {
            let x = share(tick.x);
            svg.push_str(&format!(
                "<line class=\"picture__tick\" x1=\"{x}\" y1=\"{y}\" x2=\"{x}\" y2=\"{}\" \
                 stroke=\"currentColor\"/>",
                y + 5
            ));
            self.word(svg, "picture__time", tick.x, y + 18, &tick.label);
            if let Some(day) = tick.day {
                self.word(svg, "picture__day", tick.x, y + 33, &day);
            }
        }
    }

    fn marks(&self, svg: &mut String) {
        let y = self.axis - 14;
        let marks = marks(&self.plan.rows, self.scale);
        let most = marks.iter().map(|mark| mark.count).max().unwrap_or(1);
        for mark in marks {
            let x = share(mark.x);
            let tip = escape(&self.tip(&mark));
            if mark.count > MOST_IN_A_MARK {
                let height = 2 + (ROWS - 4) * mark.count / most;
                let top = self.axis - height;
                svg.push_str(&format!(
                    "<rect class=\"picture__crowd\" x=\"{}\" y=\"{top}\" width=\"{}\" \
                     height=\"{height}\"><title>{tip}</title></rect>",
                    share(mark.x / CELL * CELL),
                    share(CELL * 4 / 5),
                ));
                continue;
            }
            let name = mark.kind.map_or_else(|| SEVERAL.0.to_owned(), key);
            let (fill, guess) = if mark.is_approximate {
                ("none", " data-time=\"approximate\"")
            } else {
                ("currentColor", "")
            };
            let is_key = if mark.is_key { " data-key=\"key\"" } else { "" };
            svg.push_str(&format!(
                "<use class=\"picture__mark\" data-kind=\"{name}\"{guess}{is_key} \
                 href=\"#{}-{name}\" x=\"{x}\" y=\"{y}\" fill=\"{fill}\" \
                 stroke=\"currentColor\" stroke-width=\"1.5\"><title>{}</title></use>",
                self.id, tip
            ));
        }
    }

    /// What a mark says to who points at it.
    fn tip(&self, mark: &Mark<'_>) -> String {
        let kind = mark.kind.map_or("", EventKind::label);
        if mark.count > 1 {
            let (from, to) = (mark.first.at, mark.last.at);
            let rows = counted(mark.count, "entry", "entries");
            let kind = if kind.is_empty() {
                "different kinds"
            } else {
                kind
            };
            return format!("{rows} ({kind}) {}", span(self.plan, from, to));
        }
        let event = mark.first.event;
        let about = if mark.is_approximate { "~" } else { "" };
        let clock = clock(self.plan, mark.first.at, false);
        let milestone = event.milestone.map(|milestone| milestone.label());
        let words = [Some(kind), milestone].into_iter().flatten();
        let words = words.collect::<Vec<_>>().join(", ");
        let text = start_of(&event.text);
        format!("{about}{clock} {words}: {text}")
            .trim_end_matches([':', ' '])
            .to_owned()
    }

    /// Writes a short word at a place, so that it stays inside the picture.
    fn word(&self, svg: &mut String, class: &str, x: i64, y: usize, word: &str) {
        let (anchor, x) = match x {
            ..700 => ("start", 0),
            9_300.. => ("end", WIDE),
            _ => ("middle", x),
        };
        svg.push_str(&format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
            share(x),
            escape(word)
        ));
    }
}

/// Where the name of a bar is: at its beginning, its end or its middle, wherever there is the most
/// room for it.
fn anchor(from: i64, to: i64) -> (&'static str, i64) {
    if from <= WIDE * 3 / 10 {
        ("start", from)
    } else if to >= WIDE * 7 / 10 {
        ("end", to)
    } else {
        ("middle", from.midpoint(to))
    }
}

/// A shape for each kind, around its middle: nobody has to tell colours apart.
fn shape(kind: EventKind) -> &'static str {
    match kind {
        // A disc.
        EventKind::Event => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        // A diamond.
        EventKind::Detection => "M0-7L7 0L0 7L-7 0z",
        // A square.
        EventKind::Action => "M-5-5h10v10h-10z",
        // A cross.
        EventKind::DeadEnd => {
            "M-6-3.5L-3.5-6L0-2.5L3.5-6L6-3.5L2.5 0L6 3.5L3.5 6L0 2.5L-3.5 6L-6 3.5L-2.5 0z"
        }
        // A triangle that points up.
        EventKind::Escalation => "M0-7L7 6h-14z",
        // A speech bubble.
        EventKind::Communication => "M-7-6h14v9h-7L-4 7v-4h-3z",
        // A triangle that points down.
        EventKind::Mitigation => "M0 7L7-6h-14z",
        // A plus.
        EventKind::Resolution => "M-2.5-7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z",
    }
}

/// A kind in identifiers.
fn key(kind: EventKind) -> String {
    kind.label().to_lowercase().replace(' ', "-")
}

/// A place across the picture as a share of its width.
fn share(x: i64) -> String {
    format!("{}.{:02}%", x / 100, x % 100)
}

fn start_of(text: &str) -> String {
    let line = one_line(text);
    match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// A text in XML. What XML has no place for is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
