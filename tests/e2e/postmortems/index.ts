// The postmortems that the tests write through the forms, each with its finished file beside it, and
// those that they import.
import { meterReadings } from "./meter-readings";
import { nightShift } from "./night-shift";
import { parcelLabels } from "./parcel-labels";
import { seatMaps } from "./seat-maps";
import { slowTimetables } from "./slow-timetables";
import { ticketMachines } from "./ticket-machines";

export const STORIES = [seatMaps, meterReadings, parcelLabels, slowTimetables, nightShift];
export { meterReadings, nightShift, parcelLabels, seatMaps, slowTimetables, ticketMachines };

/** The text of a postmortem that says when, and not much else. */
export const shortPostmortem = (title: string) =>
  `# ${title}\n\n## Summary\n\n${title} happened on 2024-05-03 from 10:00 to 11:00 UTC.\n`;
