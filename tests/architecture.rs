//! The house rules of ARCHITECTURE.md, held against the tree. A rule that cannot fail is no rule,
//! so each is first shown something that breaks it.

#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/tree.rs"]
mod tree;

use rules::{File, Layer};
use tree::{files, read, root, rust_files};

/// The table of layers: which layers and which packages each one sees. ARCHITECTURE.md shows it.
const LAYERS: &[Layer] = &[
    Layer {
        name: "zone",
        layers: &[],
        packages: &["chrono", "chrono_tz"],
    },
    Layer {
        name: "postmortem",
        layers: &["zone"],
        packages: &["chrono"],
    },
    Layer {
        name: "template",
        layers: &["postmortem"],
        packages: &[],
    },
    Layer {
        name: "markdown",
        layers: &["postmortem", "template"],
        packages: &["chrono", "pulldown_cmark"],
    },
    Layer {
        name: "checks",
        layers: &["postmortem", "template"],
        packages: &["chrono"],
    },
    Layer {
        name: "draft",
        layers: &["postmortem", "template"],
        packages: &["serde_json"],
    },
    Layer {
        name: "paste",
        layers: &["zone", "postmortem"],
        packages: &["chrono"],
    },
    Layer {
        name: "picture",
        layers: &["postmortem"],
        packages: &["chrono"],
    },
    Layer {
        name: "copies",
        layers: &["postmortem", "template", "draft"],
        packages: &[],
    },
    Layer {
        name: "delivery",
        layers: &["postmortem", "markdown"],
        packages: &["chrono"],
    },
    Layer {
        name: "facts",
        layers: &["postmortem", "template", "markdown"],
        packages: &["chrono", "serde"],
    },
    Layer {
        name: "publishing",
        layers: &["postmortem", "template", "checks"],
        packages: &[],
    },
    Layer {
        name: "reader",
        layers: &[
            "postmortem",
            "template",
            "draft",
            "markdown",
            "checks",
            "paste",
            "publishing",
        ],
        packages: &["chrono"],
    },
    Layer {
        name: "browser",
        layers: &["zone", "postmortem", "template", "draft", "reader"],
        packages: &[
            "chrono",
            "gloo_storage",
            "gloo_timers",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    },
    Layer {
        name: "editor",
        layers: &[
            "zone",
            "postmortem",
            "template",
            "markdown",
            "checks",
            "draft",
            "picture",
            "paste",
            "copies",
            "delivery",
            "reader",
            "browser",
        ],
        packages: &["chrono", "leptos"],
    },
    Layer {
        name: "views",
        layers: &[
            "zone",
            "postmortem",
            "template",
            "checks",
            "copies",
            "editor",
        ],
        packages: &["chrono", "leptos"],
    },
    Layer {
        name: "main",
        layers: &["views"],
        packages: &["console_error_panic_hook", "leptos"],
    },
    Layer {
        name: "bin",
        layers: &[
            "zone",
            "postmortem",
            "template",
            "markdown",
            "checks",
            "draft",
            "delivery",
            "facts",
            "publishing",
            "reader",
            "browser",
        ],
        packages: &["clap", "serde_json"],
    },
];

#[test]
fn a_layer_sees_only_what_the_table_allows() {
    let packages = rules::packages_of(&read("Cargo.toml"));
    assert!(
        packages.contains(&"pulldown_cmark".to_owned()),
        "{packages:?}"
    );
    none(each(&rust_files("src"), |file| {
        rules::unseen(file, LAYERS, &packages)
    }));
}

#[test]
fn the_table_allows_only_what_stands_above_in_it() {
    for (index, layer) in LAYERS.iter().enumerate() {
        for seen in layer.layers {
            let is_above = LAYERS[..index].iter().any(|above| above.name == *seen);
            assert!(is_above, "`{}` sees `{seen}`", layer.name);
        }
    }
}

#[test]
fn the_document_shows_the_table_of_layers() {
    let document = read("ARCHITECTURE.md");
    let missing = LAYERS
        .iter()
        .map(Layer::row)
        .filter(|row| !document.contains(row.as_str()));
    none(missing.collect());
}

#[test]
fn the_code_map_names_every_folder_and_nothing_else() {
    let document = read("ARCHITECTURE.md");
    let map = document.split("\n## Code map\n").nth(1).unwrap();
    let map = map.split("\n## ").next().unwrap();
    let mut folders: Vec<String> = rust_files("src")
        .iter()
        .filter_map(|file| Some(file.path.rsplit_once('/')?.0.to_owned()))
        .filter(|folder| folder.matches('/').count() == 1)
        .collect();
    folders.dedup();
    assert!(folders.contains(&"src/template".to_owned()), "{folders:?}");
    // A layer that the table plans for may be described before its first file lands.
    let exists = |path: &str| {
        let path = path.trim_end_matches('/');
        root(path).exists()
            || LAYERS
                .iter()
                .any(|layer| path == format!("src/{}", layer.name))
    };
    none(rules::stale_map(map, &folders, exists));
}

#[test]
fn no_file_outgrows_its_reader() {
    let extensions = ["rs", "css", "ts", "mjs"];
    let all = ["src", "style", "tests"]
        .map(|folder| files(folder, &extensions))
        .concat();
    none(all.iter().filter_map(rules::too_long).collect());
}

#[test]
fn every_module_says_what_it_is_for() {
    let all = ["src", "tests"].map(rust_files).concat();
    none(all.iter().filter_map(rules::headless).collect());
}

#[test]
fn every_name_says_something() {
    let all = ["src", "style", "tests"]
        .map(|folder| files(folder, &[]))
        .concat();
    none(all.iter().filter_map(rules::nameless).collect());
}

#[test]
fn nothing_panics_outside_tests() {
    none(each(&rust_files("src"), rules::panics));
}

#[test]
fn only_the_browser_layer_touches_storage_and_only_views_hold_markup() {
    none(each(&rust_files("src"), rules::storage));
    none(each(&rust_files("src"), rules::markup));
}

#[test]
fn html_enters_the_page_in_one_place() {
    let sources = rust_files("src");
    let entries: Vec<&str> = sources
        .iter()
        .filter(|file| rules::has_inner_html(file))
        .map(|file| file.path.as_str())
        .collect();
    assert!(entries.len() <= 1, "{entries:?}");
}

#[test]
fn the_rule_of_layers_finds_every_way_to_name_another_layer() {
    let packages = ["leptos", "web_sys", "serde_json", "gloo_timers"].map(str::to_owned);
    let count = |path: &str, text: &str| rules::unseen(&file(path, text), LAYERS, &packages).len();
    for text in [
        "use crate::markdown::write;",
        "use crate::{postmortem::Field, draft};",
        "use crate::{postmortem::{Field, Item}, draft::{Draft, self}};",
        "use crate::*;",
        "use super::super::super::markdown;",
        "use super::super::super::{postmortem, editor::Editor};",
        "fn f() { super::super::super::browser::now(); }",
        "fn f() { let x = crate::browser::now(); }",
        "fn f(x: &crate::views::App) {}",
        "mod inner { use super::super::super::super::markdown; }",
        "use leptos::prelude::*;",
        "use leptos;",
        "use {web_sys::Window, std::fmt};",
        "fn f() -> ::serde_json::Value { x }",
        "fn f() { gloo_timers::callback::Timeout::new(0, || {}); }",
        "#[cfg(not(test))] use web_sys::Window;",
        "#[cfg(test)] mod tests {} use web_sys::Window;",
        "const X: &str = \"\\\"\"; const Y: char = '\"'; use web_sys::Window;",
        "fn f<'a>(x: &'a str) { r#\"\"#; web_sys::window(); }",
    ] {
        assert!(count("src/checks/timeline/order.rs", text) > 0, "{text}");
    }
    for text in [
        "use crate::postmortem::{Field, Item};",
        "use super::{Check, super_word};",
        "use super::super::Finding;",
        "use self::markdown::x;",
        "mod inner { use super::super::super::super::postmortem; }",
        "// use crate::markdown::write;",
        "/* leptos::x /* nested */ web_sys::x */",
        "/// [`crate::markdown::read`]\nfn f() {}",
        "const X: &str = \"crate::markdown::read\";",
        "const X: &str = r#\"\"web_sys::x\"#;",
        "#[cfg(test)] mod tests { use crate::markdown::read; fn f() { serde_json::x() } }",
        "#[cfg(all(test, unix))] use crate::markdown::read;",
        "fn f() { x.leptos::<u8>(); }",
    ] {
        assert_eq!(count("src/checks/timeline/order.rs", text), 0, "{text}");
    }
    assert_eq!(
        count("src/main.rs", "use postmortem_editor::browser::now;"),
        1
    );
    assert_eq!(
        count("src/bin/x.rs", "use postmortem_editor::facts::Facts;"),
        0
    );
    assert_eq!(count("src/unplanned/mod.rs", ""), 1);
}

#[test]
fn the_other_rules_find_what_they_look_for() {
    let path = "src/checks/mod.rs";
    for text in [
        "x.unwrap()",
        "x\n  .expect(\"y\")",
        "panic!(\"y\")",
        "todo!()",
        "unimplemented!()",
    ] {
        assert_eq!(rules::panics(&file(path, text)).len(), 1, "{text}");
    }
    for text in [
        "x.unwrap_or(y)",
        "#[expect(a, reason = \"b\")]",
        "#[cfg(test)] fn f() { x.unwrap() }",
    ] {
        assert_eq!(rules::panics(&file(path, text)).len(), 0, "{text}");
    }
    for text in [
        "window.local_storage()",
        "gloo_storage::LocalStorage::get(key)",
        "web_sys::Storage",
    ] {
        assert_eq!(rules::storage(&file(path, text)).len(), 1, "{text}");
        assert_eq!(
            rules::storage(&file("src/browser/x.rs", text)).len(),
            0,
            "{text}"
        );
    }
    assert_eq!(
        rules::markup(&file("src/editor/mod.rs", "view! { <p/> }")).len(),
        1
    );
    assert_eq!(
        rules::markup(&file("src/views/app.rs", "view! { <p/> }")).len(),
        0
    );
    assert!(rules::has_inner_html(&file(path, "<div inner_html=html/>")));
    assert!(rules::headless(&file(path, "\n//! Late\n")).is_some());
    assert!(rules::headless(&file(path, "//! What it is for\n")).is_none());
    assert!(rules::too_long(&file(path, &"\n".repeat(401))).is_some());
    assert!(rules::too_long(&file("src/views/app.rs", &"\n".repeat(251))).is_some());
    for path in [
        "src/utils.rs",
        "src/checks/helpers.rs",
        "src/common/mod.rs",
        "style/types.css",
    ] {
        assert!(rules::nameless(&file(path, "")).is_some(), "{path}");
    }
    let folders = ["src/a".to_owned(), "src/b".to_owned()];
    let stale = rules::stale_map("`src/a/` and `src/gone.rs`", &folders, |path| {
        path == "src/a/"
    });
    assert_eq!(stale.len(), 2, "{stale:?}");
}

fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

fn each(files: &[File], rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    files.iter().flat_map(rule).collect()
}

fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}
