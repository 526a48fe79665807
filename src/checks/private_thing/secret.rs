//! Passwords, keys and tokens: by the beginnings that their makers gave them, and by the names that
//! stand before them. A run of digits and letters alone, such as a commit's, is none.

use std::ops::Range;

use super::login;
use super::scanning::{run_after, run_before};

type Prefix = (&'static str, usize, fn(u8) -> bool, &'static str);

/// How the secrets of some makers begin, how many bytes follow at least, which, and what they are.
const PREFIXES: &[Prefix] = &[
    ("AKIA", 16, is_upper, "An AWS access key"),
    ("ASIA", 16, is_upper, "An AWS access key"),
    ("AIza", 30, is_token, "A Google key"),
    ("ghp_", 20, is_token, "A GitHub token"),
    ("gho_", 20, is_token, "A GitHub token"),
    ("ghu_", 20, is_token, "A GitHub token"),
    ("ghs_", 20, is_token, "A GitHub token"),
    ("ghr_", 20, is_token, "A GitHub token"),
    ("github_pat_", 20, is_token, "A GitHub token"),
    ("glpat-", 16, is_token, "A GitLab token"),
    ("xoxb-", 10, is_token, "A Slack token"),
    ("xoxp-", 10, is_token, "A Slack token"),
    ("xoxa-", 10, is_token, "A Slack token"),
    ("xoxr-", 10, is_token, "A Slack token"),
    ("xoxs-", 10, is_token, "A Slack token"),
    ("xapp-", 10, is_token, "A Slack token"),
    ("sk_live_", 10, is_token, "A Stripe key"),
    ("rk_live_", 10, is_token, "A Stripe key"),
    ("sk-", 24, is_token, "A key"),
    ("npm_", 30, is_token, "An npm token"),
    ("hvs.", 20, is_token, "A Vault token"),
    ("pypi-", 30, is_token, "A PyPI token"),
    ("dop_v1_", 30, is_token, "A DigitalOcean token"),
    ("SG.", 40, is_dotted, "A SendGrid key"),
    ("eyJ", 20, is_dotted, "A signed token"),
    (
        "https://hooks.slack.com/services/",
        20,
        is_path,
        "The address of a Slack webhook",
    ),
];

/// How the block of a private key begins.
const KEY_BLOCK: &str = "-----BEGIN ";

/// The secrets in a text.
pub(super) fn secrets(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut last, mut free) = (b' ', 0);
    for (at, byte) in text.bytes().enumerate() {
        let begins = !last.is_ascii_alphanumeric() && !b"_-.".contains(&last);
        last = byte;
        if at < free {
            continue;
        }
        let span = match byte {
            b'=' => named(text, at),
            b':' => in_address(text, at)
                .or_else(|| login::password(text, at))
                .or_else(|| named(text, at)),
            b'-' if begins => key_block(text, at),
            b'A' | b'g' | b'x' | b's' | b'r' | b'n' | b'h' | b'p' | b'd' | b'S' | b'e'
                if begins =>
            {
                prefixed(text, at)
            }
            b'B' | b'b' if begins => bearer(text, at),
            _ => continue,
        };
        if let Some(span) = span {
            free = span.end;
            found.push(span);
        }
    }
    found
}

/// What a secret seems to be, in a sentence; with its first letters where that gives nothing away,
/// so that it is found again among others.
pub(in crate::checks) fn told(secret: &str) -> String {
    /// Shorter ones may be guessed from their beginning.
    const LONG: usize = 16;
    const SHOWN: usize = 4;
    if secret.starts_with(KEY_BLOCK) {
        return "A private key stands here".to_owned();
    }
    if secret.chars().count() < LONG {
        return "This looks like a password, a key or a token".to_owned();
    }
    let start: String = secret.chars().take(SHOWN).collect();
    match PREFIXES.iter().find(|entry| secret.starts_with(entry.0)) {
        Some(entry) => format!("{} ({start}…) stands here", entry.3),
        None => format!("This looks like a password, a key or a token ({start}…)"),
    }
}

fn is_upper(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-".contains(&byte)
}

fn is_dotted(byte: u8) -> bool {
    is_token(byte) || byte == b'.'
}

fn is_path(byte: u8) -> bool {
    is_token(byte) || byte == b'/'
}

fn prefixed(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let rest = text.get(at..)?;
    let (prefix, least, is_of, _) = PREFIXES.iter().find(|entry| rest.starts_with(entry.0))?;
    let length = run_after(bytes, at + prefix.len(), is_of);
    let end = at + prefix.len() + length;
    let span = at..end - usize::from(rest.get(..prefix.len() + length)?.ends_with('.'));
    let body = text.get(at + prefix.len()..span.end)?;
    let is_whole = match *prefix {
        // Both have a length of their own: what is longer is something else.
        "AKIA" | "ASIA" => {
            length == 16
                && !bytes
                    .get(end)
                    .is_some_and(|byte| byte.is_ascii_alphanumeric())
        }
        // A signed token has three parts.
        "eyJ" => body.split('.').count() == 3 && body.split('.').all(|part| part.len() > 3),
        _ => true,
    };
    // Words joined by hyphens, as in the name of a branch, have no digits.
    let is_mixed = body.bytes().any(|byte| byte.is_ascii_digit());
    (body.len() >= *least && is_whole && is_mixed).then_some(span)
}

/// "Bearer 0a1b2c…".
fn bearer(text: &str, at: usize) -> Option<Range<usize>> {
    const WORD: &str = "bearer ";
    let bytes = text.as_bytes();
    let word = text.get(at..at + WORD.len())?;
    if !word.eq_ignore_ascii_case(WORD) {
        return None;
    }
    let start = at + WORD.len();
    let length = run_after(bytes, start, |byte| {
        is_dotted(byte) || b"+/=~".contains(&byte)
    });
    let token = text.get(start..start + length)?.trim_end_matches('.');
    let is_mixed = token.bytes().any(|byte| byte.is_ascii_digit());
    (token.len() >= 16 && is_mixed).then(|| start..start + token.len())
}

/// The password in `scheme://user:password@host`, found at its colon.
fn in_address(text: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 200;
    let bytes = text.as_bytes();
    let is_user = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
    let user = run_before(bytes, at, 64, is_user);
    if !text.get(..at - user)?.ends_with("://") {
        return None;
    }
    let is_of = |byte: u8| !byte.is_ascii_whitespace() && !b"/\"'<>`@)".contains(&byte);
    let length = run_after(bytes, at + 1, is_of);
    let span = at + 1..at + 1 + length;
    let is_login = bytes.get(span.end) == Some(&b'@');
    let value = text.get(span.clone())?;
    (is_login && (1..LONGEST).contains(&length) && !is_stand_in(value)).then_some(span)
}

/// What stands behind "password=" or "token:".
fn named(text: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST_NAME: usize = 40;
    let bytes = text.as_bytes();
    let is_assigned = bytes.get(at) == Some(&b'=');
    let gap = run_before(bytes, at, 3, |byte| b" \"'`*".contains(&byte));
    let length = run_before(bytes, at - gap, LONGEST_NAME, is_token);
    let name = text.get(at - gap - length..at - gap)?;
    let strength = strength_of(name)?;
    let is_space = |byte: u8| b" \"'`*>".contains(&byte);
    let start = at + 1 + run_after(bytes, at + 1, is_space).min(4);
    let is_of = |byte: u8| byte > b' ' && !b"\"'`;,&<>|)".contains(&byte);
    let length = run_after(bytes, start, is_of);
    let value = text
        .get(start..start + length)?
        .trim_end_matches(['.', '*']);
    let is_mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_long = match (is_assigned, strength) {
        (true, Strength::Password) => value.len() >= 4,
        // "password: see the vault" has words; a password that is written down has a digit.
        (false, Strength::Password) => value.len() >= 6 && is_mixed,
        (_, Strength::Token) => value.len() >= 8 && is_mixed,
    };
    (is_long && !is_stand_in(value)).then(|| start..start + value.len())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Strength {
    Password,
    Token,
}

fn strength_of(name: &str) -> Option<Strength> {
    const PASSWORDS: &[&str] = &["password", "passwd", "passphrase", "pwd"];
    const TOKENS: &[&str] = &[
        "token",
        "secret",
        "api_key",
        "apikey",
        "api-key",
        "access_key",
        "secret_key",
        "private_key",
        "accesskey",
        "secretkey",
        "account_key",
        "accountkey",
    ];
    let ends = |words: &[&str]| {
        words.iter().any(|word| {
            let start = name.len().checked_sub(word.len());
            start
                .and_then(|start| name.get(start..))
                .is_some_and(|end| end.eq_ignore_ascii_case(word))
        })
    };
    match () {
        () if ends(PASSWORDS) => Some(Strength::Password),
        () if ends(TOKENS) => Some(Strength::Token),
        () => None,
    }
}

/// Whether a value only says that there is one: `***`, `$PASSWORD`, `[secret 1]`, `changed`.
pub(super) fn is_stand_in(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "null", "none", "true", "false", "redacted", "hidden", "masked", "empty", "unset", "xxxx",
        "required", "changeme", "removed", "string", "secret", "expired", "wrong",
    ];
    let is_marked =
        value.starts_with(['[', '<', '{', '$', '%', '*', '(', '\\', '…']) || value.contains("${");
    let first = value.bytes().next();
    let is_one_letter = value.bytes().all(|byte| Some(byte) == first);
    is_marked || is_one_letter || WORDS.iter().any(|word| word.eq_ignore_ascii_case(value))
}

/// The block of a private key that begins here, with its first and last lines.
fn key_block(text: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST_NAME: usize = 40;
    let rest = text.get(at..).filter(|rest| rest.starts_with(KEY_BLOCK))?;
    let head = rest.bytes().skip(KEY_BLOCK.len()).take(LONGEST_NAME);
    let name: String = head
        .take_while(|byte| *byte != b'-')
        .map(char::from)
        .collect();
    if !name.ends_with("PRIVATE KEY") {
        return None;
    }
    let end = rest.find("-----END ").and_then(|end| {
        let line = rest.get(end..)?;
        Some(end + line.find('\n').unwrap_or(line.len()))
    });
    // A block that was cut off goes to the end of its paragraph.
    let end = end.or_else(|| rest.find("\n\n")).unwrap_or(rest.len());
    Some(at..at + rest.get(..end)?.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Put together here, so that no tool takes this file for one with secrets.
    fn made(start: &str, length: usize) -> String {
        let letters = "a1B2c3D4e5".chars().cycle().take(length);
        start.chars().chain(letters).collect()
    }

    fn found(text: &str) -> Vec<&str> {
        let spans = secrets(text).into_iter();
        spans.map(|span| text.get(span).unwrap()).collect()
    }

    #[test]
    fn secrets_are_found_by_how_they_begin() {
        let upper = format!("AKIA{}", made("", 16).to_uppercase());
        let jwt = format!("{}.{}.{}", made("eyJ", 20), made("eyJ", 20), made("", 20));
        for secret in [
            upper,
            jwt,
            made("ghp_", 36),
            made("github_pat_", 40),
            made("glpat-", 20),
            made("xoxb-", 30),
            made("sk_live_", 24),
            made("AIza", 35),
            made("https://hooks.slack.com/services/T", 30),
        ] {
            for text in [
                secret.clone(),
                format!("it used `{secret}` then"),
                format!("x={secret}."),
            ] {
                assert_eq!(found(&text), [secret.as_str()], "{text}");
            }
        }
    }

    #[test]
    fn secrets_are_found_by_what_stands_before_them() {
        let token = made("", 24);
        for (text, secret) in [
            ("DB_PASSWORD=tr0ub4dor7 run".to_owned(), "tr0ub4dor7"),
            ("`password = \"openup\"`".to_owned(), "openup"),
            ("password: hunter42.".to_owned(), "hunter42"),
            ("Server=x;Password=letmein;Db=y".to_owned(), "letmein"),
            (format!("api_key: '{token}'"), &token),
            (format!("?access_token={token}&x=1"), &token),
            (format!("Authorization: Bearer {token}"), &token),
            ("postgres://app:sunrise@db/x".to_owned(), "sunrise"),
            (
                "AWS_SECRET_ACCESS_KEY=wJalr7/K9+bPx".to_owned(),
                "wJalr7/K9+bPx",
            ),
        ] {
            assert_eq!(found(&text), [secret], "{text}");
        }
        let block = "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----";
        let text = format!("```\n{block}\n```");
        assert_eq!(found(&text), [block]);
        let cut_off = "-----BEGIN PRIVATE KEY-----\nab";
        assert_eq!(found(&format!("{cut_off}\n\nc")), [cut_off]);
    }

    #[test]
    fn a_secret_is_told_by_what_does_not_give_it_away() {
        for (secret, words) in [
            (made("AKIA", 16), "An AWS access key (AKIA…) stands here"),
            (made("ghp_", 36), "A GitHub token (ghp_…) stands here"),
            (
                made("", 24),
                "This looks like a password, a key or a token (a1B2…)",
            ),
            (
                made("sk-", 8),
                "This looks like a password, a key or a token",
            ),
            (
                "-----BEGIN PRIVATE KEY-----\nab".to_owned(),
                "A private key stands here",
            ),
        ] {
            assert_eq!(told(&secret), words);
        }
    }

    #[test]
    fn what_only_looks_like_a_secret_is_left_alone() {
        for text in [
            "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
            "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "the password: it had expired in 2024",
            "password reset emails, the token: expired",
            "DB_PASSWORD=$SECRET, password=***, token=[secret 1], pwd=<yours>",
            "password=${VAULT:db}",
            "max_tokens=4096, tokens: 128000",
            "a bearer token with the wrong audience",
            "Authorization: Bearer $TOKEN",
            "https://user@host.test:8080/x and http://a.test:80/@x",
            "sk-learn-pipeline-for-the-batch-jobs",
            "the AKIA prefix, AKIATOOSHORT",
            "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----",
            "redis://:[secret 1]@cache/0",
        ] {
            assert!(secrets(text).is_empty(), "{text}");
        }
    }
}
