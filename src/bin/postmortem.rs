//! The core as a command.
fn main() {}
