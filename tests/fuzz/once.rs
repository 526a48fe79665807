//! The shortest forms of texts that lost a word once, or became others when they were read again.

pub(crate) const TEXTS: &[&str] = &[
    // Small words of a name, and zones that are words as well.
    "Cause an\nd ",
    "Timeline z\n- one\n",
    "## Timeline of the cat\n- one\n",
    // Days that are hours, and keys that are times.
    "**Start Time:** July 3:40 PM (EAT)\n",
    "**Duration:** 9:45 to January 2:20 AM (UTC)\n",
    "8 in the morningEnd\n 10:15 results\n 10:40 lock",
    "---\n##### ---\ntitle: \"Owls: late\"\n---\n# Owls: late\n",
    "---\n09:20 starts\n---\n**Start 2024.\n**Timeline**\n",
    "---\n9-11-06T18:30:00+00:00\n---\n## Summary\n",
    // A month by its first letters, and dates that are told twice.
    "August 28, 2024 21:17 still\nThu 29 Augus\n- 11:00 change\n- 14:30 at ",
    "**Start Time:** June 30, 2023, 9:20 PDT\n**End Time:** June 30, 2023, 1:05 PM PDT\n\
     **Impact:** affected.\n**End Time:** June 30, 2023, 1:05 PM ",
    // The head of a mail, and one of a file behind a blank line.
    "From: <a@e.example>\nSubject: outage\n\nWhy this happens\n",
    "From: Ana <a@e.example>\nFrom: Ana <a@e.example>\nSubject: outage\n\nWhy this happens\n",
    "\n+++\ntitle = \"Owls in the attic\"\n+++\n# Owls in the attic\nTL;DR: 2.9.1.\n## to ",
    // Tags that are none.
    "<span styl\ne=\"color:#2e74b5\">Timeline</span>\n* <span ",
    "day.\n<h3>Things to improve</h3>\n<\nul>\n",
    "page</li>\n<\n/ul>\n<h2>Final Statement</h2>\n",
    "\"tmp\"</li>\n</ul\n</ul>\n<h2>Conclusion</h2>\n",
    "<span <span style=\"color:#222222\">5:45 laughing</span>\n- <span style=\"color:#222222\">5:50 numbers</span>\n\
     - <span style=\"color:#222222\">5:50 ",
    "### cause;\n#### TL;DR:<pre</div>\u{202e}-->-===",
    "time**\\<div>-->\nRoot cause\n",
    // Names in longer lines.
    "# Executive Summary - **2024-05-04** **2024-05-04** v2.3.1 (Detection)\n",
    "SUMMARY\n# Mortem\n- **Start:** 14:15pm\n- **End:** 17:00\n- 16:45 retry ",
    "## Leadupword<http://e>- **Impact:**TL;DR**Root cause:** cause:** zx\n",
    "## Resolution ## Corrective and preventative measures ## ## **Time ",
    "#### Timeline of events - T+5m T+5m the *second* queue is drained **bold** start\n",
    "<pre**UTC**14:30** 14:30<!-- quoted - ----\r</div>## Leadup – Timeline",
    ": ## Timeline ##> ## Issue Summary!## Timeline<br>## \tImpact\\\\`^ – ",
    " **What went wrong.** The dropped labels and the log has one line, ",
    "### Action items - **Corrective and preventative measures** <li>14.30: ",
    "__Contributing factors__ - *second* queue is drained at May 4, 14:30\n",
    "## Open questions\n## Takeaways\nWe're reorganisation.\n## Participants and sources\n## How we got here",
    "🎉\n##Services **(14:30)** helps\n- 14:15pm\n2:30 ",
    "## Summary\\===\u{2028}word:Timeline## Timeline{>## ##;(## Timeline ##:\n'V=+",
    "## Contributing factors **Root Cause and Resolution:**  ##Authors\nAll ",
    // Times beside times.
    "3:12 PT, default.\n Pacific Time)\n# Timeline (all Pacific ",
    "## Timeline\nBetween 4:00 am and 10:47 on the website showed departures of the\n## Root cause\n",
    "Timeline\n10:00 UTC (6:00 EDT): pigeon\n",
    "3:12 PT, default.\n# Timeline (all Pacific Time)\n",
    "## 2. | Timeline from 7:31 PM to 9:21 PM PT on November 3, 2022 ",
    "## **Root Cause and Resolution** \t12:00 AM - see Ana ",
    "15\u{202f}AM source.\n• **9:50\u{202f}AM teams.\n• **10:10\u{202f}AM store ",
    "Timeline\n- Just after 10:00, the alert\n- At noon the alert\n- approx. 11:00 owl",
    "## Summary\n\nx\n## Date\n8 and 9 June 2021\n",
    "07:02 started\n6 – writes\n- 07:55 primary\n- 08:12 Rolling ",
    // Cells with numbers, and rows without a text.
    "Corrective measures\n| |\n|---|---------|-------|-----|--------|\n| 3 | 4 | Move ",
    "got lucky\n| |\n|---|---|\n| number** | 0047 ",
    "went well__\r\nAction | Owner\n---|---\n| (CEST) | 7:31 ",
    "**Five whys**\n| | Status |\n|---|---|---|---|\n| | Ana | |\r\n- @ana ",
    "**Five whys**\n| text)\n text) | Owner\n---|---\n",
    "## **Timeline {#timeline-of-events}\n| emai\nl. |\n",
    // Characters by name, and names with signs that mean something.
    "#### Timeline (CEST) &lt;owl&gt;\r\n",
    "====\r\n## Timeline A\t\\</div>\\| ",
    "~14:05\n&amp; well\n====\n# Detection\n",
    "# &lt;owl&gt;\n## zone\n",
];
