import type { ReactNode } from 'react';
import { linkParts } from '../../../src/domain/link-parts';
import { WebLink } from './web-link';

/** The text as it was typed, its web addresses as links. */
export const withLinks = (text: string): ReactNode[] =>
  linkParts(text).map(({ text: part, href }, index) =>
    href === undefined ? part : <WebLink key={index} href={href} text={part} />,
  );
