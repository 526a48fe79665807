// Overnight: two dates, times across midnight, a section of one's own, a conclusion.
import type { Story } from "../editor";

export const nightShift: Story = {
  template: "Classic",
  file: "2024-01-30-bike-locks-did-not-open-after-a-ride-was-paid.md",
  sections: [
    {
      section: "About the incident",
      texts: {
        Title: "Bike locks did not open after a ride was paid",
        Reference: "RIDE-1044",
        Authors: "Mireille Aubert, Dag Nyström",
        Services: "lock gateway, rides",
      },
      choices: { Status: "Final", Severity: "SEV-1" },
    },
    {
      section: "Issue Summary",
      texts: {
        Summary:
          "In the night from 30 to 31 January, three in ten riders paid and stood before a bike that stayed locked. " +
          "One of four lock gateways had run out of open connections and took commands that it never sent. " +
          "Taking it out of service put an end to it.",
        "Start date": "2024-01-30",
        "Start time": "10:10 pm",
        "End date": "2024-01-31",
        "End time": "2:05 am",
        "Time zone": "Europe/Stockholm",
        "What users saw": "\"Enjoy your ride\" on the phone, and a lock that did not open. Locks could still be closed.",
        "Share of users affected": "30%",
        "Number affected": "1,940 rides",
      },
    },
    {
      section: "Timeline",
      events: [
        { date: "2024-01-30", time: "10:10 pm", text: "Gateway 3 reaches its limit of open connections.", milestone: "Started" },
        { time: "22:35", text: "Refunds rise to six times the usual; the alert fires.", kind: "Detection", milestone: "Detected" },
        { time: "22:41", text: "Mireille is paged, and takes it on from a train.", kind: "Action", milestone: "Acknowledged" },
        { time: "23:05", text: "We blame the cold: at −14 °C old locks are known to stick. Ours are not old.", kind: "Dead end" },
        { time: "23:50", text: "Dag, who knows the gateways, is called.", kind: "Escalation" },
        { date: "2024-01-31", time: "00:20", text: "Every lost command went through gateway 3.", kind: "Event", evidence: "query `lost-by-gateway` in the notebook" },
        { time: "12:45 am", text: "Gateway 3 is taken out; the other three carry the load.", kind: "Mitigation", milestone: "Mitigated" },
        { time: "2:05 am", text: "The last of the paid rides is refunded.", kind: "Resolution", milestone: "Resolved" },
        { time: "09:00", text: "A message goes to every rider of the night.", kind: "Communication" },
      ],
    },
    {
      section: "Root Cause and Resolution",
      texts: {
        Trigger: "The 4,096th connection at 22:10: a mast in the old town had come back and 600 bikes connected at once.",
        "Root cause":
          "A gateway keeps a connection for each bike and closes none that is silent. At the limit it still accepts a command, " +
          "puts it into a queue for a bike that it cannot reach, and reports it as **sent**.",
        Detection: "The refund alert, after 25 minutes. A count of commands without an answer would have fired within two.",
        Resolution: "Gateway 3 was taken out at 00:45 and started anew with a limit of 16,384. All four close silent connections since 2 February.",
      },
    },
    {
      section: "Corrective and Preventative Measures",
      actions: [
        { text: "Report a command as sent only when the lock has answered", owner: "Dag Nyström", due: "2024-02-16", kind: "Prevent", priority: "P0", status: "In progress", ticket: "RIDE-1045" },
        { text: "Alert on commands without an answer after ten seconds", owner: "Mireille Aubert", due: "2024-02-09", kind: "Detect", priority: "P1", status: "Done", ticket: "RIDE-1046" },
      ],
      own: {
        heading: "What we told riders",
        text: "> Last night some of you paid for a bike that stayed locked. You have your money back, and a free ride.\n\nSent at 09:00 in *both* languages; 61 answers, most of them kind.",
      },
    },
    {
      section: "Conclusion",
      texts: { Conclusion: "A queue that never refuses is a promise that nobody keeps. We will look for the others we have." },
    },
  ],
};
