//! The short names of zones. A name alone says nothing of how far from UTC it is.

/// Zones that are written in capitals, with bars between them.
pub(crate) const ZONES: &str = "UTC|GMT|PST|PDT|PT|MST|MDT|MT|CST|CDT|CT|EST|EDT|ET|AST|ADT|BRT|ART|CLT|COT|PET|VET|\
    WAT|WAST|CAT|EAT|SAST|EET|EEST|CET|CEST|MET|MEST|WET|WEST|BST|IST|MSK|TRT|AST|GST|\
    PKT|NPT|ICT|WIB|SGT|HKT|PHT|AWST|JST|KST|ACST|AEST|AEDT|NZST|NZDT|AKST|HST|WITA|Z";
