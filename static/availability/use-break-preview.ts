import { useEffect, useState } from 'react';
import type { BreakPreview, Panel } from '../../src/contract/panel';
import { callResolver } from '../app/call-resolver';

interface Known {
  minutes: number;
  preview: BreakPreview;
}

/**
 * What customers would be told during a break of so many minutes, asked for while `isAsked`, anew at each `turn`. Null: that
 * is not known, or not known yet. `minutes` null: there is none to ask about.
 */
export function useBreakPreview(minutes: number | null, isAsked: boolean, turn: string): BreakPreview | null {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    if (minutes === null) setKnown(null);
    if (minutes === null || !isAsked) return undefined;
    let isGone = false;
    void callResolver('previewBreak', { minutes }).then((answer) => {
      if (!isGone) setKnown(answer.ok ? { minutes, preview: answer.value } : null);
    });
    return () => {
      isGone = true;
    };
  }, [minutes, isAsked, turn]);
  return known?.minutes === minutes ? known.preview : null;
}

/** The panel with what customers would be told, as far as that is known. */
export function withPreview(panel: Panel, preview: BreakPreview | null): Panel {
  const known = preview?.projects.find(({ projectId }) => projectId === panel.project?.id);
  if (!known || !panel.project) return panel;
  const { told: _guessed, ...project } = panel.project;
  const { state, told } = known;
  return { ...panel, project: { ...project, state, ...(told && { told }) } };
}
