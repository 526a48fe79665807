// A postmortem that somebody else wrote: headings of their own, a date of two readings, no word on
// the zone.
export const ticketMachines = `# Ticket machines refused every card

## What happened
On 04/05/2024 from 14:10 to 15:40 the ticket machines refused the cards of 70% of users.

## Timeline
- 14:10 The certificate of the card terminal runs out
- 14:25 The first station calls
- 15:40 A new certificate is in place

## Root cause
Nobody was reminded of the certificate.

## Follow-up
- Remind the team 30 days before a certificate runs out

## Thanks
To everyone at the north gate.
`;
