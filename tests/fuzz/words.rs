//! Which words of a text have to stand in what is written of it.
//!
//! A word is a run of letters and digits outside HTML tags. Each has to come back as often as it
//! stood there, in the same case, but for what the reader turns into a value or a place:
//!
//! - a time, a date or a zone: it is written in one way, so `7:31 PM PT` may come back as `19:31`
//!   under a line that tells the zone. The time of day itself has to be there;
//! - a number in front of a row or a heading, which is dealt anew;
//! - the words of a name, on a line or in front of a colon or in a cell that can hold a name:
//!   "Executive Summary" may come back as "Issue Summary". A name that is not one of ours is
//!   made of other words as well, and those have to be there. A heading of one of our templates is
//!   all name;
//! - front matter and the head of a mail, which often say what the text says: each word has to be
//!   there, how often does not count;
//! - a choice, which comes back in its own case: `open` as `Open`.

use std::collections::{BTreeMap, BTreeSet};

use postmortem_editor::template::TEMPLATES;

/// Words that name the parts of a postmortem and of its rows.
const NAMES: &str = "5 a about abstract action actionable actionables actions address affected afterword again \
    all am analysis and apology are areas assessment assigned assignee at author authors \
    avoiding back background bad badly be been began beginning better blast bottom brief broad \
    broke bug business by can category cause caused causes chain change changes changing chronicle \
    chronology closing comes component components conclude concluding conclusion conclusions \
    concrete conditions consequences contributing contributors corrections corrective could \
    course created culprit customer customers damage date dates day deadline debugging \
    description detailed details detected detection diagnosis did didn discovery do document \
    does doing done down downtime dr due duration effect effects entry enablers end ended epilogue \
    eta event events evidence executive factor factors farewell fault field fell final finally find \
    finish five fix fixed fixes follow followups for forward found frame from full future \
    general go going gone good got happen happened happens have helped high how hurt i id \
    identified immediate impact impacted impactful improve improved improvement improvements in \
    incident incidents is issue issues it item items jira key kind lead leadup learn learned \
    learnings learnt left length less lesson lessons level like likely line link list ll log \
    luck lucky main make making measure measures method metric minute mitigation mitigator mitigators moments \
    monitoring moving needed needs next night no not note noticed now number of on order out \
    outage over overview owner owners paragraph percent percentage period plan planned plans \
    poorly possible postmortem pr prepared prevent preventative preventing prevention \
    preventive primary prio priority property problem process putting quick radius rca re reading reason \
    reasons recap recommendation recommendations recovery recurrence reference remark remarks remedial \
    remediation remedy solved remediations repair repeat report resolution resolutions resolve resolved \
    respond response responsible review right role root s saw scope sequence service services \
    sev severity share short so solution specific start started state statement status steps \
    suggested sum summary summing synopsis systems t tags takeaways taken task tasks technical \
    thank thanks that the things this thoughts ticket tickets time timeframe timeline times timestamp \
    timezone timing title tl tldr to todo todos total tracking trigger triggered triggers type \
    tz underlying unfolded until up updates ups user users value version was we well went what whats \
    when where who whos why whys will window word words work worked wrap wrapping written wrong \
    you zone";
/// Values of choices: they come back in their own case.
const CHOICES: &str = "open done draft final review progress declined detect prevent mitigate process repair \
    critical major minor high medium low resolved closed todo x";
/// What stands around a time and goes with it.
const TIMES: &str = "am pm a p m at by from to until till on of the between around about approximately roughly ca \
    circa time times standard daylight summer all in jan feb mar apr may jun jul aug sep sept oct nov dec january \
    february march april june july august september october november december mon tue wed thu fri sat sun \
    monday tuesday wednesday thursday friday saturday sunday noon midnight morning evening night local utc gmt \
    eastern central mountain pacific atlantic european kigali z h hrs hours hour ghana accra";
const MONTHS: &str =
    "january february march april may june july august september october november december";
/// Zones, which stand once above the times instead of behind each.
const ZONES: &str = "UTC GMT PST PDT PT MST MDT MT CST CDT CT EST EDT ET AST ADT BRT ART CLT COT PET VET WAT WAST CAT \
    EAT SAST EET EEST CET CEST MET MEST WET WEST BST IST MSK TRT GST PKT NPT ICT WIB SGT HKT PHT AWST JST KST ACST AEST \
    AEDT NZST NZDT AKST HST WITA Z";
/// The longest line that can be a name.
const LONGEST_NAME: usize = 64;

/// What is missing in what was written of a text.
pub(crate) fn lost(text: &str, written: &str) -> Vec<String> {
    let text = &without_identifiers(&in_lines(text));
    let written = &without_entities(written);
    // The marks of our own writer are no words of anyone's, nor is that of a box.
    let text = text.replace("[x]", " ").replace("[X]", " ");
    let text = ["facts", "quoted", "closed"]
        .iter()
        .fold(text, |text, mark| {
            text.replace(&format!("<!-- {mark} -->"), " ")
        });
    let whole = &untagged(&without_entities(&text));
    let written = untagged(written);
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words(&written) {
        *kept.entry(word).or_default() += 1;
    }
    let lower: BTreeSet<String> = kept.keys().map(|word| word.to_lowercase()).collect();
    let mut lost = Vec::new();
    // What stands above the text tells it once more, and a value is written once.
    let (front, text) = front_matter(whole).unwrap_or(("", whole));
    let is_there = |word: &&str| lower.contains(&word.to_lowercase());
    // "Subject: " stands before the title of a mail.
    let front = front
        .lines()
        .map(|line| line.strip_prefix("Subject: ").unwrap_or(line));
    let front = front.flat_map(wanted);
    let is_missing = |word: &&str| !is_there(word) && !is_choice(word, &lower);
    lost.extend(front.filter(is_missing).map(str::to_owned));
    for word in text.lines().flat_map(wanted) {
        if let Some(count) = kept.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
        } else if !is_choice(word, &lower) {
            lost.push(word.to_owned());
        }
    }
    let years = whole.lines().flat_map(years_of);
    lost.extend(
        years
            .filter(|year| !lower.contains(*year))
            .map(str::to_owned),
    );
    lost.extend(
        times_of(whole)
            .filter(|time| !time.is_in(&written))
            .map(|time| time.as_typed),
    );
    lost
}

/// The text with its lines apart: one ends with CR as well, with `<br>`, behind a heading in HTML and
/// before an item or a row.
fn in_lines(text: &str) -> String {
    let ends = [
        "\r\n", "\r", "<br>", "<br/>", "<hr>", "<li>", "<tr>", "</h1>", "</h2>", "</h3>", "</h4>",
        "</h5>", "</h6>",
    ];
    let text = text.to_owned();
    ends.iter().fold(text, |text, end| text.replace(end, "\n"))
}

/// How long the head of a mail above a text is.
fn mail_head(text: &str) -> Option<usize> {
    let end = text.find("\n\n")?;
    let head = text.get(..end)?;
    let has = |name: &str| head.lines().any(|line| line.starts_with(name));
    (has("Subject: ") && has("From: ")).then_some(end)
}

/// The text without the names of characters, which come back as those characters: `&amp;` as `&`.
fn without_entities(text: &str) -> String {
    let entities = ["&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;", "&amp;"];
    let text = text.to_owned();
    entities
        .iter()
        .fold(text, |text, name| text.replace(name, " "))
}

/// The text without the identifiers of its headings: `{#summary}`.
fn without_identifiers(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let bare = line.trim_end();
        let at = bare.rfind("{#").filter(|_| bare.ends_with('}'));
        at.and_then(|at| bare.get(..at)).unwrap_or(line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of front matter or of the head of a mail, and the text below them.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(['\n', ' ']);
    if let Some(end) = mail_head(text) {
        return text.split_at_checked(end);
    }
    let mark = ["---\n", "+++\n"]
        .into_iter()
        .find(|mark| text.starts_with(mark))?;
    // It ends with a line of its own.
    let end = text.get(mark.len() - 1..)?.find(&format!("\n{mark}"))? + mark.len();
    text.split_at_checked(end)
}

/// The words of a line that have to come back.
fn wanted(line: &str) -> Vec<&str> {
    if names_a_section(line) {
        return Vec::new();
    }
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start_of_words = line.len() - bare.len();
    let is_name = line.trim().len() <= LONGEST_NAME || line.contains('|');
    // Behind the marker of a row and the first two stars stands a bold name.
    let bold_end = line
        .get(start_of_words + 1..)
        .and_then(|rest| rest.find("**"));
    // TOML has an equals sign where others have a colon.
    let colon = line.find(':').into_iter().chain(line.find(" = ")).min();
    let name_end = match (colon, bold_end) {
        _ if is_name => line.len(),
        (Some(colon), _) if colon <= LONGEST_NAME => colon,
        (_, Some(bold)) if bold <= LONGEST_NAME && line.trim_start().starts_with(['*', '-']) => {
            start_of_words + 1 + bold
        }
        _ => 0,
    };
    // "Task 2: …", as some number their rows; "| 2 |".
    let numbered = ["Task ", "Action ", "Step "]
        .iter()
        .find_map(|name| bare.strip_prefix(name))
        .unwrap_or(bare);
    let number_end = line.len()
        - numbered
            .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
            .len();
    let has_number = line.get(number_end..).is_some_and(|rest| {
        let dashed = [" - ", " – "].iter().any(|dash| rest.starts_with(dash));
        rest.starts_with(['.', ')', ':', '\\', '|']) || rest.starts_with(" |") || dashed
    }) && line.get(..number_end).is_some_and(|start| {
        let start = start
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        start.len() <= 9 && start.bytes().all(|b| b.is_ascii_digit())
            || start.len() == 1 && start.bytes().all(|b| b.is_ascii_lowercase())
            || start.len() <= 4 && start.bytes().all(|b| b"IVXivx".contains(&b))
    });
    let is_named_time = |word: &str| matches!(word, "noon" | "midnight" | "midday");
    let tells_time = line.bytes().any(|b| b.is_ascii_digit())
        || words(line).any(|word| is_named_time(&word.to_lowercase()));
    let years: Vec<&str> = years_of(line).collect();
    let mut wanted = Vec::new();
    let mut at = 0;
    for word in words(line) {
        let start = at + line.get(at..).and_then(|rest| rest.find(word)).unwrap_or(0);
        at = start + word.len();
        let small = word.to_lowercase();
        let is_name = at <= name_end && is_one_of(NAMES, &small);
        let is_number = has_number && at == number_end;
        let is_value = is_one_of(ZONES, word)
            || years.contains(&word)
            || is_named_time(&small)
            || tells_time && is_of_a_time(line, start, at, &small);
        if !(is_name || is_number || is_value) {
            wanted.push(word);
        }
    }
    wanted
}

/// Whether a line is a heading of one of our templates. A section that a template need not have is
/// not written while it is empty.
fn names_a_section(line: &str) -> bool {
    let name = line.strip_prefix("##").unwrap_or_default();
    let name = name.trim_matches([' ', '#']);
    let mut headings = TEMPLATES.iter().flat_map(|template| template.headings());
    headings.any(|(heading, _)| heading.eq_ignore_ascii_case(name))
}

/// The years that stand behind the day of a month: "June 30, 2023". Such a date may be told twice
/// and be written once, but it has to be there.
fn years_of(line: &str) -> impl Iterator<Item = &str> {
    let mut before = ("", "");
    words(line).filter(move |word| {
        let (month, day) = before;
        before = (day, *word);
        let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        let day = day.trim_end_matches(char::is_alphabetic);
        let is_day = (1..=2).contains(&day.len()) && is_number(day);
        word.len() == 4 && is_number(word) && is_day && is_one_of(TIMES, &month.to_lowercase())
    })
}

/// Whether a word is part of a time or a date, or stands beside one.
fn is_of_a_time(line: &str, start: usize, end: usize, small: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    if small == "and" {
        // "Between 4:00 am and 10:47" is a stretch, which is written as one.
        let (before, after) = (line.get(..start), line.get(end..));
        let of_time = |word: &str| is_one_of(TIMES, &word.to_lowercase()) || is_one_of(ZONES, word);
        let last = before.and_then(|before| words(before).last());
        let next = after.and_then(|after| words(after).next());
        return last.is_some_and(|last| last.ends_with(digit) || of_time(last))
            && next.is_some_and(|next| next.starts_with(digit));
    }
    if !small.starts_with(digit) {
        // "January23" is a date as well.
        let letters = small.trim_end_matches(|c: char| c.is_ascii_digit());
        // "Augus" is the name of a month by its first letters, as "Aug" is.
        let mut months = MONTHS.split(' ').filter(|_| letters.len() >= 3);
        return is_one_of(TIMES, letters) || months.any(|month| month.starts_with(letters));
    }
    let before = line.get(..start).unwrap_or_default();
    let after = line.get(end..).unwrap_or_default();
    let joins = |c: char| ":-/.+–".contains(c);
    let joined_before = before.ends_with(joins)
        && before
            .trim_end_matches(joins)
            .ends_with(|c: char| c.is_ascii_alphanumeric());
    let joined_after = after.starts_with(joins)
        && after
            .trim_start_matches(joins)
            .starts_with(|c: char| c.is_ascii_digit());
    let near = |text: Option<&str>| {
        text.is_some_and(|word| is_one_of(TIMES, &word.to_lowercase()) || is_one_of(ZONES, word))
    };
    let digits = small.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_ordinal_or_clock = ["st", "nd", "rd", "th", "am", "pm", "z", "h"].contains(&digits)
        || digits.starts_with('t')
        || digits.starts_with('h');
    joined_before
        || joined_after
        || is_ordinal_or_clock
        || near(words(before).last())
        || near(words(after).next())
}

fn is_choice(word: &str, kept: &BTreeSet<String>) -> bool {
    let small = word.to_lowercase();
    let level = small.strip_prefix("sev").or(small.strip_prefix('p'));
    let is_level = level.is_some_and(|level| level.len() == 1 && kept.contains(level));
    is_level || is_one_of(CHOICES, &small) && kept.contains(&small)
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// A time of day with a colon.
struct Time {
    as_typed: String,
    hour: u32,
    minute: String,
}

impl Time {
    /// Whether it stands in a text, on a clock of 12 or 24 hours.
    fn is_in(&self, written: &str) -> bool {
        let hours = [
            Some(self.hour),
            self.hour.checked_add(12),
            self.hour.checked_sub(12),
        ];
        let spelled = hours
            .into_iter()
            .flatten()
            .map(|hour| format!("{hour:02}:{}", self.minute));
        written.contains(&self.as_typed) || spelled.into_iter().any(|time| written.contains(&time))
    }
}

fn times_of(text: &str) -> impl Iterator<Item = Time> {
    text.match_indices(':').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let hour = before.get(start..)?;
        let minute = text.get(at + 1..at + 3)?;
        let after = text.get(at + 3..)?;
        let is_alone = !before.get(..start)?.ends_with([':', '+', '-', '.', '/'])
            && !after.starts_with(|c: char| c.is_alphanumeric() && !"apAPzZ".contains(c));
        let is_time = (1..=2).contains(&hour.len()) && minute.bytes().all(|b| b.is_ascii_digit());
        (is_alone && is_time).then(|| Time {
            as_typed: format!("{hour}:{minute}"),
            hour: hour.parse().unwrap_or(0),
            minute: minute.to_owned(),
        })
    })
}

/// The text without HTML tags: what begins with a letter or a slash and ends before the line does.
/// Behind a backslash none begins.
fn untagged(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        kept.push_str(before);
        let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
            && !tag.starts_with("http")
            && (before.len() - before.trim_end_matches('\\').len()) % 2 == 0;
        let end = tag
            .find(['>', '<', '\n'])
            .filter(|end| is_tag && tag.get(*end..).is_some_and(|end| end.starts_with('>')));
        kept.push(' ');
        rest = end.and_then(|end| tag.get(end + 1..)).unwrap_or(tag);
    }
    kept.push_str(rest);
    kept
}
