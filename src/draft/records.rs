//! The saved form, key by key: every struct that is part of a draft.

use super::{Draft, DraftSummary, Writer, saved_record};
use crate::postmortem::{
    ActionItem, Analysis, Conclusion, Detection, Event, ExtraSection, Extras, FollowUp, Impact,
    Item, Lessons, Moment, Overview, Postmortem, Resolution, Summary, Timeline, Waiver,
};
use crate::template::Source;

saved_record!(Draft {
    schema,
    id,
    revision,
    created,
    edited,
    exported,
    deleted,
    template,
    postmortem,
    writers,
});
saved_record!(Writer { id, from });
saved_record!(DraftSummary {
    id,
    revision,
    title,
    date,
    severity,
    template,
    complete,
    of,
    created,
    edited,
    exported,
    deleted,
});
saved_record!(Source { file_name, text });
saved_record!(Postmortem {
    overview,
    summary,
    impact,
    timeline,
    analysis,
    detection,
    resolution,
    follow_up,
    lessons,
    conclusion,
    extras,
    nothing_to_say,
    waivers,
});
saved_record!(Waiver {
    check,
    place,
    reason,
});
saved_record!(Overview {
    title,
    reference,
    status,
    severity,
    severity_meaning,
    authors,
    services,
});
saved_record!(Summary {
    text,
    start,
    end,
    time_zone,
    cause,
});
saved_record!(Moment { date, time });
saved_record!(Impact {
    what_users_saw,
    affected_share,
    affected_number,
    figures,
});
saved_record!(Timeline { events });
saved_record!(Event {
    id,
    when,
    kind,
    text,
    evidence,
    milestone,
    is_key,
});
saved_record!(Analysis {
    trigger,
    root_cause,
    factors,
    whys,
});
saved_record!(Detection { text });
saved_record!(Resolution { text });
saved_record!(FollowUp {
    improvements,
    action_items,
});
saved_record!(ActionItem {
    id,
    text,
    owner,
    due,
    kind,
    priority,
    status,
    ticket,
});
saved_record!(Lessons {
    went_well,
    went_badly,
    lucky,
});
saved_record!(Conclusion { text });
saved_record!(Extras { sections });
saved_record!(ExtraSection {
    id,
    heading,
    body,
    after,
});
saved_record!(Item { id, text });
