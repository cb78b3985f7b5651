/** Every fault a session can play, by name. */
export const faultNames = [
  'slow',
  'hang',
  '401',
  '403',
  '404',
  '406',
  '410',
  '429',
  '500',
  '504',
  'truncated',
  'brokenJson',
  'loginPage',
  'duplicatePage',
  'loopingNext',
  'foreignNext',
  'foreignAttachment',
  'redirect',
  'wrongPatient',
  'refreshRejected',
] as const;

export type FaultName = (typeof faultNames)[number];
