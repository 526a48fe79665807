//! How long large texts take: to read, to write, to show and to check. Prints Markdown; asks for
//! nothing, since no machine is like another. `cargo bench --bench reading -- timeline` takes only
//! the shapes with that in their name, `-- checks` only what all checks take.

#![expect(clippy::print_stdout, reason = "a bench is read at a terminal")]
#![expect(
    clippy::indexing_slicing,
    reason = "the shapes are made as tests make theirs"
)]

#[path = "../tests/large/mod.rs"]
mod large;

use std::hint::black_box;
use std::time::Instant;

use large::SHAPES;
use postmortem_editor::checks::{CHECKS, Subject, findings};
use postmortem_editor::markdown::{read, to_html, write, write_block};
use postmortem_editor::template::{TEMPLATES, layout};

/// How often each is done; the fastest counts, since a machine can only be slower than it is.
const RUNS: usize = 3;

/// What all checks may take of a document of so many bytes, in milliseconds: they run in the page
/// at each pause in typing.
const CHECKED_BYTES: usize = 200_000;
const CHECK_BUDGET_MS: f64 = 5.0;
/// How many of the slowest checks are named.
const SLOWEST: usize = 8;

fn main() {
    // Cargo adds options of its own, such as `--bench`.
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    if wanted.iter().all(|word| word == "checks") {
        check();
    }
    println!("| Text | KB | read | write | to HTML | check |\n|---|--:|--:|--:|--:|--:|");
    for shape in SHAPES {
        if !wanted.iter().all(|word| shape.name.contains(word.as_str())) {
            continue;
        }
        let text = (shape.make)(shape.most);
        let reading = read(&text);
        let (document, template) = (&reading.document, reading.template);
        let times = [
            fastest(|| read(&text)),
            fastest(|| write(document, template)),
            fastest(|| {
                let blocks = layout(document, template).into_iter();
                blocks
                    .map(|block| to_html(&write_block(document, template, &block)).len())
                    .sum::<usize>()
            }),
            fastest(|| findings(document, template)),
        ];
        let times = times.map(|ms| format!("{ms:.1} ms")).join(" | ");
        println!(
            "| {} {} | {} | {times} |",
            shape.most,
            shape.name,
            text.len() / 1000
        );
    }
}

/// Times all checks over a long postmortem, in each template, and holds the slowest against the budget.
fn check() {
    let Some(shape) = SHAPES.first() else {
        return;
    };
    let document = read(&(shape.make)(CHECKED_BYTES)).document;
    let times = TEMPLATES
        .iter()
        .map(|template| fastest(|| findings(&document, template)));
    let slowest = times.fold(0.0, f64::max);
    let kilobytes = CHECKED_BYTES / 1000;
    println!("All checks, {kilobytes} KB: {slowest:.1} ms (budget {CHECK_BUDGET_MS} ms)\n");
    let subject = Subject::new(&document, TEMPLATES[0]);
    let mut each: Vec<(f64, &str)> = CHECKS
        .iter()
        .map(|check| (fastest(|| (check.run)(&subject)), check.about.name))
        .collect();
    each.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (ms, name) in each.iter().take(SLOWEST) {
        println!("- {name}: {ms:.2} ms");
    }
    println!();
}

/// The shortest time that something took, in milliseconds.
fn fastest<T>(run: impl Fn() -> T) -> f64 {
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64() * 1000.0
    });
    times.fold(f64::INFINITY, f64::min)
}
