//! The Postmortem Editor: write the postmortem of an incident in the browser, or check and convert
//! one from a terminal.
//!
//! The modules stand in layer order; a layer sees only the ones above it in this list. See
//! ARCHITECTURE.md for the table that `tests/architecture.rs` holds them to.

pub mod zone;

pub mod postmortem;
pub mod template;

pub mod checks;
pub mod draft;
pub mod markdown;
pub mod paste;
pub mod picture;

pub mod copies;
pub mod delivery;
pub mod facts;
pub mod publishing;
pub mod reader;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod editor;
#[cfg(target_arch = "wasm32")]
pub mod views;
