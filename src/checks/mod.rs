//! Completeness and quality.
