//! Ways into a repo, held against what takes them: git, a shell, a reader of CSV.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

#[path = "delivery/addresses.rs"]
mod addresses;
#[path = "delivery/scratch.rs"]
mod scratch;

use postmortem_editor::delivery::{
    Author, CommitMessage, CsvCells, Patch, RepoPath, SentAt, action_items_csv, blob_hash,
    commit_message, repo_path, shell_lines,
};
use postmortem_editor::markdown::{file_name, write};
use postmortem_editor::postmortem::{ActionItem, Postmortem, example};
use postmortem_editor::template::TEMPLATES;
use scratch::{Scratch, output_of};

/// Texts that a mail, a patch or a shell could take for something of its own.
const TEXTS: &[&str] = &[
    "",
    "\n",
    "no end",
    "a\n\nb\n",
    "From a@b Mon Sep 17 00:00:00 2001\nFrom: x <y@z>\n>From me\n",
    "---\ntitle: x\n---\n-- \n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n",
    "diff --git a/x b/x\nnew file mode 100644\nindex 000..111\n",
    "\\ No newline at end of file\n",
    "\\ No newline at end of file",
    "one\r\ntwo\r\n\r\n = three \r\n",
    "lone\rreturn\r",
    "trailing blank \nand tab\t\n \n",
    "Größe, 漢字, 🚒, \u{202e}bidi, \u{2028}, \u{feff}bom, \u{c}page\n",
    "$(touch x) `touch x` ${HOME} \\ ' \" ! \nEND_OF_POSTMORTEM\nEND_OF_POSTMORTEM_\n",
    "=?UTF-8?q?x?= =3D =\n",
    "-- >8 --\n[PATCH] x\nSubject: x\n",
    "\u{1b}[201~\u{7}\n",
];

fn path() -> RepoPath {
    repo_path("docs/postmortems/{slug}.md", &Postmortem::default()).unwrap()
}

fn patch_of(text: &str, author: &str, subject: &str, body: &str) -> String {
    let author = Author::parse(author).unwrap();
    let message = CommitMessage {
        subject: subject.to_owned(),
        body: body.to_owned(),
    };
    let patch = Patch {
        path: &path(),
        text,
        author: &author,
        at: SentAt::parse("2024-09-18T08:05:00+05:30").unwrap(),
        message: &message,
    };
    patch.to_mail()
}

#[test]
fn git_applies_a_patch_and_writes_the_text_byte_for_byte() {
    let long = "x".repeat(100_000) + "\n";
    let many = "line\n".repeat(3_000);
    let returns = format!("{}\r\n", "é= ".repeat(2_000));
    let more = [long, many, returns];
    let more = more.iter().map(String::as_str);
    for (index, text) in TEXTS.iter().copied().chain(more).enumerate() {
        let repo = Scratch::new(&format!("am-{index}"));
        repo.am(&patch_of(
            text,
            "Ada <ada@example.com>",
            "Add it",
            "Reference: 1",
        ));
        assert_eq!(repo.read(path().as_str()), text.as_bytes(), "text {index}");
        assert_eq!(repo.git(&["status", "--porcelain"]), "", "text {index}");
        let held = repo.git(&["rev-parse", &format!("HEAD:{}", path().as_str())]);
        assert_eq!(held.trim(), blob_hash(text), "text {index}");
        let tree = repo.git(&["ls-tree", "-r", "HEAD"]);
        assert!(tree.starts_with("100644 blob"), "{tree}");
        assert_eq!(tree.lines().count(), 1, "{tree}");
    }
}

#[test]
fn git_takes_author_date_and_message_as_they_were_given() {
    for (index, (author, subject, body)) in [
        (
            "Ada Lovelace <ada@example.com>",
            "Add postmortem: search down",
            "",
        ),
        (
            "Tomás Vidal <t@example.com>",
            "Add postmortem: größer als „gedacht“ – 漢字",
            "Größe: 3",
        ),
        (
            "漢字 <k@example.com>",
            "Add postmortem: [INC-3] Re: Subject: ---",
            "Reference: #12, x",
        ),
        (
            "O'Neil Jr. <o@example.com>",
            "Add postmortem: =?UTF-8?q?x?= <a@b> \"q\" $x",
            "From: a <b@c>",
        ),
        (
            "A <a@b>",
            &format!("Add postmortem: {}", "long ".repeat(300).trim()),
            "Date: x, y",
        ),
        (
            "A <a@b>",
            &format!("Add postmortem: {}", "é漢 ".repeat(100).trim()),
            "Reference: 漢",
        ),
    ]
    .iter()
    .enumerate()
    {
        let repo = Scratch::new(&format!("message-{index}"));
        // A word of ours begins the body.
        let body = if body.is_empty() {
            String::new()
        } else {
            format!("Facts: {body}")
        };
        repo.am(&patch_of("text\n", author, subject, &body));
        let told = repo.git(&["log", "-1", "--format=%an <%ae>%n%aI%n%s%n%b"]);
        let date = "2024-09-18T08:05:00+05:30";
        assert_eq!(
            told.trim_end(),
            format!("{author}\n{date}\n{subject}\n{body}").trim_end()
        );
    }
}

#[test]
fn the_example_goes_into_a_repo_in_every_template() {
    let document = example();
    let path = repo_path("", &document).unwrap();
    assert_eq!(path.name(), file_name(&document));
    let repo = Scratch::new("example");
    for template in TEMPLATES {
        let text = write(&document, template);
        let pattern = format!("{}/{{date}}-{{slug}}.md", template.id);
        let path = repo_path(&pattern, &document).unwrap();
        let patch = Patch {
            path: &path,
            text: &text,
            author: &Author::of(&document),
            at: SentAt::default(),
            message: &commit_message(&document),
        };
        repo.am(&patch.to_mail());
        assert_eq!(repo.read(path.as_str()), text.as_bytes(), "{}", template.id);
    }
    assert_eq!(
        repo.git(&["log", "-1", "--format=%an|%s|%b"]).trim_end(),
        "Priya Nair|Add postmortem: parcel tracking showed outdated statuses|Reference: INC-318, \
         Severity: SEV-2, Started: 2024-09-17"
    );
}

#[test]
fn a_shell_writes_the_text_and_commits_it_alone() {
    for (index, text) in TEXTS.iter().enumerate() {
        let repo = Scratch::new(&format!("shell-{index}"));
        repo.write("staged", "by someone else");
        repo.git(&["add", "staged"]);
        // Where the text is not in the lines, it is in the folder of downloads.
        repo.write("Downloads/it's here.md", text);
        let message = CommitMessage {
            subject: "Add it's \"$HOME\" `touch x` !!".to_owned(),
            body: "Reference: ' ; touch x #".to_owned(),
        };
        let lines = shell_lines(&path(), text, &message, "it's here.md");
        repo.sh(&lines);
        assert_eq!(repo.read(path().as_str()), text.as_bytes(), "{lines}");
        let told = repo.git(&["log", "-1", "--format=%s|%b", "--name-only"]);
        let files: Vec<&str> = told
            .lines()
            .skip(2)
            .filter(|line| !line.is_empty())
            .collect();
        assert!(
            told.starts_with(&format!("{}|{}", message.subject, message.body)),
            "{told}"
        );
        assert_eq!(files, [path().as_str()], "{told}");
        assert!(!repo.has("x"), "{lines}");
    }
}

#[test]
fn shell_lines_hold_the_text_where_pasting_it_is_safe() {
    let message = commit_message(&example());
    let text = write(&example(), TEMPLATES[0]) + "Wow!\n";
    let lines = shell_lines(&path(), &text, &message, "x.md");
    assert!(lines.contains(&text), "{lines}");
    for text in ["a\tb\n", "no end", "a\r\n", "\u{1b}x\n", "![x](y)\n"] {
        let lines = shell_lines(&path(), text, &message, "x.md");
        assert!(
            lines.contains("mv ~/Downloads/x.md docs/postmortems/postmortem.md"),
            "{lines}"
        );
    }
}

#[test]
fn action_items_are_rows_that_a_reader_of_csv_reads() {
    let csv = action_items_csv(&example(), CsvCells::Safe);
    let rows = csv.trim_end().split("\r\n");
    let count = example().follow_up.action_items.len();
    assert_eq!(rows.count(), count + 1, "{csv}");
    assert!(csv.starts_with("Action item,Owner,Due,Kind,Priority,Status,Ticket\r\n"));
    assert!(csv.ends_with("\r\n"));

    let mut document = Postmortem::default();
    document.follow_up.action_items = [
        ("=cmd|' /C calc'!A0", "@ops", "+1"),
        ("Say \"stop\", then\n-2 more", "Ada; Bo", "T-1"),
        ("", "", ""),
    ]
    .map(|(text, owner, ticket)| ActionItem {
        text: text.to_owned(),
        owner: owner.to_owned(),
        ticket: ticket.to_owned(),
        due: "soon".into(),
        ..ActionItem::default()
    })
    .into();
    document.follow_up.action_items[2].due = "".into();
    let names = "Action item,Owner,Due,Kind,Priority,Status,Ticket\r\n";
    assert_eq!(
        action_items_csv(&document, CsvCells::Safe),
        format!(
            "{names}'=cmd|' /C calc'!A0,'@ops,soon,,,,'+1\r\n\
             \"Say \"\"stop\"\", then\n'-2 more\",\"Ada; Bo\",soon,,,,T-1\r\n"
        )
    );
    assert_eq!(
        action_items_csv(&document, CsvCells::AsTyped),
        format!(
            "{names}=cmd|' /C calc'!A0,@ops,soon,,,,+1\r\n\
             \"Say \"\"stop\"\", then\n-2 more\",\"Ada; Bo\",soon,,,,T-1\r\n"
        )
    );
}

#[test]
fn a_patch_is_a_mail_that_people_can_read() {
    let mail = patch_of("Größe\n", "Ada <ada@example.com>", "Add it", "Reference: 1");
    let head = "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n\
                From: Ada <ada@example.com>\nDate: Wed, 18 Sep 2024 08:05:00 +0530\n\
                Subject: [PATCH] Add it\n";
    assert!(mail.starts_with(head), "{mail}");
    assert!(mail.contains("\n+Größe\n"), "{mail}");
    assert!(!output_of("git", &["--version"]).is_empty());
}
