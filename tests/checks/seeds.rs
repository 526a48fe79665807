//! What is wrong with documents that people have handed in, read where they lie. Without that
//! folder there is nothing to read; the same flaws are in the examples of the checks.

use postmortem_editor::checks::findings;
use postmortem_editor::markdown;

const FOLDER: &str = "/work/shared/seeds";

#[test]
fn the_true_faults_of_documents_from_elsewhere_are_found() {
    for (name, wanted) in [
        ("seed-000", &[("ACT20", 1)][..]),
        ("seed-001", &[("ACT02", 4), ("ACT03", 4)]),
        ("seed-002", &[("SUM04", 1), ("TIM05", 1)]),
        ("seed-003", &[("SUM05", 1), ("ACT02", 5)]),
        ("seed-004", &[("TIM05", 1)]),
    ] {
        let Ok(text) = std::fs::read_to_string(format!("{FOLDER}/{name}.md")) else {
            continue;
        };
        let reading = markdown::read(&text);
        let found = findings(&reading.document, reading.template);
        for (code, count) in wanted {
            let of_it = found.iter().filter(|it| it.check.code == *code).count();
            assert_eq!(of_it, *count, "{code} in {name}");
        }
    }
}
