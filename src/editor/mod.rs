//! Session state: what is open, what was typed, what follows from it, and the verbs that change it.
//!
//! Signals and commands, no markup. A view reads signals and calls verbs; every effect on the world
//! outside (storage, clipboard, files, the address) happens in a verb here. Nothing here names a
//! browser type.

mod commands;
mod derived;
mod export;
mod fields;
mod open_draft;
mod rows;
mod save_state;
mod session;

pub use crate::browser::{Damaged, Theme, Wrap};
pub use derived::PartProgress;
pub use export::EXPORT_DIALOG_ID;
pub use fields::{EnteredText, entered, items_field, text_field};
pub use open_draft::{Editor, Pane, Tab, Target};
pub use save_state::SaveState;
pub use session::{Notice, NoticeKind, Screen, Session, date_and_time};

/// The focused text area that a formatting button works on.
pub use crate::browser::{clicked_place, insert_around_selection};
