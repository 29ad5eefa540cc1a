import { fieldsOf, optionalText } from './payload-fields';

interface Size {
  width: string;
  height: string;
  minHeight: string;
}

/** Widths and heights that Forge documents for the named sizes of a dialog. */
const NAMED: Record<string, Size> = {
  small: { width: '400px', height: '20vh', minHeight: '320px' },
  medium: { width: '600px', height: '40vh', minHeight: '520px' },
  large: { width: '800px', height: '70vh', minHeight: '720px' },
  xlarge: { width: '968px', height: '90vh', minHeight: '0' },
  max: { width: '100%', height: '100%', minHeight: '0' },
  fullscreen: { width: '100vw', height: '100vh', minHeight: '0' },
  resizable: { width: '600px', height: '40vh', minHeight: '520px' },
};

/** A name, or `{width, height?}`; throws for anything else, as the platform refuses to open it. */
export function dialogSize(size: unknown): Size & { isFullscreen: boolean } {
  if (typeof size === 'string') {
    const named = Object.hasOwn(NAMED, size) ? NAMED[size] : undefined;
    if (!named) throw new Error(`Unknown dialog size: ${size}`);
    return { ...named, isFullscreen: size === 'fullscreen' };
  }
  const fields = fieldsOf(size);
  const width = optionalText(fields, 'width');
  if (!width) throw new Error('The size of a dialog must be a name or have a width.');
  return { width, height: optionalText(fields, 'height') ?? '40vh', minHeight: '0', isFullscreen: false };
}
