//! What each field is called in a form, what it is for, and what a good answer looks like.

use crate::postmortem::Field;

/// The words beside a field.
#[derive(Debug, PartialEq, Eq)]
pub struct Guide {
    /// The field's label.
    pub label: &'static str,
    /// One line of help; empty where the label says it all.
    pub help: &'static str,
    /// An answer from a good postmortem; empty where none helps.
    pub example: &'static str,
}

const fn words(label: &'static str, help: &'static str, example: &'static str) -> Guide {
    Guide {
        label,
        help,
        example,
    }
}

/// The words beside a field, the same in every template so far.
pub const fn guide(field: Field) -> Guide {
    match field {
        Field::Title => words(
            "Title",
            "The symptom that people saw, not the cause and not a person",
            "Postmortem: checkout unavailable after a certificate expired",
        ),
        Field::Reference => words("Reference", "The incident in your own tracker", "INC-204"),
        Field::Status => words("Status", "How far this document is", ""),
        Field::Severity => words("Severity", "How bad it was on your team's scale", ""),
        Field::SeverityMeaning => words(
            "What this severity means",
            "Only if your team's scale differs from the common one",
            "More than 5% of orders fail",
        ),
        Field::Authors => words(
            "Authors",
            "Names, separated by commas; the first one answers for it",
            "Ana Ruiz, Bo Lind",
        ),
        Field::Services => words(
            "Services",
            "What was affected, separated by commas",
            "checkout, payments API",
        ),
        Field::Summary => words(
            "Summary",
            "What broke, who felt it, how long it lasted and how it ended, in two to five sentences",
            "For 38 minutes on 4 May, customers could not pay by card. An expired certificate on the \
             payment gateway made every card request fail. Renewing it brought payments back.",
        ),
        Field::Start => words(
            "Start",
            "When users began to feel it, which may be before anyone knew",
            "",
        ),
        Field::End => words("End", "When it was fully over", ""),
        Field::TimeZone => words(
            "Time zone",
            "One zone for every time in this document",
            "UTC, EST, Europe/Berlin",
        ),
        Field::Cause => words(
            "Cause in a sentence",
            "For the reader who stops here",
            "The gateway's certificate expired because its renewal job had been disabled.",
        ),
        Field::WhatUsersSaw => words(
            "What users saw",
            "What they could not do, in their words; what kept working",
            "Customers saw \"Payment failed\" after entering a card. Paying by invoice kept working.",
        ),
        Field::AffectedShare => words(
            "Share of users affected",
            "In per cent, of all users in that time",
            "12.5%",
        ),
        Field::AffectedNumber => words(
            "Number affected",
            "With its unit; say so if it is an estimate",
            "about 4,200 customers",
        ),
        Field::Figures => words(
            "Other figures",
            "Failed requests, support cases, money, an error budget: one a row",
            "1,310 failed card payments, 940 of them repeated later",
        ),
        Field::Timeline => words(
            "Timeline",
            "From before the first symptom to the end. Times as you would type them: 1430, 2:30 pm, ~14:05",
            "",
        ),
        Field::Trigger => words(
            "Trigger",
            "The change or event that set it off",
            "The certificate's last valid second passed at 09:12 UTC.",
        ),
        Field::RootCause => words(
            "Root cause",
            "The conditions that let the trigger do harm. Name systems and settings, not people",
            "The renewal job had been switched off during a migration in March, and nothing watched \
             the certificate's remaining days.",
        ),
        Field::Factors => words(
            "Contributing factors",
            "What made it possible, longer or worse: one a row",
            "The gateway's error message did not name the certificate",
        ),
        Field::Whys => words(
            "Five whys",
            "Each row asks why of the one before, until you reach something you can change",
            "Why did payments fail? The gateway rejected every connection.",
        ),
        Field::Detection => words(
            "Detection",
            "What noticed it, after how long, and what could have noticed sooner",
            "A customer wrote to support after 14 minutes; the error-rate alert fired four minutes later.",
        ),
        Field::Resolution => words(
            "Resolution",
            "What stopped the harm, and what put it right for good",
            "The certificate was renewed by hand at 09:50 UTC; the renewal job was switched on again \
             and has run twice since.",
        ),
        Field::Improvements => words(
            "Improvements",
            "What can be better, broadly: one a row",
            "Every certificate is watched and renewed by a job",
        ),
        Field::ActionItems => words(
            "Action items",
            "What exactly will be done. Begin with a verb; someone must be able to tell that it is done",
            "Alert when any certificate has fewer than 21 days left",
        ),
        Field::WentWell => words(
            "What went well",
            "One a row",
            "The runbook for manual renewal was right",
        ),
        Field::WentBadly => words(
            "What went badly",
            "One a row",
            "It took 20 minutes to find who could sign the request",
        ),
        Field::Lucky => words(
            "Where we got lucky",
            "One a row",
            "The certificate expired in the quietest hour of the week",
        ),
        Field::Conclusion => words("Conclusion", "A closing word, if there is one", ""),
        Field::Extra => words("Extra section", "Any heading and text of your own", ""),
    }
}

/// What one row of a list field is called inside a sentence, in lower case.
pub const fn row_name(field: Field) -> &'static str {
    match field {
        Field::Figures => "figure",
        Field::Timeline => "event",
        Field::Factors => "factor",
        Field::Whys => "why",
        Field::Improvements => "improvement",
        Field::ActionItems => "action item",
        Field::WentWell => "thing that went well",
        Field::WentBadly => "thing that went badly",
        Field::Lucky => "stroke of luck",
        Field::Extra => "section",
        _ => "row",
    }
}
