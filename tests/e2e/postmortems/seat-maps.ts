// Three quarters of an hour on one day, in one zone, with a wrong first assumption and a conclusion.
import type { Story } from "../editor";

export const seatMaps: Story = {
  template: "Classic",
  file: "2024-03-12-seat-maps-blank-for-everyone-who-wanted-to-book.md",
  sections: [
    {
      section: "About the incident",
      texts: {
        Title: "Postmortem: seat maps blank for everyone who wanted to book",
        Reference: "BOX-318",
        Authors: "Noor Haddad, Piet Vermeer",
        Services: "seatmap, booking web",
      },
      choices: { Status: "Final", Severity: "SEV-2" },
    },
    {
      section: "Issue Summary",
      texts: {
        Summary:
          "For 45 minutes on the first morning of the festival sale, the hall plan stayed blank and nobody " +
          "could pick a seat. A new version of `seatmap` answered every request with an empty list. " +
          "Going back to the version before it brought the plans back.",
        "Start date": "12 March 2024",
        "Start time": "9:40 am",
        "End date": "12 March 2024",
        "End time": "10:25 am",
        "Time zone": "CET",
        "What users saw":
          "The page loaded, the hall plan was an empty grey box. Tickets without a fixed seat could still be bought.",
        "Share of users affected": "80%",
        "Number affected": "about 6,300 visitors, estimated from page views",
        "Cause in a sentence": "The new version read its halls from a table that was only filled in the test environment.",
      },
    },
    {
      section: "Timeline",
      events: [
        { time: "9:38", text: "Version 41 of `seatmap` begins to replace version 40.", kind: "Event" },
        { time: "9:40", text: "The first visitors get a hall plan without seats.", milestone: "Started" },
        {
          time: "9:44",
          text: "The alert on completed bookings fires: 70% fewer than in the quarter of an hour before.",
          kind: "Detection",
          milestone: "Detected",
          evidence: "[bookings per minute](https://charts.example/box/bookings)",
        },
        { time: "9:47", text: "Noor takes the incident and opens a channel for it.", kind: "Action", milestone: "Acknowledged" },
        {
          time: "9:52",
          text: "We take it for a traffic spike that the image cache cannot serve, and double the cache servers. Nothing changes.",
          kind: "Dead end",
        },
        { time: "~10:10", text: "Piet opens an answer of `seatmap` by hand and sees an empty list.", kind: "Action" },
        { time: "10:16", text: "Going back to version 40 begins.", kind: "Action" },
        { time: "10:25", text: "Every hall plan shows its seats again.", kind: "Resolution", milestone: "Resolved" },
      ],
    },
    {
      section: "Root Cause and Resolution",
      texts: {
        "Root cause":
          "Version 41 reads the halls from the table `halls_v2`. The job that copies the halls into it had been " +
          "written and run for the test environment only, and an empty table was a valid answer to the service: " +
          "it returned *no seats* rather than an error.\n\n" +
          "The rollout watched error rates. There were none.",
        Resolution:
          "Version 40, which reads the old table, was put back at 10:25. The job was then run for production, " +
          "compared row by row with the old table, and version 41 went out again the next day.",
      },
      lists: { "Contributing factors": ["An empty hall is a valid answer", "The sale and the rollout shared a morning"] },
    },
    {
      section: "Corrective and Preventative Measures",
      lists: { Improvements: ["A rollout is judged by what visitors can do, not by errors alone"] },
      actions: [
        {
          text: "Make `seatmap` refuse to start when a hall on sale has no seats",
          owner: "Piet Vermeer",
          due: "2024-03-22",
          kind: "Prevent",
          priority: "P1",
          status: "Done",
          ticket: "BOX-319",
        },
        {
          text: "Stop a rollout when completed bookings fall by a third within five minutes",
          owner: "Noor Haddad",
          due: "5 April 2024",
          kind: "Detect",
          priority: "P1",
          status: "In progress",
        },
      ],
    },
    {
      section: "Conclusion",
      texts: {
        Conclusion:
          "The way back was short once we looked at an answer instead of at charts. Looking at one is now the first line of the runbook.",
      },
    },
  ],
};
