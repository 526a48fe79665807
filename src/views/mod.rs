//! Components, and nothing but components: they read signals of `editor` and call its verbs. No
//! storage, no clipboard, no text formats.

// `#[component]` makes a public struct for the properties of every component.
#![expect(unreachable_pub, reason = "written by the component macro")]

mod app;
mod backup;
mod button;
mod check_box;
mod document_pane;
mod draft_list;
mod editor_screen;
mod erased;
mod export_dialog;
mod export_ways;
mod fields;
mod finding_row;
mod findings;
mod form;
mod help_dialog;
mod home;
mod import_choices;
mod import_dialog;
mod import_review;
mod notice;
mod offline;
mod paper;
mod paste_choices;
mod paste_dialog;
mod paste_rows;
mod publishing;
mod question;
mod section_list;
mod top_bar;
mod undo_buttons;
mod versions_dialog;

pub use app::App;
