// The postmortems that the tests write through the forms. Each has its finished file beside it.
import { meterReadings } from "./meter-readings";
import { nightShift } from "./night-shift";
import { parcelLabels } from "./parcel-labels";
import { seatMaps } from "./seat-maps";
import { slowTimetables } from "./slow-timetables";

export const STORIES = [seatMaps, meterReadings, parcelLabels, slowTimetables, nightShift];
export { meterReadings, nightShift, parcelLabels, seatMaps, slowTimetables };
