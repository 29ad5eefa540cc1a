import { useEffect } from 'react';
import type { Company } from './company';

/** Tells where the person is: at the chat that is open, while its page is seen. */
export function useCompany(company: Company, conversationId: string | null): void {
  useEffect(() => {
    const tell = (): void => company.at(document.visibilityState === 'hidden' ? null : conversationId);
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [company, conversationId]);
  useEffect(() => () => company.at(null), [company]);
}
