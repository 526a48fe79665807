//! Large texts: an ordinary postmortem that goes on and on, and the shapes that bring readers of
//! Markdown to their knees. Each is made for a count, so that it can be made twice as large.

use postmortem_editor::markdown::write;
use postmortem_editor::postmortem::{ActionItem, Event, example};
use postmortem_editor::template::TemplateId;

/// A text that is as large as its count says.
pub(crate) struct Shape {
    /// What there are so many of.
    pub(crate) name: &'static str,
    /// How many there are of it in the largest text that has to be survived.
    pub(crate) most: usize,
    /// Makes the text.
    pub(crate) make: fn(usize) -> String,
}

/// Every shape that is tried.
pub(crate) const SHAPES: &[Shape] = &[
    shape("bytes of a postmortem by this editor", 1 << 20, own),
    shape("bytes of a postmortem by others", 1 << 20, foreign),
    shape("levels of a list", 2_000, |count| {
        lines(count, |n| format!("{}- a", "  ".repeat(n)))
    }),
    shape("levels of a quote", 20_000, |count| "> ".repeat(count)),
    shape("reference definitions", 40_000, |count| {
        format!(
            "{}[r1]\n",
            lines(count, |n| format!("[r{n}]: http://e/{n}"))
        )
    }),
    shape("references without a definition", 40_000, |count| {
        lines(count, |n| format!("[r{n}] and [r{n}][s{n}]"))
    }),
    shape("columns of a table", 5_000, |count| {
        format!(
            "|{}\n|{}\n|{}\n",
            " a |".repeat(count),
            "---|".repeat(count),
            " 14:30 |".repeat(count)
        )
    }),
    shape("rows of a table", 50_000, |count| {
        format!(
            "# Search down\n\n## Timeline\n\n| Time | Event |\n|---|---|\n{}",
            lines(count, |n| format!(
                "| {:02}:{:02} | step {n} |",
                n / 60 % 24,
                n % 60
            ))
        )
    }),
    shape("opening brackets", 100_000, |count| "[".repeat(count)),
    shape("opening brackets, apart", 100_000, |count| {
        "[a ".repeat(count)
    }),
    shape("brackets of links", 50_000, |count| "[a](".repeat(count)),
    shape("brackets of pictures", 50_000, |count| "![".repeat(count)),
    shape("stars", 100_000, |count| "*".repeat(count)),
    shape("stars, apart", 100_000, |count| "*a ".repeat(count)),
    shape("stars and underscores", 50_000, |count| {
        "*a _b ".repeat(count)
    }),
    shape("opening angles", 100_000, |count| "<".repeat(count)),
    shape("opening tags", 50_000, |count| "<a ".repeat(count)),
    shape("opening comments", 50_000, |count| "<!-- ".repeat(count)),
    shape("opening comments, each on a line", 50_000, |count| {
        lines(count, |_| "a <!--".to_owned())
    }),
    shape("opening declarations", 50_000, |count| {
        "a <!A ".repeat(count)
    }),
    shape("opening instructions", 50_000, |count| "a <?".repeat(count)),
    shape("opening sections of data", 30_000, |count| {
        "a <![CDATA[".repeat(count)
    }),
    shape("elements", 30_000, |count| {
        lines(count, |_| "<div><b>a</b>".to_owned())
    }),
    shape("blocks that fold", 20_000, |count| {
        lines(count, |n| {
            format!("<details><summary>a {n}</summary>\n\ntext\n")
        })
    }),
    shape("backticks", 100_000, |count| "`".repeat(count)),
    shape("runs of backticks", 400, |count| {
        (1..=count).map(|n| format!("{}a", "`".repeat(n))).collect()
    }),
    shape("fences left open in items", 10_000, |count| {
        lines(count, |_| "- ```".to_owned())
    }),
    shape("tildes", 100_000, |count| "~a ".repeat(count)),
    shape("backslashes", 100_000, |count| "\\".repeat(count)),
    shape("entities", 100_000, |count| "&amp".repeat(count)),
    shape("headings", 50_000, |count| {
        lines(count, |n| format!("## Section {n}"))
    }),
    shape("headings of one name", 50_000, |count| {
        lines(count, |_| "## Timeline".to_owned())
    }),
    shape("lower headings", 50_000, |count| {
        format!(
            "# T\n\n## Summary\n\n{}",
            lines(count, |n| format!("### Part {n}\n\ntext\n"))
        )
    }),
    shape("underlined headings", 50_000, |count| {
        lines(count, |n| format!("Section {n}\n---\n"))
    }),
    shape("lines that look like headings", 50_000, |count| {
        lines(count, |n| format!("**Section {n}**\n"))
    }),
    shape("labels", 50_000, |count| {
        lines(count, |n| format!("**Label {n}:** value\n"))
    }),
    shape("lines of a timeline", 100_000, |count| {
        format!(
            "# Search down\n\n## Timeline\n\n{}",
            lines(count, |n| format!(
                "- {:02}:{:02} step {n}",
                n / 60 % 24,
                n % 60
            ))
        )
    }),
    shape("lines of a timeline without bullets", 100_000, |count| {
        format!(
            "# Search down\n\n# Timeline\n\n{}",
            lines(count, |n| format!(
                "{:02}:{:02} PM PT: step {n}\n",
                n / 60 % 12 + 1,
                n % 60
            ))
        )
    }),
    shape("paragraphs of an action item", 20_000, |count| {
        format!("## Action items\n\n- one\n{}", "\n  more\n".repeat(count))
    }),
    shape("words of one line", 200_000, |count| "word ".repeat(count)),
    shape("lines of one paragraph", 50_000, |count| {
        format!(
            "## Summary\n\n{}",
            lines(count, |n| format!("At 10:{:02} it was {n}.", n % 60))
        )
    }),
    shape("sentences that tell how many", 20_000, |count| {
        format!(
            "# T\n\n## Impact\n\n{}",
            "About 20% of users could not log in from 10:00 to 11:00 UTC. ".repeat(count)
        )
    }),
    shape("dates in one line", 20_000, |count| {
        format!(
            "# T\n\n## Summary\n\n{}",
            "On 4 May 2024 or 2024-05-04 ".repeat(count)
        )
    }),
    shape("blank lines", 500_000, |count| "\n".repeat(count)),
    shape("bullets of nothing", 50_000, |count| "- ".repeat(count)),
    shape("lines of dashes", 50_000, |count| "---\n".repeat(count)),
    shape("underlines under text", 50_000, |count| {
        lines(count, |_| "a\n===\n===".to_owned())
    }),
    shape("lines of front matter", 40_000, |count| {
        format!(
            "---\n{}---\n\n# T\n",
            lines(count, |n| format!("key{n}: value"))
        )
    }),
    shape("footnotes", 40_000, |count| {
        lines(count, |n| format!("a[^{n}]\n\n[^{n}]: note\n"))
    }),
];

const fn shape(name: &'static str, most: usize, make: fn(usize) -> String) -> Shape {
    Shape { name, most, make }
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|n| line(n) + "\n").collect()
}

/// The finished example, with more events, more action items and longer prose.
fn own(bytes: usize) -> String {
    let mut document = example();
    let shares = bytes / 4;
    let mut event_bytes = 0;
    while event_bytes < shares {
        let text = format!(
            "Step {event_bytes}: the second queue is *drained* by hand, see `kb/{event_bytes}`."
        );
        event_bytes += text.len() + 20;
        document.timeline.events.push(Event {
            text,
            ..document.timeline.events[event_bytes % 12].clone()
        });
    }
    let mut action_bytes = 0;
    while action_bytes < shares {
        let text = format!("Alert when queue {action_bytes} holds more than an hour of work");
        action_bytes += text.len() + 60;
        document.follow_up.action_items.push(ActionItem {
            text,
            ..document.follow_up.action_items[action_bytes % 3].clone()
        });
    }
    let paragraph = "The scanner at the door kept its **last** answer for as long as it had one. \
                     Nobody had asked it to:\n\n- the cache had no limit\n- the limit had no owner\n\n";
    let repeated = paragraph.repeat(shares / paragraph.len());
    document.analysis.root_cause.push_str("\n\n");
    document.analysis.root_cause.push_str(&repeated);
    document.resolution.text.push_str("\n\n");
    document.resolution.text.push_str(&repeated);
    write(&document, TemplateId::default().template())
}

/// What others write: headings of their own names, a timeline of lines, a table, paragraphs.
fn foreign(bytes: usize) -> String {
    let prose = "The payment service refused one request in five between 10:00 and 11:20 UTC. About 4,000 \
                 customers saw an error page, and **38%** of them tried again.\n\n";
    let timeline = (0..).map(|n| {
        format!(
            "- **{:02}:{:02} UTC** - On-call restarts worker {n}\n",
            n / 60 % 24,
            n % 60
        )
    });
    let actions = (0..).map(|n| format!("| Alert on queue {n} | Maria | P{} | open |\n", n % 4));
    let fill = |rows: &mut dyn Iterator<Item = String>| {
        let mut text = String::new();
        while text.len() < bytes / 4 {
            text.extend(rows.next());
        }
        text
    };
    format!(
        "# Payments outage on 4 May 2024\n\n## Summary\n\n{prose}## Timeline of events\n\n{}\n## What happened\n\n{}\
         ## Root cause\n\n{}## Action items\n\n| Action | Owner | Priority | Status |\n|---|---|---|---|\n{}",
        fill(&mut timeline.into_iter()),
        prose.repeat(bytes / 4 / prose.len()),
        prose.repeat(bytes / 4 / prose.len()),
        fill(&mut actions.into_iter()),
    )
}
