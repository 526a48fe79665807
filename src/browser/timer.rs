//! Later.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

/// Runs something once it has been quiet for a while.
#[derive(Clone)]
pub struct Debounce {
    quiet_ms: u32,
    timeout: Rc<RefCell<Option<Timeout>>>,
    run: Rc<dyn Fn()>,
}

impl Debounce {
    /// Runs `run` after `quiet_ms` milliseconds without another call of [`Debounce::restart`].
    pub fn new(quiet_ms: u32, run: impl Fn() + 'static) -> Self {
        Self {
            quiet_ms,
            timeout: Rc::default(),
            run: Rc::new(run),
        }
    }

    /// Starts the wait anew.
    pub fn restart(&self) {
        self.restart_after(self.quiet_ms);
    }

    /// Starts the wait anew, and makes it `ms` milliseconds long this once.
    pub fn restart_after(&self, ms: u32) {
        let run = Rc::clone(&self.run);
        // Dropping the timeout before cancels it.
        *self.timeout.borrow_mut() = Some(Timeout::new(ms, move || run()));
    }

    /// Ends the wait without running.
    pub fn cancel(&self) {
        self.timeout.borrow_mut().take();
    }
}

/// Runs `run` once the person can have seen what has just changed: what takes long keeps the
/// browser from drawing, so two frames come first.
pub fn once_seen(run: impl FnOnce() + 'static) {
    const TWO_FRAMES_MS: u32 = 34;
    Timeout::new(TWO_FRAMES_MS, run).forget();
}

/// Runs `run` once what has just changed is in the page.
pub fn after_paint(run: impl FnOnce() + 'static) {
    Timeout::new(0, run).forget();
}
