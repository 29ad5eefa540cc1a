import { NavigationTarget, router } from '@forge/bridge';
import { useEffect, useState, type ReactNode } from 'react';

export interface PageLinkProps {
  /** The module in the manifest whose page it is. */
  module: string;
  /** Of modules that have a page in each project. */
  projectKey?: string;
  children: ReactNode;
}

/** A link to another page of Frontdesk in Jira. Nothing, where Jira doesn't say where that is. */
export function PageLink({ module: moduleKey, projectKey, children }: PageLinkProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const target = { target: NavigationTarget.Module, moduleKey, ...(projectKey && { projectKey }) };
    router
      .getUrl(target)
      .then((url) => !isGone && setAddress(url?.href ?? null))
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [moduleKey, projectKey]);
  if (address === null) return null;
  return (
    <a
      className="fd-page-link"
      href={address}
      onClick={(event) => {
        // The frame is not to become that page; another tab may.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate(address).catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
