// Slow pages: an impact with a share, improvements and tasks.
import type { Story } from "../editor";

export const slowTimetables: Story = {
  template: "Classic",
  file: "2024-09-16-timetables-took-up-to-40-seconds-to-open.md",
  sections: [
    {
      section: "About the incident",
      texts: {
        Title: "Timetables took up to 40 seconds to open",
        Reference: "#2291",
        Authors: "Amina Yusuf, Jonas Keil",
        Services: "timetable pages",
      },
      choices: { Status: "In review", Severity: "SEV-3" },
    },
    {
      section: "Issue Summary",
      texts: {
        Summary:
          "On the first day of term, pages with a timetable took between 9 and 40 seconds to open, for two and a half hours. " +
          "One query had lost its index. It was built again while the pages stayed up.",
        "Start date": "16 Sept 2024",
        "Start time": "7h45",
        "End date": "16 Sept 2024",
        "End time": "10h15",
        "Time zone": "WAT",
        "What users saw": "A white page for up to 40 seconds; about one in eight gave up. Sign-in, marks and messages were as quick as ever.",
        "Share of users affected": "17.5%",
        "Number affected": "3,050 of 17,400 pupils and parents",
        "Cause in a sentence": "The index on `lessons (class, week)` was not there after the migration of the weekend.",
      },
    },
    {
      section: "Timeline",
      events: [
        { time: "07:45", text: "School begins, and timetables are opened.", milestone: "Started" },
        { time: "07:58", text: "Two schools write that timetables hang.", kind: "Communication", milestone: "Detected" },
        { time: "08:05", text: "Amina takes it on.", kind: "Action", milestone: "Acknowledged" },
        { time: "08:10", text: "We suspect the load balancer, because some pages are quick, and move traffic from one zone to the other.", kind: "Dead end" },
        { time: "08:40", text: "Both zones are equally slow: the load balancer is ruled out.", kind: "Event" },
        { time: "09:05", text: "Jonas finds one query at the top of the database's list, at 11 s a call.", kind: "Event", evidence: "https://db.example/top?at=0905" },
        { time: "09:20", text: "Building the index anew begins, without a lock.", kind: "Action" },
        { time: "10:15", text: "The index is ready; pages open in 300 ms.", kind: "Resolution", milestone: "Resolved" },
      ],
    },
    {
      section: "Root Cause and Resolution",
      texts: {
        "Root cause":
          "The migration of Saturday made the table anew and copied its rows:\n\n" +
          "- the primary key came along,\n- the two secondary indexes did not.\n\n" +
          "The tests have 40 lessons in that table, production has 6 million. With 40 nobody misses an index.",
        Resolution: "`CREATE INDEX CONCURRENTLY` brought the index back in 55 minutes. The second missing one followed in the evening.",
      },
      lists: { "Contributing factors": ["No pupils on a weekend, so the slow query was slow alone", "Page times are on a chart, and no one is called for them"] },
    },
    {
      section: "Corrective and Preventative Measures",
      lists: {
        Improvements: [
          "Migrations are tried on a table of production's size",
          "Slowness calls someone, just as failure does",
        ],
      },
      actions: [
        { text: "Compare the indexes before and after each migration, and stop when one is gone", owner: "Jonas Keil", due: "2024-09-27", kind: "Prevent", priority: "P1", status: "Open", ticket: "#2292" },
        { text: "Alert when the median page time is above 2 s for five minutes", owner: "Amina Yusuf", due: "2024-09-20", kind: "Detect", priority: "P1", status: "Done", ticket: "#2293" },
        { text: "Fill the test database with 5 million lessons", owner: "Jonas Keil", due: "2024-10-11", kind: "Prevent", priority: "P2", status: "Open" },
      ],
    },
  ],
};
