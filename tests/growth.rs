//! Work grows with the text and not faster: four times the text takes about four times as long.
//! No time is asked for, only how one compares to another of the same moment.

#![expect(clippy::indexing_slicing, reason = "a test may panic, and says where")]

mod large;

use std::hint::black_box;
use std::sync::Mutex;
use std::time::Instant;

use large::{SHAPES, Shape};
use postmortem_editor::checks::findings;
use postmortem_editor::markdown::{
    Reading, WriteOptions, read, to_html, write, write_block, write_with,
};
use postmortem_editor::paste::{self, Given, SOURCES};
use postmortem_editor::picture::picture;
use postmortem_editor::postmortem::{Event, Postmortem};
use postmortem_editor::template::layout;

/// How much smaller than the largest the larger of the two texts is: tests are not optimised.
const SHARE: usize = 16;
/// The same for ordinary texts, which do come that large.
const SHARE_OF_ORDINARY: usize = 2;
/// How much larger it is than the smaller.
const TIMES: usize = 4;
/// How much longer it may take for each byte. What grows with the square takes `TIMES` as long.
const MOST: f64 = 1.8;
/// What takes less than this grows as it likes: there is nothing to measure.
const FEWEST_SECONDS: f64 = 0.004;
/// How often two times are taken that do not fit together. The shortest of each count, which are
/// those that nothing else on the machine got in the way of.
const TRIES: usize = 8;

/// Held by whoever measures: two at once get in each other's way.
static MEASURING: Mutex<()> = Mutex::new(());

type Work = fn(&str, &Reading);

/// What is done with a text, and with what was read of it.
const WORKS: [(&str, Work); 6] = [
    ("read", |text, _| drop(black_box(read(text)))),
    ("write", |_, reading| {
        black_box(write(&reading.document, reading.template));
    }),
    ("show", |_, reading| {
        for block in layout(&reading.document, reading.template) {
            black_box(to_html(&write_block(
                &reading.document,
                reading.template,
                &block,
            )));
        }
    }),
    ("write all there is to choose", |_, reading| {
        let options = WriteOptions {
            has_response_times: true,
            has_diagram: true,
            ..WriteOptions::default()
        };
        black_box(write_with(&reading.document, reading.template, options));
    }),
    ("draw", |_, reading| {
        black_box(picture(&reading.document, "picture"));
    }),
    ("check", |_, reading| {
        black_box(findings(&reading.document, reading.template));
    }),
];

#[test]
fn everything_takes_as_long_as_the_text_is() {
    let _alone = MEASURING.lock();
    let slow: Vec<String> = SHAPES.iter().flat_map(excesses).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn a_picture_takes_as_long_as_it_has_rows() {
    let document = |rows: u32| {
        let mut document = Postmortem::default();
        document.timeline.events = (0..rows)
            .map(|index| {
                let mut event = Event {
                    text: "Something happens".to_owned(),
                    ..Event::default()
                };
                let (year, month) = (1971 + index * 900 / rows, index % 12 + 1);
                event.when.date = format!("{year}-{month:02}-01").as_str().into();
                event.when.time = format!("{}:{:02}", index % 24, index % 60).as_str().into();
                event
            })
            .collect();
        document
    };
    let documents = [10_000, 40_000].map(document);
    let mut shortest = [f64::INFINITY; 2];
    for _ in 0..TRIES {
        for (time, document) in shortest.iter_mut().zip(&documents) {
            let draw = || drop(black_box(picture(document, "picture")));
            *time = time.min(seconds_of(draw));
        }
        let [few, many] = shortest;
        if many / few <= MOST * TIMES as f64 {
            return;
        }
    }
    panic!("10,000 rows and 40,000 take {shortest:?} seconds");
}

#[test]
fn the_deepest_texts_are_survived() {
    for shape in SHAPES
        .iter()
        .filter(|shape| shape.name.starts_with("levels"))
    {
        let reading = read(&(shape.make)(shape.most));
        assert!(
            !write(&reading.document, reading.template).is_empty(),
            "{}",
            shape.name
        );
        for block in layout(&reading.document, reading.template) {
            to_html(&write_block(&reading.document, reading.template, &block));
        }
        findings(&reading.document, reading.template);
    }
}

/// Lines that are pasted again and again, each a source's own.
const PASTED: [&str; 15] = [
    "Ana Lima  2:31 PM\nthe *queue* grows\n:eyes: 2\n",
    "ana — 03/05/2024 14:31\nthe queue grows\n",
    "[03/05/24, 14:31:05] Ana: the queue grows\n",
    "[Gestern 14:31] Ana: the queue grows\n",
    "14:31:05 From Ana to Everyone: the queue grows\n",
    "[14:31] <ana> the queue grows\n",
    "May  3 14:31:05 web-1 app[12]: the queue grows\n",
    "2024-05-03T14:31:05,123+02:00 ERROR the queue grows\n\tat Queue.push(Queue.java:7)\n",
    "1714746665.123 the queue grows\n",
    "{\"ts\":\"2024-05-03T14:31:05Z\",\"msg\":\"the queue grows\"}\n",
    "Time,Text\n14:31,\"the queue\ngrows\"\n",
    "commit 3f786850e387550fdab836ed7e6dc881de23001b\nDate: 2024-05-03 14:31\n\n    Grow\n",
    "| Time | Text |\n|---|---|\n| 14:31 | the queue grows |\n",
    "- **14:31:** the queue grows\n  - and grows\n",
    "23:58 the queue grows\n00:01 and grows\n",
];
/// A beginning, and what goes on with it again and again.
const GOING_ON: [(&str, &str); 6] = [
    ("Ana Lima  2:31 PM\n", "and more\n"),
    ("14:31 the queue grows\n", "and more\n"),
    ("- 14:31 the queue grows\n", "  - and more\n"),
    ("Time\tText\n14:31\tthe queue grows\n", "and more\n"),
    ("Time,Text\n", "14:31,\"never closed\n"),
    ("", "nothing of this has a time\n"),
];
/// What is one endless line where it is pasted again and again.
const ENDLESS: [&str; 12] = [
    "a", "1", ":", "[", "\"", "14:31 ", ",\"", "{\"a\":", "| ", "- ", "<1>", "ana: ",
];
/// How many lines, or bytes of one line, the larger text has.
const PASTED_LINES: usize = 20_000;
const PASTED_BYTES: usize = 1 << 16;

#[test]
fn pasted_lines_take_as_long_as_they_are_many() {
    let _alone = MEASURING.lock();
    let lines = PASTED.map(|line| ("", line, PASTED_LINES / line.lines().count()));
    let going_on = GOING_ON.map(|(head, line)| (head, line, PASTED_LINES));
    let bytes = ENDLESS.map(|piece| ("", piece, PASTED_BYTES / piece.len()));
    let given = Given::default();
    let mut slow = Vec::new();
    for (head, piece, count) in lines.into_iter().chain(going_on).chain(bytes) {
        let texts = [count / TIMES, count].map(|count| head.to_owned() + &piece.repeat(count));
        let sizes = texts.each_ref().map(|text| text.len() as f64);
        let mut hold = |name: &str, work: &dyn Fn(&str)| {
            if let Some([short, long]) = too_long(sizes, |index| work(&texts[index])) {
                slow.push(format!(
                    "{head:?} and {piece:?} as {name}: a quarter takes {short:.1} ms, all of it {long:.1} ms"
                ));
            }
        };
        hold("any", &|text| drop(black_box(paste::read(text, &given))));
        for source in SOURCES.iter().filter(|_| !piece.ends_with('\n')) {
            hold(source.id, &|text| {
                drop(black_box(paste::read_as(text, source, &given)));
            });
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// What takes too long with a text of some shape.
fn excesses(shape: &Shape) -> Vec<String> {
    let is_ordinary = shape.name.starts_with("bytes of");
    let share = if is_ordinary {
        SHARE_OF_ORDINARY
    } else {
        SHARE
    };
    let texts = [share * TIMES, share].map(|share| (shape.make)(shape.most / share));
    let readings = texts.each_ref().map(|text| read(text));
    let [few, many] = texts.each_ref().map(|text| text.len() as f64);
    let slow = WORKS.iter().filter_map(|(name, work)| {
        let [short, long] = too_long([few, many], |index| {
            work(&texts[index], &readings[index]);
        })?;
        let shape = shape.name;
        Some(format!(
            "{shape}: to {name} {few} bytes takes {short:.1} ms, {many} bytes {long:.1} ms"
        ))
    });
    slow.collect()
}

/// How long some work takes with the smaller of two texts and with the larger, in milliseconds, if
/// that is more than their bytes say. It is told which of them to work with.
fn too_long([few, many]: [f64; 2], work: impl Fn(usize)) -> Option<[f64; 2]> {
    let mut shortest = [f64::INFINITY; 2];
    for _ in 0..TRIES {
        for (index, time) in shortest.iter_mut().enumerate() {
            *time = time.min(seconds_of(|| work(index)));
        }
        let [short, long] = shortest;
        if long < FEWEST_SECONDS || (long / short) / (many / few) <= MOST {
            return None;
        }
    }
    Some(shortest.map(|seconds| seconds * 1000.0))
}

/// How long the processor was busy with it.
fn seconds_of(work: impl Fn()) -> f64 {
    let (clock, start) = (Instant::now(), busy_seconds());
    work();
    match (start, busy_seconds()) {
        (Some(start), Some(end)) => end - start,
        _ => clock.elapsed().as_secs_f64(),
    }
}

/// How long the processor has been busy with this thread, where the system tells: what other
/// programs do meanwhile then counts for nothing.
fn busy_seconds() -> Option<f64> {
    // Linux brings its count up to date when a thread gives way.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
