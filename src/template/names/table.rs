//! The names that people give the parts of a postmortem.
//!
//! One table for headings and labels: the same words stand above sections, before a colon and in
//! bold. Counted in public documents. Lower case, as [`super::normal`] leaves them.

use std::sync::OnceLock;

use super::Role;

/// The roles, each with its names, apart by semicolons.
const NAMES: &[(Role, &str)] = &[
    (
        Role::Summary,
        "summary; issue summary; incident summary; incident overview; problem summary; \
         executive summary; overview; what happened; outage summary; tl; dr; tldr; tl dr; \
         problem statement; issue overview; problem overview; incident description; \
         description of the incident; description of incident; summary of incident; \
         event summary; postmortem summary; high level summary; quick summary; \
         brief summary; short summary; issue; the issue; the incident; incident details; \
         outage overview; abstract; synopsis; incident; in short; the short version; \
         short version; recap; what went down; outage description; background and summary; \
         summary of events; problem description; issue description",
    ),
    (
        Role::Impact,
        "impact; user impact; customer impact; impact on users; impact on customers; \
         business impact; impact of the outage; impact of the incident; impact summary; \
         affected users; affected services and users; who was affected; scope of impact; \
         customers affected; users affected; impact assessment; end user impact; \
         impact analysis; impact and scope; scope and impact; effects; effect; \
         what was affected; what users saw; what was the impact; consequences; damage; \
         blast radius; service impact; impacted users; users; who's affected; whos affected; \
         affected; who is affected; customers",
    ),
    (
        Role::Timeline,
        "timeline; incident timeline; timeline of events; events timeline; \
         detailed timeline; full timeline; timeline of the incident; time line; updates; \
         status updates; incident updates; chronicle of the incident; chronology; \
         key events; sequence of events; chronology of events; course of events; event log; \
         log of events; events; incident log; chain of events; key moments; how it unfolded; \
         how the day went; how the night went; minute by minute; order of events",
    ),
    (
        Role::Cause,
        "root cause; root causes; root cause analysis; rca; why; why it broke; \
         why we fell over; cause; causes; why this happens; why this happened; \
         why it happened; why did it happen; why did this happen; what went wrong and why; \
         the cause; fault; what caused it; what caused this; what caused the outage; \
         what was the cause; the root of the problem; reason; cause of the outage; \
         cause of the incident; issue cause; cause of the issue; underlying cause; \
         primary cause; technical cause; diagnosis; what broke; the culprit; analysis; \
         technical analysis; incident analysis; reasons; cause analysis; what was wrong; \
         problem analysis; main cause",
    ),
    (
        Role::CauseAndResolution,
        "root cause and resolution; root cause and solution; root causes and resolutions; \
         cause and remediation; root cause and fix; root cause and recovery; \
         root cause and mitigation",
    ),
    (
        Role::Resolution,
        "remedy; how we solved it; how it was solved; how we got it back; resolution; resolution and recovery; debugging process; remediation; mitigation; \
         what was done; recovery; the fix; fix; solution; the solution; how we fixed it; \
         how it was fixed; how it was resolved; how was it fixed; resolution steps; \
         response; response and recovery; incident response; resolution and mitigation; \
         mitigation and resolution; recovery and resolution; actions taken to resolve; \
         how we resolved it; how did we fix it; what we did; repair; immediate fix; \
         resolution process; mitigation steps; debugging; how we got it back; \
         remediation steps; what fixed it; response and resolution; how did we respond; \
         recovery steps; how it ended; the repair; putting it right",
    ),
    (
        Role::Trigger,
        "trigger; triggers; what triggered it; leadup; lead up",
    ),
    (
        Role::Factors,
        "contributors and mitigators; contributors and enablers; \
         contributing factors and conditions; contributing factors; contributing conditions; \
         contributing causes; contributors; contributing factor; \
         contributing conditions analysis",
    ),
    (
        Role::Whys,
        "five whys; 5 whys; the five whys; the 5 whys; whys; 5 why; why why why",
    ),
    (
        Role::Detection,
        "detection; issue detection; how it was detected; how was it detected; \
         detection and monitoring; how we found out; how did we find out; identified; \
         how we noticed; detection method; how it was noticed; detected by; discovery; \
         how was the issue detected; how the issue was detected",
    ),
    (
        Role::Period,
        "duration; incident time; date and time; impact window; outage duration; \
         time to repair; time; when; outage window; incident duration; duration of outage; \
         duration of the outage; duration of incident; outage time; period; incident period; \
         downtime; total downtime; time of incident; time frame; timeframe; window; \
         time and date; incident window; outage period; date/time; total duration; \
         incident date and time; length of outage; when did it happen; incident timing; \
         time window; duration of the incident; time of the incident; time of outage",
    ),
    (
        Role::Start,
        "start; start time; started; began; start of outage; outage start; incident start; \
         started at; start date; start date and time; start of incident; beginning; from; \
         incident start time; outage start time; start of the outage; start of impact; \
         impact start",
    ),
    (
        Role::End,
        "end; end time; ended; end of outage; outage end; incident end; ended at; end date; \
         end date and time; end of incident; to; until; incident end time; outage end time; \
         end of the outage; end of impact; impact end",
    ),
    (
        Role::Date,
        "date; incident date; date of incident; date of outage; day; outage date; \
         date of the incident; date of the outage; dates",
    ),
    (Role::TimeZone, "time zone; timezone; zone; tz"),
    (
        Role::Measures,
        "corrective and preventative measures; corrective and preventive measures; \
         preventative measures; preventive measures; corrective measures; \
         preventative action; what i am doing about it; what we'll do; \
         what i'll do; prevention; recommendations; remedial measures; preventative actions; \
         preventive actions; preventative steps; preventive steps; follow up; follow ups; \
         what we are doing about it; what we're doing about it; what are we doing about it; \
         next steps; future prevention; prevention plan; how we prevent this; \
         remediation and prevention; follow up improvements; measures; what comes next; \
         what's next; what is next; whats next; future steps; future plans; \
         prevention steps; remediations; follow up actions; how will we prevent this; \
         what we will do; what we will do about it; what we will change; what changes now; \
         what we're changing; what are we doing to prevent this; changes; future work; \
         plan of action; moving forward; going forward; steps to prevent recurrence; \
         recurrence prevention; preventing recurrence; what we are changing; \
         how to prevent it; what needs to change; avoiding a repeat; \
         so that it does not happen again; remediation items; remediation plan; \
         future measures; prevention and next steps",
    ),
    (
        Role::Improvements,
        "what could be improved; improvements; improvements/fixes; improvements / fixes; fixes; improvement; \
         improvements and fixes; things to improve; areas for improvement; \
         what can be improved; improvements needed; things that can be improved; \
         broad improvements; fixes/improvements; what to improve; general improvements; \
         possible improvements; things that can be improved/fixed; things to improve/fix; \
         suggested improvements; improvements to make; corrections",
    ),
    (
        Role::Tasks,
        "actionables; issues created; remediation actions; followups; action items; \
         action item; actions; review actions; tasks; specific tasks; todo list; to do list; \
         todo; to do; todos; tasks to address; task list; tasks to address the issue; \
         tasks to address issue; list of tasks; work items; corrective actions; \
         specific tasks to address the issue; specific actions; specific todo list; tickets; \
         concrete tasks; remediation tasks; action plan; \
         specific tasks to address this issue; planned tasks; tasks to be done; tasks to do; \
         specific task list; follow up tasks; corrective measures taken; what's left to do; \
         concrete actions; task",
    ),
    (
        Role::WentWell,
        "what went well; things that went well; went well; what we did well; \
         what went right; what worked; good",
    ),
    (
        Role::WentBadly,
        "what could have been better; what could have gone better; what went less well; \
         what did not work; what worked less well; what hurt; what went wrong; \
         what went badly; things that went poorly; what went poorly; what didn't go so well; \
         what didn't go well; what did not go well; went badly; what did not go so well; \
         went wrong; went poorly; what could be better; what didn't work; not so well; \
         things that went wrong; things that went badly; bad",
    ),
    (
        Role::Lucky,
        "where we got lucky; what went lucky; got lucky; lucky; luck; where luck helped",
    ),
    (
        Role::Lessons,
        "lessons learned; lessons learnt; lesson learned; lessons; learnings; \
         what we learned; what we learnt; takeaways; key takeaways; what did we learn; \
         lessons and takeaways; lesson learnt",
    ),
    (
        Role::Conclusion,
        "thank you; thank you for reading; in closing; to finish; afterword; farewell; \
         closing remark; epilogue; finally; bottom line; conclusion; conclusions; \
         in summary; in conclusion; final statement; final thoughts; final words; thanks; \
         closing; closing words; closing thoughts; closing remarks; wrap up; wrapping up; \
         to conclude; final remarks; to sum up; final note; concluding remarks; \
         a final word; closing note; closing statement; apology; summing up; final summary",
    ),
    (
        Role::Authors,
        "authors; author; author(s); written by; owner; owners; owner(s); prepared by; \
         postmortem owner; by",
    ),
    (Role::Status, "status; report status; document status"),
    (
        Role::Severity,
        "severity; sev; priority; severity level; incident severity",
    ),
    (
        Role::Services,
        "services; affected services; services affected; affected service; service; \
         service affected; affected systems; systems affected; affected components; \
         impacted services; services impacted; component; components",
    ),
    (
        Role::Reference,
        "incident number; incident id; reference; incident #; incident no; ticket number",
    ),
    (
        Role::Share,
        "percentage of users affected; share of users affected; affected share; \
         percentage affected; % of users affected; percent of users affected; \
         users affected (%); affected percentage",
    ),
];

/// The role of a name that is in the table, letter by letter.
pub(crate) fn role_in_table(name: &str) -> Option<Role> {
    static SORTED: OnceLock<Vec<(&str, Role)>> = OnceLock::new();
    let sorted = SORTED.get_or_init(|| {
        let mut sorted: Vec<(&str, Role)> = NAMES
            .iter()
            .flat_map(|(role, names)| names.split("; ").map(|name| (name, *role)))
            .collect();
        sorted.sort_unstable_by_key(|(name, _)| *name);
        sorted
    });
    let at = sorted
        .binary_search_by_key(&name, |(known, _)| *known)
        .ok()?;
    sorted.get(at).map(|(_, role)| *role)
}

/// Every word of every name in the table.
pub(crate) fn words_of_names() -> impl Iterator<Item = &'static str> {
    let names = NAMES.iter().map(|(_, names)| *names);
    names.flat_map(|names| names.split(|c: char| !c.is_alphanumeric()))
}
