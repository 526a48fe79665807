//! The only code that knows that it is in a browser. Thin, and every failure is a value: nothing
//! here panics, and nothing here decides what to do about a failure.

// The bans in clippy.toml send everyone here.
#![expect(
    clippy::disallowed_types,
    reason = "this is the layer that wraps these types"
)]

mod address;
mod beside;
mod clipboard;
mod clock;
mod dom;
mod download;
mod draft_storage;
mod files;
mod folder;
mod mirror;
mod near;
mod offline;
mod page_events;
mod preferences;
mod template_storage;
mod text_edit;
mod time_zones;
mod timer;

pub use address::{address, set_address};
pub use beside::{Beside, BesideProblem, answer_page};
pub use clipboard::{copy_rich, copy_text, has_clipboard, has_rich_clipboard};
pub use clock::{date_and_time, minutes_ahead_of_utc, new_draft_id, now, today};
pub use dom::{
    clicked_place, close_dialog, close_dialogs, confirm, focus_place, focus_selector, focus_text,
    is_dialog_open, keep_focus, open_page, print_page, reveal, set_title, show_dialog,
};
pub use download::download_text;
pub use draft_storage::{Damaged, DraftStorage, Library, LoadProblem, SaveProblem, StorageProblem};
pub use files::{FileProblem, GivenFile, on_drop, on_paste, pasted_into, picked_files};
pub use folder::{Folder, has_folders, kept_folder, pick_folder};
pub use mirror::{Mirror, Shelf};
pub use near::{Nearness, watch_nearness};
pub use offline::{Offline, download_one_file, offline, on_offline_change, take_update};
pub use page_events::{
    KeyPress, after_press, follow_presses, on_address_change, on_key_down, on_page_hide,
    on_stored_elsewhere,
};
pub use preferences::{
    Theme, apply_theme, store_backup_time, store_export_choices, store_header, store_repo_setting,
    stored_backup_time, stored_export_choices, stored_header, stored_repo_setting, stored_theme,
};
pub use template_storage::{remove_stored_template, store_template, stored_templates};
pub use text_edit::{Wrap, insert_around_selection, select_in_focus, type_into};
pub use time_zones::{TimeZones, local_zone};
pub use timer::{Debounce, after_paint, once_seen};

/// The page's window; `None` outside of one (in a worker).
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page's document.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
