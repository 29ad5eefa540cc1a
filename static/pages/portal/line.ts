import { events } from '@forge/bridge';
import { drawLine } from '../../widget/portal/draw-line';

export const drawHead = (): void => drawLine(events, document.body);
