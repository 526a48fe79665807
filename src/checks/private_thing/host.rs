//! Hosts and addresses of an inner network.

use std::ops::Range;

use super::scanning::{before, run_after, run_before};

/// What the names of inner networks end with: by custom, or reserved for it (RFC 6762, RFC 8375).
const ENDINGS: &[&str] = &[
    "internal",
    "local",
    "corp",
    "lan",
    "intranet",
    "localdomain",
    "home.arpa",
    "svc",
];

/// The hosts and addresses of inner networks in a text.
pub(super) fn hosts(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = run_after(bytes, at, is_of_host);
        if length == 0 {
            at += 1;
            continue;
        }
        let run = text.get(at..at + length).unwrap_or_default();
        let name = run.trim_matches(['.', '-', '_']);
        let start = at + run.len() - run.trim_start_matches(['.', '-', '_']).len();
        let is_hidden = start > at && run.starts_with('.');
        let whole = start..start + name.len();
        if is_private_address(name) {
            if !is_version(text, whole.start) {
                found.push(whole.start..whole.end + suffix(bytes, whole.end, b'/'));
            }
        } else if is_of_syslog(name, bytes, whole.end) {
            found.push(whole);
        } else if !is_hidden && is_internal(name) && !is_path(text, bytes, whole.start) {
            found.push(whole.start..whole.end + suffix(bytes, whole.end, b':'));
        }
        at += length;
    }
    found
}

/// A host without its port. The length of a prefix stays: two networks may begin alike.
pub(super) fn name_of(host: &str) -> &str {
    host.split_once(':').map_or(host, |(name, _)| name)
}

/// Whether a bare name is the host in a line of syslog, where a process with its number stands behind
/// it: `web-eu-3 sshd[412]: …`. A bare name anywhere else may be anything.
fn is_of_syslog(name: &str, bytes: &[u8], end: usize) -> bool {
    let is_bare = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().any(|byte| byte.is_ascii_digit())
        && !name.contains('.');
    if !is_bare || bytes.get(end) != Some(&b' ') {
        return false;
    }
    let program = end + 1;
    let opening = program + run_after(bytes, program, |byte| is_of_host(byte) || byte == b'/');
    let digits = run_after(bytes, opening + 1, |byte| byte.is_ascii_digit());
    let closing = opening + 1 + digits;
    opening > program
        && bytes.get(opening) == Some(&b'[')
        && digits > 0
        && bytes.get(closing..closing + 2) == Some(b"]:")
}

fn is_of_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-_".contains(&byte)
}

/// A port or the length of a network's prefix: the mark and up to five digits.
fn suffix(bytes: &[u8], at: usize, mark: u8) -> usize {
    if bytes.get(at) != Some(&mark) {
        return 0;
    }
    match run_after(bytes, at + 1, |byte| byte.is_ascii_digit()) {
        digits @ 1..=5 => digits + 1,
        _ => 0,
    }
}

fn is_internal(name: &str) -> bool {
    if !name.contains('.') {
        return false;
    }
    let name = name.to_ascii_lowercase();
    let rest = ENDINGS.iter().find_map(|ending| {
        let rest = name.strip_suffix(ending)?.strip_suffix('.')?;
        (!rest.is_empty()).then_some((*ending, rest))
    });
    let Some((ending, rest)) = rest else {
        return false;
    };
    let last = rest.rsplit('.').next().unwrap_or_default();
    let first = rest.split('.').next().unwrap_or_default();
    // Files for one machine, and packages of code.
    let is_file = matches!(
        last,
        "env" | "config" | "settings" | "conf" | "docker-compose" | "compose" | "values" | "tfvars"
    );
    let is_package = matches!(
        first,
        "com" | "org" | "net" | "io" | "java" | "sun" | "jdk" | "go"
    );
    let is_service = ending != "svc" || rest.contains('.');
    !is_file && !is_package && is_service && rest.split('.').all(|label| !label.is_empty())
}

/// Whether a name is part of a path, and not of an address.
fn is_path(text: &str, bytes: &[u8], start: usize) -> bool {
    let is_after = |mark: &str| {
        text.get(..start)
            .is_some_and(|before| before.ends_with(mark))
    };
    matches!(before(bytes, start), Some(b'/' | b'\\' | b'~' | b'$')) && !is_after("://")
}

/// An address that no one outside can reach (RFC 1918, RFC 3927, RFC 6598).
fn is_private_address(name: &str) -> bool {
    let mut parts = name.split('.').map(|part| {
        let is_number =
            !part.is_empty() && part.len() <= 3 && !(part.len() > 1 && part.starts_with('0'));
        is_number.then(|| part.parse::<u8>().ok()).flatten()
    });
    let (Some(Some(first)), Some(Some(second)), Some(Some(_)), Some(Some(_)), None) = (
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
    ) else {
        return false;
    };
    match first {
        10 => true,
        172 => (16..32).contains(&second),
        192 => second == 168,
        169 => second == 254,
        100 => (64..128).contains(&second),
        _ => false,
    }
}

/// Whether the word before says that the numbers are a version.
fn is_version(text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    let gap = run_before(bytes, start, 2, |byte| b" \t=:\"`@".contains(&byte));
    let length = run_before(bytes, start - gap, 12, |byte| byte.is_ascii_alphabetic());
    let word = text
        .get(start - gap - length..start - gap)
        .unwrap_or_default();
    let is_joined = before(bytes, start) == Some(b'@');
    is_joined
        || [
            "v", "version", "versions", "release", "build", "upgrade", "firmware",
        ]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inner_network_is_told_from_versions_files_and_the_outside() {
        for (text, found) in [
            ("on db-3.prod.internal.", vec!["db-3.prod.internal"]),
            ("http://grafana.corp:3000/d/1", vec!["grafana.corp:3000"]),
            (
                "api.shop.svc.cluster.local:8080",
                vec!["api.shop.svc.cluster.local:8080"],
            ),
            (
                "api.shop.svc, printer.local",
                vec!["api.shop.svc", "printer.local"],
            ),
            (
                "ssh app@ip-10-0-0-7.ec2.internal",
                vec!["ip-10-0-0-7.ec2.internal"],
            ),
            (
                "from 10.20.0.7 to 192.168.1.1:80",
                vec!["10.20.0.7", "192.168.1.1"],
            ),
            (
                "in 10.0.0.0/8 and 172.16.4.2",
                vec!["10.0.0.0/8", "172.16.4.2"],
            ),
            ("version 10.4.1.2, v10.4.1.2, build 10.0.1.9", vec![]),
            (
                "8.8.8.8, 172.32.0.1, 127.0.0.1, 10.0.19041.1, 10.20.30",
                vec![],
            ),
            ("1.10.20.0.7 and 10.020.0.7", vec![]),
            (
                "~/.local/share, .env.local, settings.local, /etc/x.local",
                vec![],
            ),
            (
                "the internal API, local.example, com.acme.internal, svc",
                vec![],
            ),
            ("internal.example.com is public", vec![]),
            (
                "web-eu-3 sshd[412]: closed\nMay  3 14:31:05 mon-1 postfix/smtpd[7]: lost",
                vec!["web-eu-3", "mon-1"],
            ),
            (
                "web-eu-3 was full, pay-eu-1 kernel: oom, restarted sshd[412]: ok, app-2 worker[a]:",
                vec![],
            ),
        ] {
            let hosts: Vec<&str> = hosts(text)
                .into_iter()
                .map(|span| text.get(span).unwrap())
                .collect();
            assert_eq!(hosts, found, "{text}");
        }
    }
}
