// No time zone, a resolution in a section of its own, five measures; on one page.
import type { Story } from "../editor";

export const parcelLabels: Story = {
  template: "One page",
  file: "2023-11-24-parcel-labels-printed-with-yesterdays-addresses.md",
  sections: [
    {
      section: "About the incident",
      texts: {
        Title: "Parcel labels printed with yesterday's addresses",
        Authors: "Tomasz Wrona",
        Services: "label printing, warehouse floor",
      },
      choices: { Status: "Draft", Severity: "SEV-3" },
    },
    {
      section: "TL;DR",
      texts: {
        Summary:
          "During the sale on Friday, 412 parcels got the label of a parcel of the day before. Packers noticed when a sack had two " +
          "parcels for one door. We stopped the belt, switched the label cache off and printed the labels anew.",
        "Start date": "2023-11-24",
        "Start time": "10am",
        "End date": "2023-11-24",
        "End time": "noon",
      },
    },
    {
      section: "Impact",
      texts: {
        "What users saw": "Their parcel was a day late. Nobody received a stranger's parcel: every sack was opened again.",
        "Number affected": "412 parcels",
      },
      lists: { "Other figures": ["2 hours of a stopped belt", "37 hours of sorting by hand"] },
    },
    {
      section: "Cause chain",
      texts: {
        "Root cause":
          "Labels are cached by their place on the belt:\n\n```text\nlabel:<belt>:<slot>\n```\n\n" +
          "A slot is used again after 24 hours, and on an ordinary day the entry has long expired by then. For the sale the lifetime " +
          "was raised to 36 hours, so the printer found the label of the day before and took it.",
        "Cause in a sentence": "A cache key that is unique for one day was kept for a day and a half.",
        Trigger: "The cache lifetime was raised on Thursday evening, to take load off the label service.",
      },
      lists: { "Contributing factors": ["The label carries no date that a packer could compare", "The change had no test with two days in it"] },
    },
    {
      section: "Missed signals",
      texts: {
        Detection:
          "A packer noticed after about 80 minutes. The cache's hit rate had jumped from 3% to 61% at 10:00; it is on a chart that no alert looks at.",
      },
    },
    {
      section: "Actions",
      actions: [
        { text: "Put the parcel number into the cache key", owner: "Tomasz Wrona", due: "2023-11-27", kind: "Prevent", priority: "P0", status: "Done" },
        { text: "Print the date on every label", owner: "Grace Mwangi", due: "2023-12-08", kind: "Detect", priority: "P2", status: "Open" },
        { text: "Alert when the hit rate of the label cache doubles within an hour", owner: "Tomasz Wrona", due: "2023-12-08", kind: "Detect", priority: "P1", status: "Open" },
        { text: "Write down how the belt is stopped, and who may", owner: "Grace Mwangi", due: "2023-12-01", kind: "Process", priority: "P1", status: "In progress" },
        { text: "Send the 412 customers a voucher", owner: "Lea Brandt", due: "2023-11-30", kind: "Repair", priority: "P1", status: "Done" },
      ],
    },
    {
      section: "Timeline",
      events: [
        { date: "2023-11-24", time: "10:00", text: "The belt starts; the first wrong label is printed.", milestone: "Started" },
        { time: "~11:20", text: "A packer finds two parcels for one door in a sack.", kind: "Detection", milestone: "Detected" },
        { time: "11:24", text: "The shift lead stops the belt.", kind: "Action", milestone: "Mitigated" },
        { time: "11:30", text: "We look for the fault in the address import of the night, which is fine.", kind: "Dead end" },
        { time: "11:48", text: "The label cache is switched off.", kind: "Action" },
        { time: "noon", text: "The belt runs again; the labels are printed anew.", kind: "Resolution", milestone: "Resolved" },
      ],
    },
    {
      section: "Resolution",
      texts: {
        Resolution:
          "Stopping the belt ended the harm. Without the cache every label is made anew, which the label service turned out to carry. " +
          "The cache came back on Monday with the parcel number in its key.",
      },
    },
  ],
};
