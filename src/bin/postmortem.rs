//! The core as a command, for a terminal or a repo's CI. What it does is in `command`; here is
//! only where the process begins and ends.

// Cargo builds every binary for every target; only a native one has a terminal.
#[cfg(not(target_arch = "wasm32"))]
#[path = "postmortem/command.rs"]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
