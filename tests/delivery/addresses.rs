//! Addresses of pages on the sites where repos live.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

use postmortem_editor::delivery::{
    Forge, Issue, Repo, RepoProblem, issues, new_file_address, new_issue_address, repo_path,
};
use postmortem_editor::postmortem::{Postmortem, example};

#[test]
fn a_new_file_has_its_page_on_every_site() {
    let path = repo_path("docs/pm+x/{slug}.md", &Postmortem::default()).unwrap();
    let root = repo_path("{slug}.md", &Postmortem::default()).unwrap();
    const HUB: &str = "https://github.com/acme/app/new/main?filename=docs/pm%2Bx/postmortem.md";
    const LAB: &str =
        "https://gitlab.com/acme/ops/app/-/new/main?file_name=docs/pm%2Bx/postmortem.md";
    const BERG: &str = "https://codeberg.org/acme/app/_new/main/docs/pm+x?filename=postmortem.md";
    for (address, page) in [
        ("https://github.com/acme/app", HUB),
        (" https://github.com/acme/app.git/ ", HUB),
        ("HTTPS://GitHub.com/acme/app?tab=readme#x", HUB),
        ("git@github.com:acme/app.git", HUB),
        ("ssh://git@github.com:22/acme/app.git", HUB),
        ("git://github.com/acme/app", HUB),
        ("github.com/acme/app", HUB),
        ("https://github.com/acme/app/tree/main", HUB),
        ("https://gitlab.com/acme/ops/app", LAB),
        ("git@gitlab.com:acme/ops/app.git", LAB),
        (
            "https://gitlab.com/acme/ops/app/-/tree/main?ref_type=heads",
            LAB,
        ),
        ("https://gitlab.com/acme/ops/app/-/merge_requests", LAB),
        ("https://codeberg.org/acme/app", BERG),
        ("https://codeberg.org/acme/app/src/branch/main", BERG),
        (
            "https://github.com/acme/app/tree/release/2.0",
            "https://github.com/acme/app/new/release/2.0?filename=docs/pm%2Bx/postmortem.md",
        ),
        (
            "http://git.example.org:8080/acme/app/src/branch/a%23b",
            "http://git.example.org:8080/acme/app/_new/a%23b/docs/pm+x?filename=postmortem.md",
        ),
        (
            "https://code.example.org/team/app/-/tree/trunk",
            "https://code.example.org/team/app/-/new/trunk?file_name=docs/pm%2Bx/postmortem.md",
        ),
    ] {
        let repo = Repo::parse(address).unwrap();
        assert_eq!(new_file_address(&repo, &path), page, "{address}");
    }
    let repo = Repo::parse("codeberg.org/acme/app").unwrap();
    assert_eq!(
        new_file_address(&repo, &root),
        "https://codeberg.org/acme/app/_new/main?filename=postmortem.md"
    );
    assert_eq!(repo.forge, Forge::Gitea);
    assert_eq!(repo.name(), "acme/app");
}

#[test]
fn what_is_no_address_of_a_repo_is_said_to_be_none() {
    use RepoProblem::{Blank, NotARepo, Secret, UnknownSite};
    for (address, problem) in [
        ("  ", Blank),
        ("acme/app", NotARepo),
        ("app", NotARepo),
        ("https://github.com", NotARepo),
        ("https://github.com/acme", NotARepo),
        ("https://github.com/acme/app/issues/3", NotARepo),
        ("https://github.com/acme/../app", NotARepo),
        ("https://github.com/acme/.git", NotARepo),
        ("https://github.com/ac me/app", NotARepo),
        ("https://github.com/\"><script>/app", NotARepo),
        ("https://gith\u{fc}b.com/acme/app", NotARepo),
        ("https://github.com:port/acme/app", NotARepo),
        ("javascript:alert(1)//github.com/acme/app", NotARepo),
        ("javascript://github.com/acme/app", NotARepo),
        ("data://github.com/acme/app", NotARepo),
        ("file:///home/me/app", NotARepo),
        ("https://ghp_secret@github.com/acme/app", Secret),
        ("https://me:secret@github.com/acme/app", Secret),
        ("me:secret@github.com/acme/app", Secret),
        ("https://git.example.org/acme/app", UnknownSite),
        ("git@git.example.org:acme/app.git", UnknownSite),
    ] {
        assert_eq!(Repo::parse(address), Err(problem), "{address}");
    }
}

#[test]
fn an_address_of_an_issue_is_short_and_tells_what_fits() {
    let sites = [
        (
            "https://github.com/a/b",
            "https://github.com/a/b/issues/new?title=",
            "&body=",
        ),
        (
            "https://gitlab.com/a/b",
            "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D=",
            "&issue%5Bdescription%5D=",
        ),
        (
            "https://codeberg.org/a/b",
            "https://codeberg.org/a/b/issues/new?title=",
            "&body=",
        ),
    ];
    for (address, start, between) in sites {
        let repo = Repo::parse(address).unwrap();
        for (title, body) in [
            ("Alert on lag", "- Owner: Ada & Bo\n"),
            (&*"a".repeat(5_000), &*"b".repeat(5_000)),
            (&*"漢".repeat(500), &*"é ".repeat(2_000)),
            ("", ""),
        ] {
            let issue = Issue {
                title: title.to_owned(),
                body: body.to_owned(),
            };
            let page = new_issue_address(&repo, &issue);
            let (told, described) = page
                .strip_prefix(start)
                .unwrap()
                .split_once(between)
                .unwrap();
            assert!(page.len() < 2_000, "{}", page.len());
            for (told, whole) in [(told, title), (described, body)] {
                let told = decoded(told);
                let is_cut = told
                    .strip_suffix('…')
                    .is_some_and(|start| whole.starts_with(start));
                assert!(told == whole || is_cut, "{told}");
            }
        }
    }
}

#[test]
fn every_open_action_item_without_a_ticket_is_an_issue() {
    let mut document = example();
    let items = &mut document.follow_up.action_items;
    for item in items.iter_mut() {
        item.ticket.clear();
        item.status = "".into();
    }
    items[0].text = "Alert on *lag*\n\nFor every queue".to_owned();
    items[1].ticket = "INC-1".to_owned();
    items[2].status = "Done".into();
    let count = items.len();
    let owner = items[0].owner.clone();
    let issues = issues(&document);
    assert_eq!(issues.len(), count - 2);
    assert_eq!(issues[0].title, "Alert on *lag*");
    assert!(
        issues[0]
            .body
            .starts_with("Alert on *lag*\n\nFor every queue\n\n- Owner: ")
    );
    assert!(issues[0].body.contains(&owner));
    assert!(
        issues[0]
            .body
            .contains("- From: Postmortem: parcel tracking")
    );
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}
