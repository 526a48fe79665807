//! The part that holds the timeline in pieces: whoever shows ten thousand events writes those anew
//! that have changed.

use std::ops::Range;

use super::Written;
use super::write::Writer;
use crate::postmortem::Postmortem;
use crate::template::{Part, Template};

/// A piece of the part that holds the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// All of it.
    Whole,
    /// What stands before the events.
    Head,
    /// These events, counted from 0.
    Events(Range<usize>),
    /// What stands after the events.
    Tail,
}

/// Writes a piece as it stands in the whole; but each piece of a table has a head of its own, and is a
/// list where its own cells do not hold it.
pub fn write_piece(
    document: &Postmortem,
    template: &'static Template,
    part: &'static Part,
    piece: Piece,
) -> Written {
    let writer = Writer {
        document,
        template,
        part,
        piece,
        below: &[],
    };
    writer.soundly().finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{to_html, write_block};
    use crate::postmortem::{Field, Section, example};
    use crate::template::{Block, TEMPLATES};

    /// The words of the HTML, one after the other.
    fn shown(written: &Written) -> String {
        let html = to_html(written);
        let tags = html.split('<');
        let texts = tags.map(|tag| tag.split_once('>').map_or("", |(_, text)| text));
        let words = texts.flat_map(str::split_whitespace);
        words.map(|word| format!("{word} ")).collect()
    }

    #[test]
    fn the_pieces_say_what_the_whole_says() {
        let mut document = example();
        let reason = "None".to_owned();
        document.nothing_to_say.insert(Section::Timeline, reason);
        let count = document.timeline.events.len();
        assert!(count > 4, "{count} events");
        for template in TEMPLATES {
            let part = template.part_of(Field::Timeline).unwrap();
            let pieces = [
                Piece::Head,
                Piece::Events(0..3),
                Piece::Events(3..count),
                Piece::Tail,
            ];
            let written = pieces.map(|piece| write_piece(&document, template, part, piece));
            let pieces: String = written.iter().map(shown).collect();
            let whole = write_block(&document, template, &Block::Part(part));
            if whole.markdown.contains("|---") {
                // Each piece of a table has a head of its own.
                let links = |text: &str| text.matches("tidewater").count();
                assert_eq!(links(&pieces), links(&shown(&whole)), "{}", template.id);
            } else {
                assert_eq!(pieces, shown(&whole), "{}", template.id);
            }
        }
    }
}
