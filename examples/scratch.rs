//! scratch
use postmortem_editor::markdown;
use std::collections::BTreeMap;
fn words(t: &str) -> BTreeMap<String, usize> {
    let mut m = BTreeMap::new();
    for w in t
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        *m.entry(w.to_owned()).or_insert(0) += 1;
    }
    m
}
fn main() {
    let show = std::env::var("SHOW").is_ok();
    for f in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&f).unwrap();
        let r = markdown::read(&t);
        let out = markdown::write(&r.document, r.template);
        if show {
            println!("{out}");
            for n in &r.notes {
                println!("NOTE {:?} {}", n.kind, n.message);
            }
            continue;
        }
        let (a, b) = (words(&t), words(&out));
        let lost: Vec<String> = a
            .iter()
            .filter(|(w, n)| b.get(*w).copied().unwrap_or(0) < **n)
            .map(|(w, n)| format!("{w}×{}", n - b.get(w).copied().unwrap_or(0)))
            .collect();
        let r2 = markdown::read(&out);
        let out2 = markdown::write(&r2.document, r2.template);
        println!(
            "{f}: {}{}",
            lost.join(" "),
            if out2 == out && r2.document == r.document {
                ""
            } else {
                " UNSTABLE"
            }
        );
    }
}
