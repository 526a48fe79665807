//! Reading before anybody asks. A browser compiles a function well only once it has run for a
//! while, so the first long text would take two or three times as long as those after it.

use super::{Request, answer};

/// So many bytes are read in a slice: whoever asks something meanwhile waits for one slice at most,
/// and the first ones take ten times as long as the last.
const SLICE_BYTES: usize = 6000;

/// How often each shape of text is read.
const ROUNDS: usize = 24;

/// What a text is made of: how it begins, and what is repeated with a number.
type Shape = (&'static str, fn(usize) -> String);

const SHAPES: &[Shape] = &[
    ("# A long night\n\n", |number| {
        format!(
            "## Part {number}\n\nAfter {number} minutes the **queue** was full, as `jobs` shows; \
             nobody had been told, because the alert was for another queue.\n\n"
        )
    }),
    ("# A long night\n\n## Timeline\n\n", |number| {
        let (day, hour, minute) = clock(number);
        format!(
            "- 2024-05-{day:02} {hour:02}:{minute:02} UTC: queue {number} is full and Ana Berg \
             stops the workers\n"
        )
    }),
    ("# A long night\n\n## Lessons learned\n\n", |number| {
        format!("- Queue {number} had no alert, and nobody had seen that it grew\n")
    }),
    (
        "# A long night\n\n## Timeline\n\n| Time | Event |\n|---|---|\n",
        |number| {
            let (_, hour, minute) = clock(number);
            format!("| {hour:02}:{minute:02} | queue {number} is full and the workers stop |\n")
        },
    ),
    ("", document),
];

/// A whole document as other people write it, with what it may hold.
fn document(number: usize) -> String {
    let (day, hour, minute) = clock(number);
    format!(
        "# Postmortem {number}: the queue was full\n\n\
         **Date:** May {day}, 2024  \n**Authors:** Ana Berg, Bo Lind  \n**Status:** Complete\n\n\
         ## Summary\n\nFrom {hour:02}:{minute:02} UTC the queue was full for {number} minutes, and \
         12% of all users [saw errors](https://status.example.com/{number}).\n\n\
         ## Impact\n* {number},000 orders failed\n  * 3 of them twice\n* Severity: SEV-2\n\n\
         Root Causes\n-----------\n1. A limit was too low.\n2. The change {number} was not tested.\n\n\
         ```\nlimit = {number}\n```\n\n> Nobody was told.\n\n\
         ### Timeline (all times UTC)\n\n{hour:02}:{minute:02} - **Bo** sees it (START)\n\
         [{hour}:{minute:02} pm] the limit is raised\n* {day} May {hour:02}:{minute:02}: all is well\n\n\
         ## What went well / wrong\n\n### Well\n- The alert came\n### Wrong\n- It came late\n\n\
         ## Action items\n\n| Action | Owner | Due | Status |\n|---|:-:|---|---|\n\
         | Raise limit {number} | @ana | 2024-06-{day:02} | done |\n- [ ] Test it (Bo, JIRA-{number})\n\n\
         Where we got lucky: it was at night.\n\n"
    )
}

/// Reads the text of that slice, counted from nought; whether there is another one.
pub fn warm_up(slice: usize) -> bool {
    let shape = slice.checked_rem(SHAPES.len());
    if let Some((start, line)) = shape.and_then(|shape| SHAPES.get(shape)) {
        let mut text = (*start).to_owned();
        let mut number = 1;
        while text.len() < SLICE_BYTES {
            text.push_str(&line(number));
            number += 1;
        }
        let _ = answer(&Request::default().encode(text));
    }
    slice < SHAPES.len().saturating_mul(ROUNDS)
}

fn clock(number: usize) -> (usize, usize, usize) {
    (1 + number % 9, number % 24, number % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Answer;

    #[test]
    fn each_shape_is_read_as_what_it_looks_like() {
        for (start, line) in SHAPES.iter().filter(|(start, _)| !start.is_empty()) {
            let text: String = (1..9).map(line).collect();
            let message = Request::default().encode(format!("{start}{text}"));
            let (answer, _) = Answer::decode(answer(&message).unwrap()).unwrap();
            let document = answer.document;
            let bodies = document.extras.sections.iter().map(|section| &section.body);
            let items = bodies
                .flat_map(|body| body.lines())
                .filter(|line| line.starts_with("- "));
            let parts = [
                document.timeline.events.len(),
                document.extras.sections.len(),
                items.count(),
            ];
            assert!(parts.contains(&8), "{start}{parts:?}");
        }
    }

    #[test]
    fn it_comes_to_an_end() {
        let slices = (0..10_000).take_while(|slice| *slice % 1000 != 0 || warm_up(*slice));
        assert!(slices.count() < 10_000);
    }
}
