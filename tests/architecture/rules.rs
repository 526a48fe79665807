//! The house rules, each a function from a file to what is wrong with it.

#![expect(clippy::indexing_slicing, reason = "a test may panic, and says where")]

use crate::source::{Mention, mentions, stands_at, tokens};

/// A layer: a folder of `src`, or a place where programs begin.
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    pub(crate) layers: &'static [&'static str],
    pub(crate) packages: &'static [&'static str],
}

/// A file: its path from the root of the repository, and its text.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Lines that a file of `views` may have. The goal is 200: a component that needs more is two.
const VIEW_LINES: usize = 250;

/// Lines that any other file may have.
const LINES: usize = 400;

impl Layer {
    /// The layer's row in ARCHITECTURE.md.
    pub(crate) fn row(&self) -> String {
        let list = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            if names.is_empty() {
                "–".to_owned()
            } else {
                names.join(", ")
            }
        };
        format!(
            "| `{}` | {} | {} |",
            self.name,
            list(self.layers),
            list(self.packages)
        )
    }
}

/// Mentions of layers and packages that the file's layer does not see. `packages` are the names
/// of all that Cargo.toml depends on.
pub(crate) fn unseen(file: &File, layers: &[Layer], packages: &[String]) -> Vec<String> {
    let module = module_of(&file.path);
    let Some(name) = layer_of(&file.path) else {
        return Vec::new();
    };
    let Some(layer) = layers.iter().find(|layer| layer.name == name) else {
        return vec![format!(
            "{}: `{name}` has no row in the table of layers",
            file.path
        )];
    };
    let is_seen = |mention: &Mention| match target(mention, &module) {
        Target::Layer(other) => other == name || layer.layers.contains(&other.as_str()),
        Target::Package(package) => {
            !packages.contains(&package) || layer.packages.contains(&package.as_str())
        }
    };
    mentions(&tokens(&file.text))
        .iter()
        .filter(|mention| !is_seen(mention))
        .map(|mention| {
            let path = mention.path.join("::");
            format!(
                "{}:{}: `{name}` does not see `{path}`",
                file.path, mention.line
            )
        })
        .collect()
}

/// Panics: a panic ends the page with the text in it.
pub(crate) fn panics(file: &File) -> Vec<String> {
    const BANNED: &[&[&str]] = &[
        &[".", "unwrap", "("],
        &[".", "expect", "("],
        &["panic", "!"],
        &["todo", "!"],
        &["unimplemented", "!"],
    ];
    banned(file, BANNED)
}

/// Storage outside `browser`.
pub(crate) fn storage(file: &File) -> Vec<String> {
    if layer_of(&file.path).as_deref() == Some("browser") {
        return Vec::new();
    }
    // The same names stand elsewhere for other things: leptos has a `LocalStorage` of its own.
    const BANNED: &[&[&str]] = &[
        &["local_storage"],
        &["session_storage"],
        &["gloo_storage"],
        &["web_sys", "::", "Storage"],
    ];
    banned(file, BANNED)
}

/// Markup outside `views` and the page's entry.
pub(crate) fn markup(file: &File) -> Vec<String> {
    match layer_of(&file.path).as_deref() {
        Some("views" | "main") => Vec::new(),
        _ => banned(file, &[&["view", "!"]]),
    }
}

/// Whether the file hands HTML to the page as it is.
pub(crate) fn has_inner_html(file: &File) -> bool {
    !banned(file, &[&["inner_html"]]).is_empty()
}

/// A module without a word on what it is for.
pub(crate) fn headless(file: &File) -> Option<String> {
    let has_head = file
        .text
        .lines()
        .next()
        .is_some_and(|line| line.starts_with("//! "));
    (!has_head).then(|| format!("{}: does not begin with `//!`", file.path))
}

/// A file that has grown too long.
pub(crate) fn too_long(file: &File) -> Option<String> {
    let most = if file.path.starts_with("src/views/") {
        VIEW_LINES
    } else {
        LINES
    };
    let lines = file.text.lines().count();
    (lines > most).then(|| format!("{}: {lines} lines, {most} at most", file.path))
}

/// A name that says nothing.
pub(crate) fn nameless(file: &File) -> Option<String> {
    const EMPTY: &[&str] = &[
        "utils", "util", "helpers", "helper", "types", "common", "misc",
    ];
    let is_empty = |part: &str| EMPTY.contains(&part.split('.').next().unwrap_or(part));
    file.path
        .split('/')
        .any(is_empty)
        .then(|| format!("{}: a name that would fit anything", file.path))
}

/// The folders of `src` that the code map leaves out, and the paths in it that are not there.
pub(crate) fn stale_map(
    map: &str,
    folders: &[String],
    exists: impl Fn(&str) -> bool,
) -> Vec<String> {
    let named: Vec<&str> = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|path| path.starts_with("src/"))
        .collect();
    let missing = folders
        .iter()
        .filter(|folder| {
            !named
                .iter()
                .any(|path| path.trim_end_matches('/') == folder.as_str())
        })
        .map(|folder| format!("the code map leaves out {folder}"));
    let gone = named
        .iter()
        .filter(|path| !exists(path))
        .map(|path| format!("the code map names {path}, which is not there"));
    missing.chain(gone).collect()
}

/// The names of the packages that a manifest depends on, as they are written in code.
pub(crate) fn packages_of(manifest: &str) -> Vec<String> {
    let mut is_dependencies = false;
    let mut packages = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_dependencies = line.trim_end().ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (is_dependencies, line.split_once(" = ")) {
            let is_name = name
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_');
            packages.extend(is_name.then(|| name.replace('-', "_")));
        }
    }
    packages
}

/// What a path leads to.
enum Target {
    Layer(String),
    Package(String),
}

fn target(mention: &Mention, module: &[String]) -> Target {
    let words = &mention.path;
    let mut from: Vec<String> = module.iter().chain(&mention.inside).cloned().collect();
    let mut at = 0;
    match words[0].as_str() {
        "crate" | "postmortem_editor" => (from, at) = (Vec::new(), 1),
        "self" => at = 1,
        "super" => {
            while words.get(at).is_some_and(|word| word == "super") {
                from.pop();
                at += 1;
            }
        }
        package => return Target::Package(package.to_owned()),
    }
    from.extend(words[at..].iter().cloned());
    Target::Layer(from.first().cloned().unwrap_or_else(|| "*".to_owned()))
}

/// The layer that a file of `src` belongs to; none for the list of modules.
fn layer_of(path: &str) -> Option<String> {
    let inner = path.strip_prefix("src/")?;
    let name = inner.split('/').next()?.trim_end_matches(".rs");
    (name != "lib").then(|| name.to_owned())
}

/// The module that a file of the library is; the programs' own modules have no place in it.
fn module_of(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

fn banned(file: &File, banned: &[&[&str]]) -> Vec<String> {
    let tokens = tokens(&file.text);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        for words in banned.iter().filter(|words| stands_at(&tokens, at, words)) {
            found.push(format!(
                "{}:{}: `{}`",
                file.path,
                tokens[at].line,
                words.concat()
            ));
        }
    }
    found
}
