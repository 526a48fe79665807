//! The message over the page.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::*;

use super::session::Session;

/// A message over the page, until it is dismissed or the next one comes.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Good news or bad.
    pub kind: NoticeKind,
    /// The words.
    pub text: String,
    /// A way to take it back.
    pub undo: Option<Undo>,
}

/// What takes back what a notice tells of. Shared, and not a `Callback`: that one ends with the row
/// whose button made it, and a removed row is what there is to take back.
#[derive(Clone)]
pub struct Undo(Arc<dyn Fn() + Send + Sync>);

impl Undo {
    /// Takes it back.
    pub fn run(&self) {
        (self.0)();
    }
}

impl fmt::Debug for Undo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Undo")
    }
}

/// What sort of news a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// It worked.
    Done,
    /// It did not.
    Problem,
}

impl Session {
    /// Shows a message over the page.
    pub fn notify(self, kind: NoticeKind, text: impl Into<String>) {
        self.notice.set(Some(Notice {
            kind,
            text: text.into(),
            undo: None,
        }));
    }

    /// Shows a message with a button that takes back what it tells of.
    pub fn notify_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        if let Some(editor) = self.open.get_value() {
            editor.note_deed();
        }
        self.offer(text.into(), Arc::new(undo));
    }

    fn offer(self, text: String, undo: Arc<dyn Fn() + Send + Sync>) {
        // What was offered before is offered again once this is taken back.
        let before = self
            .notice
            .with_untracked(|notice| notice.clone().filter(|notice| notice.undo.is_some()));
        let take_back = move || {
            self.notice.set(before.clone());
            undo();
        };
        self.notice.set(Some(Notice {
            kind: NoticeKind::Done,
            text,
            undo: Some(Undo(Arc::new(take_back))),
        }));
    }

    /// Takes a message away that only says that something worked: on another screen it is old news.
    pub(super) fn dismiss_done(self) {
        self.dismiss_if(|notice| notice.kind == NoticeKind::Done && notice.undo.is_none());
    }

    /// Takes the offer of an undo away: what it would put back belongs to a draft that is closed.
    pub(super) fn withdraw_undo(self) {
        self.dismiss_if(|notice| notice.undo.is_some());
    }

    fn dismiss_if(self, is_meant: fn(&Notice) -> bool) {
        if self
            .notice
            .with_untracked(|notice| notice.as_ref().is_some_and(is_meant))
        {
            self.notice.set(None);
        }
    }
}
