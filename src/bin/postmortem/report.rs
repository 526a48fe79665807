//! Findings as text for people, and in the forms that other programs read. Prints nothing.

use postmortem_editor::checks::{About, CHECKS};
use postmortem_editor::facts::visible;
use serde_json::{Value, json};

use super::check::{Found, Level, level_of};

/// A line for each finding, and one for how many there are, which says where some of the files were
/// not read; where none was, there is nothing to count.
pub(super) fn text(all: &[Found], files: usize, unread: usize) -> String {
    let mut text = String::new();
    for found in all {
        let finding = &found.finding;
        let (file, line, column) = (&found.file, found.position.line, found.position.column);
        let (code, name) = (finding.check.code, finding.check.name);
        let word = word_of(found);
        let mut line = format!(
            "{file}:{line}:{column}: {word}: {} ({code} {name})",
            finding.message
        );
        if let Some(reason) = &finding.waived {
            line.push_str(&format!(": {reason}"));
        }
        text.push_str(&visible(&line));
        text.push('\n');
    }
    let open = all.iter().filter(|found| found.finding.counts()).count();
    let waived = all.iter().filter(|it| it.finding.waived.is_some()).count();
    let hints = all.len() - open - waived;
    let counts = format!("{open} to fix, {hints} hints, {waived} waived");
    match files - unread {
        _ if unread == 0 => text.push_str(&format!("{counts}\n")),
        0 => {}
        1 => text.push_str(&format!("{counts} in 1 file, {unread} not read\n")),
        read => text.push_str(&format!("{counts} in {read} files, {unread} not read\n")),
    }
    text
}

/// What sort of finding it is, in a word.
fn word_of(found: &Found) -> String {
    let finding = &found.finding;
    match () {
        () if finding.waived.is_some() => "waived".to_owned(),
        () if finding.is_hint => "hint".to_owned(),
        () => finding.check.kind.label().to_lowercase(),
    }
}

/// An array of objects whose keys are always there.
pub(super) fn json(all: &[Found]) -> Value {
    let objects = all.iter().map(|found| {
        let finding = &found.finding;
        json!({
            "file": found.file,
            "line": found.position.line,
            "column": found.position.column,
            "code": finding.check.code,
            "name": finding.check.name,
            "kind": finding.check.kind.label().to_lowercase(),
            "is_hint": finding.is_hint,
            "waived": finding.waived,
            "place": found.place,
            "message": finding.message,
        })
    });
    objects.collect()
}

/// A workflow command for each finding, as GitHub's toolkit writes them
/// (<https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>).
pub(super) fn github(all: &[Found]) -> String {
    let mut text = String::new();
    for found in all {
        let finding = &found.finding;
        let command = match found.level() {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "notice",
        };
        let mut title = format!("{} {}", finding.check.code, finding.check.name);
        let mut message = finding.message.clone();
        if let Some(reason) = &finding.waived {
            title.push_str(" (waived)");
            message.push_str(&format!(". Waived: {reason}"));
        }
        text.push_str(&format!(
            "::{command} file={},line={},col={},title={}::{}\n",
            property(&found.file),
            found.position.line,
            found.position.column,
            property(&title),
            data(&message),
        ));
    }
    text
}

/// What stands behind the second pair of colons.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A SARIF 2.1.0 log of one run
/// (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>). What is waived is a result
/// that is suppressed in the source.
pub(super) fn sarif(all: &[Found]) -> Value {
    let rules: Vec<Value> = CHECKS.iter().map(|check| rule(&check.about)).collect();
    let results: Vec<Value> = all.iter().map(result).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "postmortem",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(check: &About) -> Value {
    json!({
        "id": check.code,
        "name": check.name,
        "shortDescription": { "text": sentence(check.what) },
        "fullDescription": { "text": sentence(check.why) },
        "help": { "text": format!("{} Source: {}", sentence(check.fix), sentence(check.source)) },
        "defaultConfiguration": { "level": level(level_of(check)) },
    })
}

fn result(found: &Found) -> Value {
    let finding = &found.finding;
    let index = CHECKS
        .iter()
        .position(|check| check.about == *finding.check);
    let mut result = json!({
        "ruleId": finding.check.code,
        "ruleIndex": index,
        "level": level(found.level()),
        "message": { "text": sentence(&finding.message) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&found.file) },
            "region": {
                "startLine": found.position.line,
                "startColumn": found.position.column,
            },
        }}],
    });
    if let (Some(reason), Some(members)) = (&finding.waived, result.as_object_mut()) {
        let suppression = json!([{ "kind": "inSource", "justification": reason }]);
        members.insert("suppressions".to_owned(), suppression);
    }
    result
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

fn sentence(text: &str) -> String {
    format!("{text}.")
}

/// A path as a relative reference: what means something in an address is spelled as its bytes.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
