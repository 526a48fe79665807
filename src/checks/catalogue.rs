//! The list of checks, in their order in the panel.

use super::timeline;
use super::{
    Check, analysis, detection, follow_up, impact, language, overview, privacy, resolution, summary,
};

/// Every check: those of one section, section by section, and then those that look at every text.
pub static CHECKS: &[&Check] = &[
    &overview::missing_title::CHECK,
    &overview::nondescript_title::CHECK,
    &overview::missing_status::CHECK,
    &overview::missing_severity::CHECK,
    &overview::missing_author::CHECK,
    &overview::unfilled_placeholder::CHECK,
    &overview::unreadable_date_or_time::CHECK,
    &overview::unexplained_nothing_to_say::CHECK,
    &overview::contradicted_nothing_to_say::CHECK,
    &summary::missing_summary::CHECK,
    &summary::missing_start::CHECK,
    &summary::missing_end::CHECK,
    &summary::missing_time_zone::CHECK,
    &summary::undated_incident::CHECK,
    &summary::end_before_start::CHECK,
    &summary::contradictory_duration::CHECK,
    &summary::contradictory_start::CHECK,
    &summary::contradictory_end::CHECK,
    &impact::missing_impact::CHECK,
    &impact::unquantified_impact::CHECK,
    &timeline::short_timeline::CHECK,
    &timeline::untimed_entry::CHECK,
    &timeline::empty_entry::CHECK,
    &timeline::timeline_out_of_order::CHECK,
    &timeline::partial_timeline::CHECK,
    &timeline::entry_far_from_incident::CHECK,
    &analysis::missing_root_cause::CHECK,
    &detection::missing_detection::CHECK,
    &resolution::missing_resolution::CHECK,
    &follow_up::missing_action_items::CHECK,
    &follow_up::unowned_action_item::CHECK,
    &follow_up::undated_action_item::CHECK,
    &follow_up::action_item_due_before_incident::CHECK,
    &follow_up::empty_action_item::CHECK,
    &language::blaming_wording::CHECK,
    &language::hindsight_wording::CHECK,
    &language::belittling_wording::CHECK,
    &language::animated_wording::CHECK,
    &language::named_person::CHECK,
    &language::cause_is_a_person::CHECK,
    &language::weak_measure::CHECK,
    &language::vague_action::CHECK,
    &language::vague_quantity::CHECK,
    &language::vague_time::CHECK,
    &language::overstated_outage::CHECK,
    &language::empty_passive::CHECK,
    &privacy::exposed_secret::CHECK,
    &privacy::exposed_email::CHECK,
    &privacy::internal_address::CHECK,
    &privacy::exposed_phone_number::CHECK,
    &privacy::identifiable_person::CHECK,
];

/// The check with that name or code.
pub fn check_named(name: &str) -> Option<&'static Check> {
    CHECKS
        .iter()
        .copied()
        .find(|check| check.name == name || check.code.eq_ignore_ascii_case(name))
}
