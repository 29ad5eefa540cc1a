import type { Project } from '../jira/projects';

export interface SampleRequest {
  key: string;
  summary: string;
  reporter: string;
}

const SUMMARIES: Record<string, [summary: string, reporter: string][]> = {
  SUP: [
    ['The invoice shows the wrong address', 'Cara Customer'],
    ['How do I add a colleague to our account?', 'Milo Marsh'],
    ['Export stops at 10,000 rows', 'Nadia Noor'],
  ],
  OPS: [
    ['Laptop does not wake from sleep', 'Lee Lopez'],
    ['Access to the build server', 'Joe Jensen'],
  ],
  HR: [['Parental leave from March', 'Lee Lopez']],
  DEV: [
    ['Sort the export by date', 'Ann Agent'],
    ['Remember the chosen filter', 'Bo Becker'],
  ],
};

/** Something to look at in a queue. */
export function sampleRequests({ key }: Project): SampleRequest[] {
  return (SUMMARIES[key] ?? []).map(([summary, reporter], index) => ({
    key: `${key}-${index + 1}`,
    summary,
    reporter,
  }));
}
