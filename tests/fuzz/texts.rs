//! Texts like those that people bring: fixtures that were cut, doubled and shuffled, and texts put
//! together from everything that stands in postmortems.

use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::hostile;

const NAMES: &[&str] = &[
    "Summary",
    "Executive Summary",
    "Issue Summary",
    "TL;DR",
    "What happened",
    "Impact",
    "User impact",
    "Timeline",
    "Timeline (CEST)",
    "Timeline of events",
    "Chronology",
    "Root cause",
    "Root Cause and Resolution",
    "Trigger",
    "Contributing factors",
    "Five whys",
    "Detection",
    "Duration",
    "Start",
    "End",
    "Date",
    "Time zone",
    "Corrective and preventative measures",
    "Action items",
    "Follow-ups",
    "Lessons learned",
    "What went well",
    "What went wrong",
    "Where we got lucky",
    "Conclusion",
    "Thanks",
    "Authors",
    "Status",
    "Severity",
    "Services",
    "Shoe size",
    "Appendix zebra",
    "Notes",
    "2024-05-04",
    "14:30",
    "Q&A",
    "Résumé",
];
const HEADINGS: &[&str] = &[
    "# NAME",
    "## NAME",
    "### NAME",
    "#### NAME",
    "## NAME ##",
    "##NAME",
    "NAME\n====",
    "NAME\n---",
    "**NAME**",
    "**NAME:**",
    "__NAME__",
    "NAME:",
    "NAME",
    "1. NAME",
    "## 2. NAME",
    "II. NAME",
    "<h2>NAME</h2>",
    "## **NAME**",
    "> ## NAME",
    "- **NAME**",
    "*NAME*",
    "## 🔥 NAME",
    "<details><summary>NAME</summary>",
];
const LABELS: &[&str] = &[
    "**NAME:** VALUE",
    "- **NAME**: VALUE",
    "NAME: VALUE",
    "* NAME - VALUE",
    "| NAME | VALUE |",
    "**NAME**\nVALUE",
    "- NAME: VALUE",
    "NAME = VALUE",
    "**NAME:**\n\n- VALUE\n- VALUE",
    "- [ ] NAME: VALUE",
];
const VALUES: &[&str] = &[
    "apple",
    "4 May 2024 10:00 UTC",
    "2 hours",
    "45% of users",
    "SEV-2",
    "Draft",
    "open",
    "Maria",
    "see kb/12",
    "",
    "from 7:31 PM to 9:21 PM PT on November 3, 2022",
    "~14:05",
    "2024-05-04T10:00:00Z",
    "14:15pm",
    "P1",
    "62,5 %",
    "`kubectl get pods`",
    "[ticket](http://e/1)",
    "PST (UTC-8)",
    "none",
    "12,000 customers",
    "yesterday 23:50",
];
const WHENS: &[&str] = &[
    "14:30",
    "2:30 PM",
    "2:30pm PT",
    "14:30:05",
    "~14:05",
    "2024-05-04 14:30",
    "May 4, 14:30",
    "[14:30]",
    "**14:30 UTC**",
    "14h30",
    "1430",
    "4 May",
    "Day 2, 08:00",
    "14:30 - 15:10",
    "T+5m",
    "25:99",
    "00:00",
    "12:00 AM",
    "**2024-05-04**",
    "2024-05-04T14:30:00+02:00",
    "14.30",
    "(14:30)",
    "`14:30`",
    "14:30 (Accra, Ghana)",
];
const EVENTS: &[&str] = &[
    "- WHEN - TEXT",
    "- WHEN: TEXT",
    "WHEN TEXT",
    "* **WHEN** – TEXT",
    "| WHEN | TEXT |",
    "WHEN: TEXT\n",
    "- WHEN",
    "1. WHEN TEXT",
    "- TEXT at WHEN",
    "### WHEN\n\nTEXT\n",
    "WHEN\n- TEXT\n- TEXT",
    "- TEXT\n  - WHEN TEXT",
    "<li>WHEN: TEXT</li>",
    "**WHEN** | TEXT",
    "> WHEN TEXT",
    "- WHEN - TEXT\n  TEXT",
    "\tWHEN - TEXT",
    "- WHEN WHEN TEXT",
];
const TEXTS: &[&str] = &[
    "pigeon",
    "Alerts fire.",
    "the *second* queue is drained",
    "Rollback of v2.3.1 (Detection)",
    "café 日本 🎉",
    "Owner: Ana",
    "we see 503s; nothing helps",
    "TODO",
    "see <https://e.example/a?b=1>",
    "a | b",
    "**bold** start",
    "Resolved. Evidence: graph 7",
    "x -- y -- z",
    "1,234 users",
    "(no text)",
    "`code with | bar`",
    "Done",
];
const BLOCKS: &[&str] = &[
    "",
    "",
    "Ordinary words in a sentence of their own.",
    "Two lines\nof one paragraph.",
    "- one\n- two\n  - deeper",
    "1. first\n2. second\n\n   more of it",
    "| Time | Event |\n|---|---|\n| 10:00 | falcon |\n| 10:05 | gull |",
    "| Action | Owner | Due | Status |\n|---|---|---|---|\n| fix heron | Ana | 2024-05-09 | open |",
    "Action | Owner\n---|---\nfix ibis | Ben",
    "```\ncode fence kiwi\n# not a heading\n```",
    "~~~sh\nopen fence lark",
    "```",
    "> quoted magpie\n> ## Timeline",
    "<ul>\n<li>nuthatch</li>\n</ul>",
    "<!-- hidden osprey -->",
    "<!-- open parrot",
    "<details>\n<summary>quail</summary>\n\nrobin\n\n</details>",
    "    indented starling",
    "---",
    "***",
    "---\ntitle: \"Swan lake\"\ndate: 2024-05-04\nauthors: [Ana, Ben]\n---",
    "+++\ntitle = \"Tern\"\n+++",
    "[ref]: http://e.example/finch",
    "text[^1]\n\n[^1]: note wren",
    "![toucan](http://e/t.png)",
    "- [ ] fix vulture (Ana)",
    "- [x] Done warbler\n- [ ] open crow @ana due 2024-06-01",
    "Certainly! Here's the postmortem:",
    "All times are in CET.",
    "\u{feff}Mark",
    "line\u{2028}separator jay",
    "tab\tkite",
    "trailing \\",
    "&amp; &lt;owl&gt;",
    "<span style=\"color:red\">rook</span>",
    "- **Start:** 2024-05-04 10:00\n- **End:** 2024-05-04 11:00\n- **Duration:** 2 hours",
    "*All times in EST.*",
];

/// A text that was put together, or a fixture that has been through something.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => composed(), 3 => mutated(), 2 => (hostile::text(), hostile::text()).prop_map(|(one, other)| one + "\n" + &other)]
}

fn composed() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        4 => filled(HEADINGS, &[("NAME", NAMES)]),
        3 => filled(LABELS, &[("NAME", NAMES), ("VALUE", VALUES)]),
        5 => filled(EVENTS, &[("WHEN", WHENS), ("TEXT", TEXTS)]),
        4 => select(BLOCKS).prop_map(str::to_owned),
        1 => hostile::text(),
    ];
    let gap = select(&["\n", "\n", "\n\n", "\n\n", "\n\n\n", " ", "\r\n"][..]);
    vec((block, gap), 1..16)
        .prop_map(|blocks| blocks.into_iter().map(|(block, gap)| block + gap).collect())
}

/// A pattern with something in the place of each name.
fn filled(
    patterns: &'static [&'static str],
    fillings: &[(&'static str, &'static [&'static str])],
) -> BoxedStrategy<String> {
    let start = select(patterns).prop_map(str::to_owned).boxed();
    fillings.iter().fold(start, |text, (name, values)| {
        let name = *name;
        (text, select(*values))
            .prop_map(move |(text, value)| text.replace(name, value))
            .boxed()
    })
}

#[derive(Clone, Debug)]
enum Change {
    Cut(Index, usize),
    Double(Index, usize),
    Swap(Index, Index),
    Insert(Index, String),
    Break(Index, Index),
    Join(Index),
    Indent(Index, usize),
}

fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        filled(HEADINGS, &[("NAME", NAMES)]),
        select(BLOCKS).prop_map(str::to_owned),
        hostile::text(),
    ];
    let change = prop_oneof![
        3 => (any::<Index>(), 1..12_usize).prop_map(|(at, count)| Change::Cut(at, count)),
        2 => (any::<Index>(), 1..6_usize).prop_map(|(at, count)| Change::Double(at, count)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Change::Swap(one, other)),
        3 => (any::<Index>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(line, at)| Change::Break(line, at)),
        1 => any::<Index>().prop_map(Change::Join),
        1 => (any::<Index>(), 1..5_usize).prop_map(|(at, by)| Change::Indent(at, by)),
    ];
    (select(fixtures()), vec(change, 0..8)).prop_map(|(text, changes)| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for change in changes {
            if lines.is_empty() {
                break;
            }
            apply(&mut lines, change);
        }
        lines.join("\n")
    })
}

fn apply(lines: &mut Vec<String>, change: Change) {
    let count = lines.len();
    match change {
        Change::Cut(at, many) => {
            let start = at.index(count);
            lines.drain(start..(start + many).min(count));
        }
        Change::Double(at, many) => {
            let start = at.index(count);
            let end = (start + many).min(count);
            let copy = lines[start..end].to_vec();
            lines.splice(end..end, copy);
        }
        Change::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
        Change::Insert(at, text) => lines.insert(at.index(count), text),
        Change::Break(line, at) => {
            let line = &mut lines[line.index(count)];
            let places: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
            if !places.is_empty() {
                line.insert(places[at.index(places.len())], '\n');
            }
        }
        Change::Join(at) => {
            let at = at.index(count);
            if at + 1 < count {
                let next = lines.remove(at + 1);
                lines[at].push_str(&next);
            }
        }
        Change::Indent(at, by) => {
            let at = at.index(count);
            lines[at].insert_str(0, &" ".repeat(by));
        }
    }
}

/// The texts that the reader is held to, in every folder of fixtures.
fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign");
    let mut files: Vec<_> = entries(&root)
        .iter()
        .flat_map(|folder| entries(folder))
        .collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

/// What stands in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}
