// A load balancer, an escalation and three hours; measures with owners and dates.
import type { Story } from "../editor";

export const meterReadings: Story = {
  template: "Classic",
  file: "2024-07-02-customers-could-not-hand-in-meter-readings.md",
  sections: [
    {
      section: "About the incident",
      texts: {
        Title: "Customers could not hand in meter readings",
        Authors: "Ifeoma Obi",
        Services: "readings API, customer portal",
        "Your team’s word": "P1",
        "What this severity means": "One of the three things customers come for does not work",
      },
      choices: { Status: "In review", Severity: "Another scale…" },
    },
    {
      section: "Issue Summary",
      texts: {
        Summary:
          "On 2 July the portal refused meter readings for a little over three hours. The load balancer in front of the " +
          "readings API had taken all but one of its servers out of rotation, and that one could not carry the load.",
        "Start date": "2024-07-02",
        "Start time": "0805",
        "End date": "2024-07-02",
        "End time": "11:15",
        "Time zone": "Europe/Amsterdam",
        "What users saw": "\"Try again later\" after sending a reading. Bills and contracts could be looked at all the time.",
        "Share of users affected": "100 %",
      },
      lists: { "Other figures": ["9,120 readings refused", "214 calls to the service desk"] },
    },
    {
      section: "Timeline",
      events: [
        { time: "08:05", text: "A new health check path is rolled out to the load balancer.", milestone: "Started" },
        { time: "08:20", text: "The service desk reports a queue of callers.", kind: "Detection", milestone: "Detected" },
        { time: "8.31", text: "Ifeoma is paged and starts with the API's own logs.", milestone: "Acknowledged", kind: "Action" },
        { time: "8.50", text: "The API servers are healthy and nearly idle, but for one.", kind: "Event" },
        { time: "09:15", text: "That one is restarted, and is full again within a minute.", kind: "Dead end" },
        { time: "09:40", text: "The network team is called in.", kind: "Escalation" },
        { time: "10:30", text: "They find eleven of twelve servers marked as down.", kind: "Event" },
        { time: "11:00", text: "The old health check path is put back; readings go through.", kind: "Mitigation", milestone: "Mitigated" },
        { time: "11:15", text: "All twelve servers take their share.", kind: "Resolution", milestone: "Resolved" },
      ],
    },
    {
      section: "Root Cause and Resolution",
      texts: {
        Trigger: "At 08:05 the health check moved from `/ping` to `/health`.",
        "Root cause":
          "Only servers built since May answer on `/health`. Eleven of twelve were older: for the load balancer they were down, " +
          "and it has no lower limit on the number of servers that it keeps.",
        Detection: "People noticed. The alert on refused readings counts answers of the API, and requests that never reach it are none.",
        Resolution: "The path was put back at 11:00. Since 9 July every server answers on both.",
      },
      lists: {
        "Five whys": [
          "Why were readings refused? One server had to carry the load of twelve.",
          "Why one? The load balancer took the others for dead.",
          "Why? They do not know the new path, and nothing asked whether they do.",
        ],
      },
    },
    {
      section: "Corrective and Preventative Measures",
      actions: [
        {
          text: "Never let the load balancer drop below half of its servers",
          owner: "Sander Blok",
          due: "2024-07-12",
          kind: "Mitigate",
          priority: "P0",
          status: "Done",
          ticket: "NET-77",
        },
        {
          text: "Count refused readings where customers see them, at the load balancer",
          owner: "Ifeoma Obi",
          due: "2024-07-19",
          kind: "Detect",
          priority: "P1",
          status: "Open",
        },
        {
          text: "Try a new health check on one server before all of them get it",
          owner: "Sander Blok",
          due: "2024-08-02",
          kind: "Process",
          priority: "P2",
          status: "Open",
          ticket: "NET-78",
        },
      ],
    },
    {
      section: "Lessons Learned",
      lists: {
        "What went well": ["The service desk wrote down every refused reading by hand"],
        "What went badly": ["It took 69 minutes to think of the load balancer"],
        "Where we got lucky": ["Readings were not due before the end of the week"],
      },
    },
    { section: "Conclusion", nothing: "The summary says it" },
  ],
};
