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
    use crate::markdown::write_block;
    use crate::postmortem::{Field, Section, example};
    use crate::template::{Block, TEMPLATES};

    #[test]
    fn the_pieces_of_a_list_are_the_whole() {
        let mut document = example();
        document
            .nothing_to_say
            .insert(Section::Timeline, "None".to_owned());
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
            let written =
                pieces.map(|piece| write_piece(&document, template, part, piece).markdown);
            let joined = written.join("\n");
            let words = |text: &str| -> Vec<String> {
                let is_of_table = |word: &str| word.chars().all(|c| "|-: ".contains(c));
                let words = text.split_whitespace().filter(|word| !is_of_table(word));
                let mut words: Vec<String> = words.map(str::to_owned).collect();
                words.sort();
                words.dedup();
                words
            };
            let whole = write_block(&document, template, &Block::Part(part)).markdown;
            assert_eq!(words(&joined), words(&whole), "{}", template.id);
            assert!(whole.starts_with(written[0].as_str()), "{}", template.id);
        }
    }
}
